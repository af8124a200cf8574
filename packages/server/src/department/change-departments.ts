import type { DepartmentView } from "@mainstay/contract/department";
import { announceAccessChange } from "../platform/access/access-news.ts";
import type { Context } from "../platform/access/context.ts";
import { demandVersion } from "../platform/access/demand.ts";
import type { Gate } from "../platform/access/gate.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import { newId } from "../platform/clock/new-id.ts";
import { AppError } from "../platform/http/app-error.ts";
import {
  deleteDepartment,
  insertDepartment,
  isDepartmentEmpty,
  lockDepartment,
  saveDepartment,
} from "./department-queries.ts";
import { getDepartmentView } from "./department-view.ts";

/** Makes a department, at the top or below another. Refuses a name its neighbour has, and an unknown parent. */
export const createDepartment = (
  context: Context,
  draft: { name: string; parentId: string | null },
): Promise<DepartmentView> =>
  context.write(async (tx) => {
    const id = newId();
    await insertDepartment(tx, context.tenantId, { id, ...draft });
    await recordAudit(tx, context, "department.created", { kind: "department", id }, { ...draft });
    return getDepartmentView(tx, context, id);
  });

/**
 * Renames a department or moves it with everything below it. What the heads above see follows with the next request.
 * Refuses a circle.
 */
export const editDepartment = async (
  gate: Gate,
  context: Context,
  id: string,
  change: { name?: string | undefined; parentId?: string | null | undefined },
): Promise<DepartmentView> => {
  const { tenantId } = context;
  const view = await context.write(async (tx) => {
    const department = await lockDepartment(tx, tenantId, id);
    if (!department) throw new AppError("department.not_found");
    demandVersion(context, department.version);
    await saveDepartment(tx, tenantId, id, change);
    await announceAccessChange(tx, tenantId);
    const isMoved = change.parentId !== undefined && change.parentId !== department.parentId;
    const act = isMoved ? "department.moved" : "department.renamed";
    const before = { name: department.name, parentId: department.parentId };
    const subject = { kind: "department", id };
    await recordAudit(tx, context, act, subject, { ...change, before });
    return getDepartmentView(tx, context, id);
  });
  gate.forget(tenantId);
  return view;
};

/** Removes a department in which nobody is and below which no other stands. */
export const removeDepartment = async (gate: Gate, context: Context, id: string): Promise<void> => {
  const { tenantId } = context;
  await context.write(async (tx) => {
    const department = await lockDepartment(tx, tenantId, id);
    if (!department) throw new AppError("department.not_found");
    if (!(await isDepartmentEmpty(tx, tenantId, id))) throw new AppError("department.not_empty");
    await deleteDepartment(tx, tenantId, id);
    await announceAccessChange(tx, tenantId);
    const subject = { kind: "department", id };
    await recordAudit(tx, context, "department.removed", subject, { name: department.name });
  });
  gate.forget(tenantId);
};

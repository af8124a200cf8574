import type { DepartmentMember, DepartmentView } from "@mainstay/contract/department";
import { departmentAbilities } from "@mainstay/domain/department/department-policy";
import type { Actor } from "@mainstay/domain/access/actor";
import type { Context } from "../platform/access/context.ts";
import type { Db } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import {
  type DepartmentRecord,
  findDepartment,
  listDepartments,
  membersByDepartment,
} from "./department-queries.ts";

const present = (
  actor: Actor,
  department: DepartmentRecord,
  members: DepartmentMember[],
  hasBelow: boolean,
): DepartmentView => ({
  ...department,
  members,
  can: departmentAbilities(actor, { isEmpty: members.length === 0 && !hasBelow }),
});

/** The whole tree with its people. */
export const readDepartments = async (db: Db, { tenantId, actor }: Context) => {
  const departments = await listDepartments(db, tenantId);
  const members = await membersByDepartment(db, tenantId);
  const parents = new Set(departments.map(({ parentId }) => parentId));
  return {
    items: departments.map((one) =>
      present(actor, one, members.get(one.id) ?? [], parents.has(one.id)),
    ),
    withoutDepartment: members.get(null) ?? [],
    can: { create: departmentAbilities(actor, { isEmpty: true }).edit },
  };
};

/** One department; throws `department.not_found`. */
export const getDepartmentView = async (
  db: Db,
  { tenantId, actor }: Context,
  id: string,
): Promise<DepartmentView> => {
  const department = await findDepartment(db, tenantId, id);
  if (!department) throw new AppError("department.not_found");
  const members = (await membersByDepartment(db, tenantId)).get(id) ?? [];
  const hasBelow = (await listDepartments(db, tenantId)).some(({ parentId }) => parentId === id);
  return present(actor, department, members, hasBelow);
};

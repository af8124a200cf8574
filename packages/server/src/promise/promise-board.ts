import type { PromiseBoard, promises } from "@mainstay/contract/promise";
import {
  dayNumberFromIso,
  type IsoDay,
  isoFromDayNumber,
} from "@mainstay/domain/calendar/day-number";
import { type PromiseFacts, promiseFigures } from "@mainstay/domain/promise/promise-figures";
import { sql } from "kysely";
import type { z } from "zod";
import type { Context } from "../platform/access/context.ts";
import type { Db } from "../platform/db/database-handles.ts";
import { wasMovedSql } from "./promise-count-sql.ts";

/** The quarter that ends today, unless told. */
const usualDays = 91;

/**
 * The board of departments: promises in sight whose day lies in the period, and how each department kept its word. The one
 * that keeps the smallest share stands first.
 */
export const boardOfPromises = async (
  db: Db,
  { tenantId, today }: Pick<Context, "tenantId" | "today">,
  { from, to, accountId }: z.output<NonNullable<typeof promises.board.query>>,
): Promise<PromiseBoard> => {
  const toOn = to ?? today;
  const fromOn = from ?? isoFromDayNumber((dayNumberFromIso(toOn as IsoDay) ?? 0) - usualDays + 1);
  const { rows } = await sql<PromiseFacts & { departmentId: string; departmentName: string }>`
    select m.department_id as "departmentId", d.name as "departmentName", m.status, m.due_on - ${today}::date as "dueIn",
      m.done_on - m.due_on as "doneAfter", m.reworks, ${wasMovedSql} as "wasMoved"
    from promise m join department d on d.tenant_id = m.tenant_id and d.id = m.department_id
    where m.tenant_id = ${tenantId}::uuid and m.due_on between ${fromOn}::date and ${toOn}::date
      and (${accountId ?? null}::uuid is null or m.account_id = ${accountId ?? null}::uuid)`.execute(
    db,
  );
  const byDepartment = new Map<string, typeof rows>();
  for (const row of rows)
    byDepartment.set(row.departmentId, [...(byDepartment.get(row.departmentId) ?? []), row]);
  const departments = [...byDepartment].map(([id, of]) => ({
    department: { id, name: of[0]?.departmentName ?? "" },
    figures: promiseFigures(of),
  }));
  return {
    fromOn,
    toOn,
    all: promiseFigures(rows),
    departments: departments.toSorted(
      (a, b) =>
        (a.figures.onTimeShare ?? 2) - (b.figures.onTimeShare ?? 2) ||
        b.figures.due - a.figures.due ||
        a.department.name.localeCompare(b.department.name, "zh-CN"),
    ),
  };
};

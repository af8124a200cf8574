import {
  type DifferentDay,
  shippedWorkdays,
  shippedYearStatus,
} from "@mainstay/domain/calendar/official-workdays";
import type { WorkdayYearStatus } from "@mainstay/domain/calendar/workday-year-status";
import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import { sql } from "kysely";
import type { AuditAuthor } from "../platform/audit/record-audit.ts";
import type { Db, Tx } from "../platform/db/database-handles.ts";
import { listOwnYears } from "./different-days.ts";

/** A year of the calendar as it holds in a workspace, and how far it can be relied upon. */
export const readWorkdayYear = async (
  db: Db,
  tenantId: TenantId,
  year: number,
): Promise<{ items: DifferentDay[]; status: WorkdayYearStatus; isOwn: boolean }> => {
  const own = (await listOwnYears(db, tenantId)).get(year);
  const items = await listWorkdays(db, tenantId, year);
  if (own !== undefined) return { items, status: own, isOwn: true };
  const set = new Set(items.map(({ onDate }) => onDate));
  const shipped = shippedWorkdays(year).filter(({ onDate }) => !set.has(onDate));
  return {
    items: [...items, ...shipped].toSorted((a, b) => (a.onDate < b.onDate ? -1 : 1)),
    status: shippedYearStatus(year),
    isOwn: false,
  };
};

/** Notes that a year is the workspace's own table now. */
export const saveYearStatus = async (
  tx: Tx,
  author: AuditAuthor,
  year: number,
  status: Exclude<WorkdayYearStatus, "none">,
): Promise<void> => {
  await sql`
    insert into workday_year (tenant_id, year, status, changed_by)
    values (${author.tenantId}::uuid, ${year}, ${status}, ${author.actor?.userId ?? null}::uuid)
    on conflict (tenant_id, year) do update
      set status = excluded.status, changed_by = excluded.changed_by, changed_at = now()`.execute(
    tx,
  );
};

/** The days of a year that stand in the workspace's own table. */
const listWorkdays = async (db: Db, tenantId: TenantId, year: number): Promise<DifferentDay[]> => {
  const rows = await db
    .selectFrom("workday")
    .select(["on_date", "is_workday", "label"])
    .where("tenant_id", "=", tenantId)
    .where("on_date", ">=", `${year}-01-01`)
    .where("on_date", "<=", `${year}-12-31`)
    .orderBy("on_date")
    .execute();
  return rows.map((row) => ({
    onDate: row.on_date,
    isWorkday: row.is_workday,
    label: row.label,
  }));
};

export const saveWorkdays = async (
  tx: Tx,
  tenantId: TenantId,
  days: readonly DifferentDay[],
  standing: "replace" | "keep" = "replace",
): Promise<void> => {
  for (let start = 0; start < days.length; start += 1000) {
    const values = days.slice(start, start + 1000).map((day) => ({
      tenant_id: tenantId,
      on_date: day.onDate,
      is_workday: day.isWorkday,
      label: day.label,
    }));
    await tx
      .insertInto("workday")
      .values(values)
      .onConflict((conflict) => {
        const taken = conflict.columns(["tenant_id", "on_date"]);
        return standing === "keep"
          ? taken.doNothing()
          : taken.doUpdateSet((is) => ({
              is_workday: is.ref("excluded.is_workday"),
              label: is.ref("excluded.label"),
            }));
      })
      .execute();
  }
};

export const deleteWorkday = (tx: Tx, tenantId: TenantId, onDate: string) =>
  tx
    .deleteFrom("workday")
    .where("tenant_id", "=", tenantId)
    .where("on_date", "=", onDate)
    .execute();

export const deleteWorkdaysOfYear = (tx: Tx, tenantId: TenantId, year: number) =>
  tx
    .deleteFrom("workday")
    .where("tenant_id", "=", tenantId)
    .where("on_date", ">=", `${year}-01-01`)
    .where("on_date", "<=", `${year}-12-31`)
    .execute();

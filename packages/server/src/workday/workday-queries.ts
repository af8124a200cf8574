import type { DifferentDay } from "@mainstay/domain/calendar/official-workdays";
import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import type { Db, Tx } from "../platform/db/database-handles.ts";

/** The days of a year that differ from the plain week. */
export const listWorkdays = async (
  db: Db,
  tenantId: TenantId,
  year: number,
): Promise<DifferentDay[]> => {
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
      .onConflict((conflict) =>
        conflict.columns(["tenant_id", "on_date"]).doUpdateSet((is) => ({
          is_workday: is.ref("excluded.is_workday"),
          label: is.ref("excluded.label"),
        })),
      )
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

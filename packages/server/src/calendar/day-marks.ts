import { shippedWorkdays } from "@mainstay/domain/calendar/official-workdays";
import type { IsoDay } from "@mainstay/domain/calendar/day-number";
import { sql } from "kysely";
import type { Db } from "../platform/db/database-handles.ts";
import { loadDifferentDays } from "../workday/different-days.ts";

/** How a day differs from the plain week, and what it is called: 休 春节, 班. */
export interface DayMark {
  readonly isWorkday: boolean | null;
  readonly label: string;
}

/** Holidays and make-up workdays between two days, both included. */
export const loadDayMarks = async (
  db: Db,
  tenantId: string,
  from: IsoDay,
  to: IsoDay,
): Promise<(on: IsoDay) => DayMark> => {
  const different = await loadDifferentDays(db, tenantId, from, to);
  const labels = new Map<IsoDay, string>();
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year++)
    for (const { onDate, label } of shippedWorkdays(year)) labels.set(onDate, label);
  const { rows } = await sql<{ on_date: IsoDay; label: string }>`
    select on_date, label from workday
    where tenant_id = ${tenantId}::uuid and on_date between ${from}::date and ${to}::date and label <> ''`.execute(
    db,
  );
  for (const { on_date, label } of rows) labels.set(on_date, label);
  return (on) => {
    const isWorkday = different.get(on) ?? null;
    return { isWorkday, label: isWorkday === null ? "" : (labels.get(on) ?? "") };
  };
};

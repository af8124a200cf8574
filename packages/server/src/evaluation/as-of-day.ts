import type { DayNumber } from "@mainstay/domain/calendar/day-number";
import { dayNumberFromIso, isoFromDayNumber } from "@mainstay/domain/calendar/day-number";
import { sql } from "kysely";
import type { Db } from "../platform/db/database-handles.ts";

/** Orders this many days behind are a book that was not brought up to date, not a portfolio gone silent. */
const staleAfterDays = 45;

/**
 * The day a portfolio is judged as of: today, or the day of its newest order when the book ends more than 45 days ago. What has
 * not been imported yet is not silence; an old order file is judged as it stood on its last day.
 */
export const findAsOfDay = async (
  db: Db,
  tenantId: string,
  today: DayNumber,
): Promise<DayNumber> => {
  const { rows } = await sql<{ newest: string | null }>`
    select max(on_date)::text as newest from order_day
    where tenant_id = ${tenantId}::uuid and on_date <= ${isoFromDayNumber(today)}::date`.execute(
    db,
  );
  const newest = rows[0]?.newest == null ? null : dayNumberFromIso(rows[0].newest);
  return newest !== null && today - newest > staleAfterDays ? newest : today;
};

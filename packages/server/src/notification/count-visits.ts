import {
  type IsoDay,
  isoFromDayNumber,
  dayNumberFromIso,
} from "@mainstay/domain/calendar/day-number";
import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import { sql } from "kysely";
import { plannedDaysBetween } from "../calendar-entry/expand-recurrence.ts";
import type { Tx } from "../platform/db/database-handles.ts";

/** How many calendar entries, single and recurring, each of us has on a day. */
export const countVisits = async (
  tx: Tx,
  tenantId: TenantId,
  today: IsoDay,
): Promise<Map<string, number>> => {
  const { rows } = await sql<{
    on_date: IsoDay;
    recurrence: string | null;
    skipped_on: IsoDay[];
    user_ids: string[];
  }>`
    select on_date, recurrence, skipped_on::text[] as skipped_on, array_append(our_user_ids, owner_user_id) as user_ids
    from calendar_entry
    where tenant_id = ${tenantId}::uuid
      and (on_date = ${today}::date or (recurrence is not null and on_date < ${today}::date))`.execute(
    tx,
  );
  const tomorrow = isoFromDayNumber((dayNumberFromIso(today) ?? 0) + 1);
  const counts = new Map<string, number>();
  for (const { on_date, recurrence, skipped_on, user_ids } of rows) {
    const plan = { onDate: on_date, recurrence, skippedOn: skipped_on };
    if (plannedDaysBetween(plan, today, tomorrow).length === 0) continue;
    for (const userId of new Set(user_ids)) counts.set(userId, (counts.get(userId) ?? 0) + 1);
  }
  return counts;
};

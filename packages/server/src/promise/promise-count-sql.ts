import type { IsoDay } from "@mainstay/domain/calendar/day-number";
import type { PromiseCount } from "@mainstay/domain/promise/promise-count";
import { type RawBuilder, sql } from "kysely";

/** Whether the day of `promise m` was ever moved with the customer. */
export const wasMovedSql = sql<boolean>`exists (select 1 from promise_step t where t.tenant_id = m.tenant_id
  and t.promise_id = m.id and t.kind = 'moved')`;

/** The condition on `promise m` that a number of the board counts by (domain/promise/promise-count, held equal by a test). */
export const countedSql = (count: PromiseCount, today: IsoDay): RawBuilder<boolean> => {
  const day = sql`${today}::date`;
  const rules: Record<PromiseCount, RawBuilder<boolean>> = {
    due: sql<boolean>`(m.status <> 'open' or m.due_on < ${day})`,
    onTime: sql<boolean>`m.status = 'kept' and m.done_on <= m.due_on`,
    delivered: sql<boolean>`(m.status = 'kept' or m.reworks > 0)`,
    reworked: sql<boolean>`m.reworks > 0`,
    late: sql<boolean>`m.status in ('open', 'kept') and coalesce(m.done_on, ${day}) > m.due_on`,
    moved: wasMovedSql,
    ahead: sql<boolean>`m.status = 'open' and m.due_on >= ${day}`,
    broken: sql<boolean>`m.status = 'broken'`,
  };
  return sql<boolean>`m.status <> 'withdrawn' and ${rules[count]}`;
};

import { type RawBuilder, sql } from "kysely";
import type { Context } from "../platform/access/context.ts";
import type { Db } from "../platform/db/database-handles.ts";
import type { Desk } from "./today-candidates.ts";

/** So many are counted; what is beyond says "more" by its own list. */
const mostCounted = 1000;

/** Days after which the first responder asks the customer again. */
const unconfirmedDays = 3;

/** For who handles cases a fortnight ahead, for who oversees them what is overdue or due by tomorrow. */
const hoursAhead = { desk: 14 * 24, all: 24 };

/**
 * Cases that need somebody today: running ones by their next clock, those a colleague offers, and for the first responder those
 * the customer has not confirmed for three days. In the order of their urgency, as the index holds them.
 */
export const casesOf = (context: Context, desk: Desk, limit: number): RawBuilder<unknown> => {
  const { now, tenantId } = context;
  const hoursLeft = sql`(extract(epoch from c.urgency_at - ${now}::timestamptz) / 3600)::float8`;
  const running = (hours: number) =>
    sql`c.urgency_phase = 0 and c.urgency_at <= ${now}::timestamptz + make_interval(hours => ${sql.lit(hours)})`;
  const take = (because: string, left: RawBuilder<unknown>, condition: RawBuilder<unknown>) => sql`
    (select c.id, c.account_id, ${sql.lit(because)} as because, ${left} as hours_left, c.urgency_phase, c.urgency_at
     from service_case c where c.tenant_id = ${tenantId}::uuid and ${condition}
       and not ${desk?.userId ?? context.actor.userId}::uuid = any(c.complained_user_ids)
     order by c.urgency_phase, c.urgency_at, c.id limit ${sql.lit(mostCounted)})`;
  const waitsLong = sql`c.solved_at <= ${now}::timestamptz - make_interval(days => ${sql.lit(unconfirmedDays)})`;
  const parts =
    desk === null
      ? [take("clock", hoursLeft, running(hoursAhead.all))]
      : [
          take(
            "clock",
            hoursLeft,
            sql`c.handler_user_id = ${desk.userId}::uuid and ${running(hoursAhead.desk)}`,
          ),
          take(
            "clock",
            hoursLeft,
            sql`c.handler_user_id is null and c.account_id = any(${[...desk.accountIds]}::uuid[]) and ${running(hoursAhead.desk)}`,
          ),
          take(
            "offered",
            hoursLeft,
            sql`c.urgency_phase = 0 and c.id in (select t.case_id from case_transfer t where t.tenant_id = ${tenantId}::uuid
              and t.to_user_id = ${desk.userId}::uuid and t.status = 'open')`,
          ),
          take(
            "unconfirmed",
            sql`null::float8`,
            sql`c.first_responder_id = ${desk.userId}::uuid and c.urgency_phase = 1 and c.status = 'solved'
              and ${waitsLong}`,
          ),
          // In the place of a first responder it complains about.
          take(
            "unconfirmed",
            sql`null::float8`,
            sql`c.account_id = any(${[...desk.accountIds]}::uuid[]) and c.first_responder_id = any(c.complained_user_ids)
              and c.urgency_phase = 1 and c.status = 'solved' and ${waitsLong}`,
          ),
        ];
  return sql`
    select f.id, f.account_id, null as severity, null::int as due_in_days, f.hours_left, null::bigint as money, f.because,
      count(*) over () as n, count(*) filter (where f.hours_left < 0) over () as late
    from (${sql.join(parts, sql` union all `)}) f
    order by f.urgency_phase, f.urgency_at, f.id limit ${sql.lit(limit)}`;
};

/** Who offers a case to whom, of those named. */
export const listOffers = async (
  db: Db,
  tenantId: string,
  caseIds: readonly string[],
): Promise<Map<string, { id: string; name: string }>> => {
  if (caseIds.length === 0) return new Map();
  const { rows } = await sql<{ case_id: string; id: string; name: string }>`
    select t.case_id, u.id, u.name from case_transfer t
    join app_user u on u.tenant_id = t.tenant_id and u.id = coalesce(t.from_user_id, t.offered_by)
    where t.tenant_id = ${tenantId}::uuid and t.status = 'open' and t.case_id = any(${[...caseIds]}::uuid[])`.execute(
    db,
  );
  return new Map(rows.map(({ case_id, id, name }) => [case_id, { id, name }]));
};

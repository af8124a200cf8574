import type { ServiceFacts } from "@mainstay/domain/health/service-score";
import { type RawBuilder, sql } from "kysely";
import type { Db } from "../platform/db/database-handles.ts";

/** Cases opened within so many days count, beside all that are open. */
const recentDays = 90;

interface ServiceRow {
  account_id: string;
  as_of: string;
  cases: number;
  open: number;
  overdueGeneral: number;
  overdueMajor: number;
  overdueUrgent: number;
  clockHitShare: number | null;
}

export type DatedService = ServiceFacts & {
  readonly account_id: string;
  readonly as_of: string;
};

/**
 * The cases of many accounts as of their days (`at`: the instant each day is looked at): the recent and the open ones, those
 * past their clock by level, and of the reply and solve clocks that ended or ran out the share that was kept. Of a case that
 * was reopened the newest clocks count.
 */
export const loadDatedService = async (
  db: Db,
  tenantId: string,
  wanted: RawBuilder<unknown>,
): Promise<DatedService[]> => {
  const { rows } = await sql<ServiceRow>`
    with wanted as (${wanted}),
    seen as (
      select w.account_id, w.as_of, c.level, c.kind,
        (c.solved_at is null or c.solved_at > w.at or c.status in ('open', 'paused')) as is_open,
        c.solve_due_at < w.at as is_past, c.reply_due_at < w.at or c.replied_at <= w.at as reply_ended,
        c.replied_at <= c.reply_due_at as reply_kept, c.solve_due_at < w.at or c.solved_at <= w.at as solve_ended,
        c.solved_at <= c.solve_due_at and c.status not in ('open', 'paused') as solve_kept
      from wanted w join service_case c on c.tenant_id = ${tenantId}::uuid and c.account_id = w.account_id and c.opened_at <= w.at
      where c.status <> 'duplicate' and (c.opened_at > w.at - ${recentDays}::int * interval '1 day'
        or c.solved_at is null or c.solved_at > w.at or c.status in ('open', 'paused')))
    select account_id, as_of::text, count(*)::int as cases, (count(*) filter (where is_open))::int as open,
      (count(*) filter (where is_open and is_past and level = 'general'))::int as "overdueGeneral",
      (count(*) filter (where is_open and is_past and level = 'major'))::int as "overdueMajor",
      (count(*) filter (where is_open and is_past and level = 'urgent'))::int as "overdueUrgent",
      (count(*) filter (where reply_ended and reply_kept) + count(*) filter (where solve_ended and solve_kept))::float8
        / nullif(count(*) filter (where reply_ended) + count(*) filter (where solve_ended), 0) as "clockHitShare"
    from seen group by account_id, as_of`.execute(db);
  return rows;
};

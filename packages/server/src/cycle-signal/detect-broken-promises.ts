import { sql } from "kysely";
import { type Detector, evidenceRow, isWatched } from "./detector.ts";

const patienceDays = 14;

/**
 * 承诺未兑现 Promises of our departments to the customer past their day by more than the grace, and those given up, for the days
 * of the rule. One broken, several late or one late for over a fortnight call for action.
 */
export const brokenPromises: Detector = {
  kind: "promise_broken",
  play: "make_the_promise_good",
  rows: (watch) => {
    const tenant = sql`${watch.tenantId}::uuid`;
    const { graceDays, forDays } = watch.rules.promise;
    return sql`
      select off.on_day, off.account_id, max(off.news_on) as news_on,
        case when bool_or(off.is_broken) or count(*) > 1 or max(off.days) > ${patienceDays}::int then 'act' else 'watch' end as own_severity,
        jsonb_build_object('late', count(*) filter (where not off.is_broken), 'broken', count(*) filter (where off.is_broken),
          'dueOn', min(off.due_on), 'days', greatest(0, max(off.days))) as params,
        jsonb_agg(${evidenceRow("promise", {
          on: sql`off.due_on`,
          label: sql`off.title`,
          number: sql`greatest(0, off.days)`,
        })} order by off.due_on, off.id) as evidence
      from (select d.on_day, p.id, p.account_id, p.title, p.due_on, d.on_day - p.due_on as days, p.broken_on <= d.on_day is true as is_broken,
          coalesce(p.broken_on, p.due_on + ${graceDays}::int + 1) as news_on
        from ${watch.days} d join (
          select id, account_id, title, due_on, made_on, done_on, status,
            case when status = 'broken' then (updated_at at time zone (select time_zone from tenant where id = ${tenant}))::date end as broken_on,
            case when status = 'withdrawn' then (updated_at at time zone (select time_zone from tenant where id = ${tenant}))::date end as withdrawn_on
          from promise where tenant_id = ${tenant} and ${isWatched(watch, "account_id")}) p on p.made_on <= d.on_day
        where (p.broken_on <= d.on_day and p.broken_on > d.on_day - ${forDays}::int)
          or ((p.broken_on is null or p.broken_on > d.on_day) and p.due_on + ${graceDays}::int < d.on_day
            and (p.done_on is null or p.done_on > d.on_day) and (p.withdrawn_on is null or p.withdrawn_on > d.on_day))) off
      group by off.on_day, off.account_id`;
  },
};

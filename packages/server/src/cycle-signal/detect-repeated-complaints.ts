import { sql } from "kysely";
import { type Detector, evidenceRow, isWatched } from "./detector.ts";

/**
 * 投诉重复 So many complaints and faults within the days of the rule, or one that came back twice after it had been solved: the
 * cause is still there. Twice as many are an alarm.
 */
export const repeatedComplaints: Detector = {
  kind: "complaint_repeated",
  play: "find_the_cause",
  rows: (watch) => {
    const tenant = sql`${watch.tenantId}::uuid`;
    const { repeats, withinDays } = watch.rules.complaint;
    return sql`
      select seen.on_day, seen.account_id, max(seen.opened_on) as news_on,
        case when count(*) >= ${repeats}::int * 2 then 'critical' else 'act' end as own_severity,
        jsonb_build_object('cases', count(*), 'reopened', count(*) filter (where seen.reopened > 0),
          'withinDays', ${withinDays}::int) as params,
        jsonb_agg(${evidenceRow("case", {
          on: sql`seen.opened_on`,
          label: sql`'#' || seen.number`,
        })} order by seen.opened_on, seen.id) as evidence
      from (select d.on_day, c.id, c.account_id, c.number, c.reopened, (c.opened_at at time zone t.time_zone)::date as opened_on
        from ${watch.days} d join service_case c on c.tenant_id = ${tenant} and ${isWatched(watch, "c.account_id")}
          and c.opened_at <= d.at and c.opened_at > d.at - ${withinDays}::int * interval '1 day'
          and c.kind in ('complaint', 'fault') and c.status <> 'duplicate'
        join tenant t on t.id = c.tenant_id) seen
      group by seen.on_day, seen.account_id
      having count(*) >= ${repeats}::int or max(seen.reopened) >= 2`;
  },
};

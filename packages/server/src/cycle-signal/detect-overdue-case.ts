import { sql } from "kysely";
import { type Detector, evidenceRow, isWatched } from "./detector.ts";

/**
 * 投诉超时 Complaints and faults past a clock that was promised: not answered, or not solved. A pause the customer agreed to has
 * moved the clock, so it is not asked about here. An urgent one is an alarm, a major one calls for action.
 */
export const overdueCase: Detector = {
  kind: "complaint_overdue",
  play: "solve_the_case",
  rows: (watch) => {
    const tenant = sql`${watch.tenantId}::uuid`;
    return sql`
      select late.on_day, late.account_id, max(late.due_on) as news_on,
        case when bool_or(late.level = 'urgent') then 'critical' when bool_or(late.level = 'major') then 'act' else 'watch' end
          as own_severity,
        jsonb_build_object('cases', count(*),
          'level', (array_agg(late.level order by array_position(array['urgent', 'major', 'general'], late.level)))[1],
          'dueOn', min(late.due_on), 'hours', floor(max(extract(epoch from late.at - late.due_at)) / 3600)::int) as params,
        jsonb_agg(${evidenceRow("case", {
          on: sql`late.due_on`,
          label: sql`'#' || late.number`,
          number: sql`late.on_day - late.due_on`,
        })} order by late.due_at, late.id) as evidence
      from (select d.on_day, d.at, c.id, c.account_id, c.number, c.level, due.at as due_at, (due.at at time zone t.time_zone)::date as due_on
        from ${watch.days} d join service_case c on c.tenant_id = ${tenant} and ${isWatched(watch, "c.account_id")}
          and c.opened_at <= d.at and c.kind in ('complaint', 'fault') and c.status <> 'duplicate'
          and (c.solved_at is null or c.solved_at > d.at or c.status in ('open', 'paused'))
          and (c.status <> 'paused' or c.solve_due_at <= d.at)
        join tenant t on t.id = c.tenant_id
        cross join lateral (select least(c.solve_due_at, case when c.replied_at is null or c.replied_at > d.at then c.reply_due_at end) as at) due
        where due.at < d.at) late
      group by late.on_day, late.account_id`;
  },
};

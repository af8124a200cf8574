import { sql } from "kysely";
import { type Detector, evidenceRow, isWatched } from "./detector.ts";

/**
 * 变更未确认 A change of requirements without both sides' word for too long: sent and not answered, or, worse, worked on before
 * anybody confirmed it.
 */
export const unconfirmedChange: Detector = {
  kind: "requirement_change_unconfirmed",
  play: "confirm_the_change",
  rows: (watch) => {
    const tenant = sql`${watch.tenantId}::uuid`;
    const days = sql`${watch.rules.requirementChange.unconfirmedDays}::int`;
    return sql`
      select late.on_day, late.account_id, max(late.since_on) + ${days} + 1 as news_on,
        case when bool_or(late.is_started) then 'act' else 'watch' end as own_severity,
        jsonb_build_object('changes', count(*), 'started', count(*) filter (where late.is_started),
          'sinceOn', min(late.since_on), 'days', late.on_day - min(late.since_on)) as params,
        jsonb_agg(${evidenceRow("requirement_change", {
          on: sql`late.since_on`,
          label: sql`late.title`,
          number: sql`late.on_day - late.since_on`,
        })} order by late.since_on, late.id) as evidence
      from (select d.on_day, c.id, c.account_id, c.title, c.work_started_on <= d.on_day is true as is_started,
          least(c.work_started_on, (c.sent_at at time zone t.time_zone)::date) as since_on
        from ${watch.days} d join requirement_change c on c.tenant_id = ${tenant} and ${isWatched(watch, "c.account_id")}
          and (c.confirmed_at is null or c.confirmed_at > d.at) and (c.closed_at is null or c.closed_at > d.at)
          and (c.status in ('draft', 'sent') or c.confirmed_at is not null or c.closed_at is not null)
        join tenant t on t.id = c.tenant_id) late
      where late.since_on < late.on_day - ${days}
      group by late.on_day, late.account_id`;
  },
};

import { sql } from "kysely";
import { type Detector, evidenceRow, isWatched } from "./detector.ts";

const alarmDays = 2;

/** 交接超时 A handover past its hour that no successor has accepted; an alarm from the third day on. */
export const overdueHandover: Detector = {
  kind: "handover_overdue",
  play: "hand_over_now",
  rows: (watch) => {
    const tenant = sql`${watch.tenantId}::uuid`;
    return sql`
      select late.on_day, late.account_id, max(late.due_on) as news_on,
        case when max(late.on_day - late.due_on) > ${alarmDays}::int then 'critical' else 'act' end as own_severity,
        jsonb_build_object('handovers', count(*), 'seat', (array_agg(late.seat order by late.due_on, late.id))[1],
          'dueOn', min(late.due_on), 'days', late.on_day - min(late.due_on)) as params,
        jsonb_agg(${evidenceRow("handover", {
          on: sql`late.due_on`,
          label: sql`coalesce(late.seat, late.name)`,
          number: sql`late.on_day - late.due_on`,
          personId: sql`case when late.name is not null then late.person_id end`,
        })} order by late.due_on, late.id) as evidence
      from (select d.on_day, h.id, h.account_id, h.seat, h.person_id, p.name, (h.due_at at time zone t.time_zone)::date as due_on
        from ${watch.days} d join handover h on h.tenant_id = ${tenant} and ${isWatched(watch, "h.account_id")} and h.due_at <= d.at
          and (h.accepted_at is null or h.accepted_at > d.at) and (h.closed_at is null or h.closed_at > d.at)
        join tenant t on t.id = h.tenant_id
        left join person p on p.tenant_id = h.tenant_id and p.id = h.person_id and p.restricted_at is null) late
      group by late.on_day, late.account_id`;
  },
};

import { sql } from "kysely";
import { type Detector, evidenceRow, isWatched } from "./detector.ts";

const longAgoDays = 400;
const patienceDays = 30;

/**
 * 该拜访未拜访 Duties overdue by more than the grace, or missed, until a later duty of the same kind is done. One that waits for
 * over thirty days, or several at once, call for action.
 */
export const missedCadence: Detector = {
  kind: "cadence_missed",
  play: "visit_now",
  rows: (watch) => {
    const grace = sql`${watch.rules.cadence.graceDays}::int`;
    return sql`
      select d.on_day, o.account_id, max(o.due_on) + ${grace} + 1 as news_on,
        case when count(*) > 1 or max(d.on_day - o.due_on) > ${patienceDays}::int then 'act' else 'watch' end as own_severity,
        jsonb_build_object('duties', count(*), 'kind', (array_agg(o.kind order by o.due_on, o.id))[1],
          'dueOn', min(o.due_on), 'days', d.on_day - min(o.due_on)) as params,
        jsonb_agg(${evidenceRow("obligation", {
          on: sql`o.due_on`,
          label: sql`o.kind`,
          number: sql`d.on_day - o.due_on`,
        })} order by o.due_on, o.id) as evidence
      from ${watch.days} d join obligation o on o.tenant_id = ${watch.tenantId}::uuid and ${isWatched(watch, "o.account_id")}
        and o.due_on < d.on_day - ${grace} and o.due_on > d.on_day - ${longAgoDays}::int
      where o.status <> 'dropped' and (o.fulfilled_on is null or o.fulfilled_on > d.on_day)
        and not exists (select 1 from obligation later
          where later.tenant_id = o.tenant_id and later.account_id = o.account_id and later.kind = o.kind
            and later.period_from > o.period_from and later.fulfilled_on <= d.on_day)
      group by d.on_day, o.account_id`;
  },
};

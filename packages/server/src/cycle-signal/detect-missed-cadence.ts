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
      from (
        select id, account_id, kind, due_on, least(fulfilled_on, min(fulfilled_on) over (partition by account_id, kind
          order by period_from rows between 1 following and unbounded following)) as made_good_on, status
        from obligation where tenant_id = ${watch.tenantId}::uuid and ${isWatched(watch, "account_id")}
          and due_on > (select min(on_day) from ${watch.days} d) - ${longAgoDays}::int) o
      join ${watch.days} d on o.due_on < d.on_day - ${grace} and o.due_on > d.on_day - ${longAgoDays}::int
        and (o.made_good_on is null or o.made_good_on > d.on_day)
      where o.status <> 'dropped' and (o.made_good_on is null or o.made_good_on > o.due_on + ${grace} + 1)
      group by d.on_day, o.account_id`;
  },
};

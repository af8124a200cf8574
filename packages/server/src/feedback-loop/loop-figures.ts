import { meanIntervalOf } from "@mainstay/analytics/numeric/mean-interval";
import type { LoopFigures } from "@mainstay/contract/feedback-loop";
import { type VoiceScale, voiceScales } from "@mainstay/domain/survey/survey-kind";
import { leastForPercentage, wilsonInterval } from "@mainstay/domain/survey/wilson";
import { sql } from "kysely";
import { allOf } from "../account/account-filter-sql.ts";
import type { Db } from "../platform/db/database-handles.ts";
import { named } from "../platform/http/named.ts";
import { loopConditions } from "./list-loops.ts";

interface Sums {
  opened: number;
  contacted: number;
  due: number;
  in_time: number;
  median_hours: number | null;
  p90_hours: number | null;
  remeasured: number;
  dropped: number;
  changes: Partial<Record<VoiceScale, { n: number; sum: number; squares: number }>>;
}

const change = (scale: VoiceScale) => sql`jsonb_build_object(
  'n', count(*) filter (where l.scale = ${scale} and l.score_after is not null),
  'sum', coalesce(sum(l.score_after - l.score_before) filter (where l.scale = ${scale}), 0),
  'squares', coalesce(sum((l.score_after - l.score_before) ^ 2) filter (where l.scale = ${scale}), 0))`;

const hours = sql`extract(epoch from l.contacted_at - l.opened_at) / 3600`;

/** Due is also what was dropped after its clock had run out: dropping makes no lateness disappear. Dropped before, there was nothing to be in time for. */
const sums = (now: Date) => sql`count(*)::int as opened,
  count(l.contacted_at)::int as contacted,
  count(*) filter (where l.contacted_at is not null or l.contact_due_at < coalesce(l.dropped_at, ${now}))::int as due,
  count(*) filter (where l.contacted_at <= l.contact_due_at)::int as in_time,
  (percentile_cont(0.5) within group (order by ${hours}) filter (where l.contacted_at is not null))::float8 as median_hours,
  (percentile_cont(0.9) within group (order by ${hours}) filter (where l.contacted_at is not null))::float8 as p90_hours,
  count(*) filter (where l.status = 'remeasured')::int as remeasured,
  count(*) filter (where l.status = 'dropped')::int as dropped,
  jsonb_build_object('nps', ${change("nps")}, 'csat', ${change("csat")}, 'ces', ${change("ces")}) as changes`;

const toFigures = (row: Sums | undefined): LoopFigures => {
  const {
    opened = 0,
    contacted = 0,
    due = 0,
    in_time = 0,
    remeasured = 0,
    dropped = 0,
  } = row ?? {};
  const kept = opened - dropped;
  return {
    opened,
    contacted,
    due,
    inTime: in_time,
    inTimeShare: due === 0 ? null : in_time / due,
    inTimeInterval: wilsonInterval(in_time, due),
    medianHours: row?.median_hours ?? null,
    p90Hours: row?.p90_hours ?? null,
    remeasured,
    remeasuredShare: kept === 0 ? null : remeasured / kept,
    dropped,
    changes: voiceScales.flatMap((scale) => {
      const { n = 0, sum = 0, squares = 0 } = row?.changes[scale] ?? {};
      if (n === 0) return [];
      const found = n < leastForPercentage ? null : meanIntervalOf(n, sum, squares);
      return [{ scale, n, mean: found?.mean ?? null, interval: found?.interval ?? null }];
    }),
  };
};

/** 闭环自身的指标 How loops opened in a window were closed: in all, and by the department that answers for them. */
export const measureLoops = async (
  db: Db,
  place: { readonly tenantId: string; readonly timeZone: string; readonly now: Date },
  { from, to }: { from: string; to: string },
) => {
  const condition = allOf(loopConditions(place, { openedFrom: from, openedTo: to }));
  const { rows } = await sql<Sums>`
    select ${sums(place.now)} from feedback_loop l where ${condition}`.execute(db);
  const { rows: groups } = await sql<Sums & { department_id: string | null; name: string | null }>`
    select l.department_id, d.name, ${sums(place.now)} from feedback_loop l
    left join department d on d.tenant_id = l.tenant_id and d.id = l.department_id
    where ${condition} group by 1, 2 order by count(*) desc, d.name, 1`.execute(db);
  return {
    total: toFigures(rows[0]),
    departments: groups.map((row) => ({
      department: named(row.department_id, row.name),
      ...toFigures(row),
    })),
  };
};

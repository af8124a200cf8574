import type { BoundedCount } from "@mainstay/contract/case";
import { sql } from "kysely";
import { allOf } from "../account/account-filter-sql.ts";
import type { Db } from "../platform/db/database-handles.ts";
import type { CaseFilterSql } from "./case-filter-sql.ts";

/** Nobody reads further than this; counting stops there and says so. */
const mostCounted = 1_000;
/**
 * How many rows are looked at: what runs or waits for the customer, up to here; of what is over, the newest. An everyday word costs
 * a look at each title, so fewer are read.
 */
const looks = {
  byIndex: { running: 20_000, over: 50_000 },
  byTitle: { running: 3_000, over: 10_000 },
};

export interface CaseCounts {
  readonly open: BoundedCount;
  readonly paused: BoundedCount;
  readonly solved: BoundedCount;
  readonly closed: BoundedCount;
  readonly duplicate: BoundedCount;
  readonly overdue: BoundedCount;
  readonly escalated: BoundedCount;
}

interface Counted {
  open: number;
  paused: number;
  overdue: number;
  escalated: number;
  running: number;
  solved: number;
  waiting: number;
  closed: number;
  duplicate: number;
  last_number: number;
}

/**
 * How many cases of a filter stand in each status, whichever status is asked for. Each count is exact up to a thousand; one that
 * stopped there, or did not look at every row, says `isMore`.
 */
export const countCases = async (
  db: Db,
  tenantId: string,
  { conditions, isAnchored, readsTitles }: CaseFilterSql,
  now: Date,
): Promise<CaseCounts> => {
  const { running: mostLive, over: mostOver } = readsTitles ? looks.byTitle : looks.byIndex;
  const where = allOf([...conditions]);
  const most = sql.lit(mostCounted + 1);
  const isWindow = !isAnchored || readsTitles;
  const tenant = sql`c.tenant_id = ${tenantId}::uuid`;
  /** What may match among what runs or waits: by the anchor, else the most urgent ones. */
  const live = (phase: 0 | 1) =>
    sql`(select * from service_case c where ${isWindow ? tenant : where} and c.urgency_phase = ${sql.lit(phase)}
      ${isWindow ? sql`order by c.urgency_at, c.id` : sql``} limit ${sql.lit(mostLive + 1)}) c`;
  const over = (status: "closed" | "duplicate") =>
    isWindow
      ? sql`(select count(*)::int from (select 1 from (select * from service_case c where ${tenant}
          order by c.opened_at desc, c.id desc limit ${sql.lit(mostOver)}) c where ${where} and c.status = ${status} limit ${most}) s)`
      : sql`(select count(*)::int from (select 1 from service_case c where ${where} and c.urgency_phase = 2 and c.status = ${status} limit ${most}) s)`;
  const { rows } = await sql<Counted>`
    select r.*, w.*, ${over("closed")} as closed, ${over("duplicate")} as duplicate,
      coalesce((select last_number from case_counter where tenant_id = ${tenantId}::uuid), 0) as last_number
    from (select count(*)::int as running, count(*) filter (where ${where} and c.status = 'open')::int as open,
        count(*) filter (where ${where} and c.status = 'paused')::int as paused,
        count(*) filter (where ${where} and c.urgency_at <= ${now})::int as overdue,
        count(*) filter (where ${where} and c.escalation_level > 0)::int as escalated from ${live(0)}) r,
      (select count(*)::int as waiting, count(*) filter (where ${where})::int as solved from ${live(1)}) w`.execute(
    db,
  );
  const found = rows[0]!;
  const bounded = (n: number, isCut: boolean): BoundedCount => ({
    n: Math.min(n, mostCounted),
    isMore: n > mostCounted || isCut,
  });
  const isRunningCut = found.running > mostLive;
  const isOverCut = isWindow && found.last_number > mostOver;
  return {
    open: bounded(found.open, isRunningCut),
    paused: bounded(found.paused, isRunningCut),
    overdue: bounded(found.overdue, isRunningCut),
    escalated: bounded(found.escalated, isRunningCut),
    solved: bounded(found.solved, found.waiting > mostLive),
    closed: bounded(found.closed, isOverCut),
    duplicate: bounded(found.duplicate, isOverCut),
  };
};

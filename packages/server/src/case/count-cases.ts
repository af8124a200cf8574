import type { BoundedCount } from "@mainstay/contract/case-filter";
import { sql } from "kysely";
import { allOf } from "../account/account-filter-sql.ts";
import type { Db } from "../platform/db/database-handles.ts";
import type { CaseFilterSql } from "./case-filter-sql.ts";

/** Nobody reads further than this; counting stops there and says so. */
const mostCounted = 1_000;
/** What runs or waits is looked at up to here; an everyday word costs a look at each title, so fewer are read. */
const mostLive = 20_000;
const mostTitles = { live: 3_000, over: 10_000 };

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
  { conditions, isOfRunning, readsTitles }: CaseFilterSql,
  now: Date,
): Promise<CaseCounts> => {
  const where = allOf([...conditions]);
  const tenant = sql`c.tenant_id = ${tenantId}::uuid`;
  const most = sql.lit(mostCounted + 1);
  const liveAtMost = readsTitles ? mostTitles.live : mostLive;
  /** The most urgent ones where titles are read, else by whatever index leads to what matches. */
  const live = (phase: 0 | 1) =>
    readsTitles
      ? sql`(select * from service_case c where ${tenant} and c.urgency_phase = ${sql.lit(phase)}
          order by c.urgency_at, c.id limit ${sql.lit(liveAtMost + 1)}) c`
      : sql`(select * from service_case c where ${where} and c.urgency_phase = ${sql.lit(phase)} limit ${sql.lit(liveAtMost + 1)}) c`;
  const matching = readsTitles ? where : sql<boolean>`true`;
  const over = (status: "closed" | "duplicate") => {
    if (isOfRunning) return sql`0`;
    return readsTitles
      ? sql`(select count(*)::int from (select 1 from (select * from service_case c where ${tenant}
          order by c.opened_at desc, c.id desc limit ${sql.lit(mostTitles.over)}) c where ${where} and c.status = ${status} limit ${most}) s)`
      : sql`(select count(*)::int from (select 1 from service_case c where ${where} and c.status = ${status} limit ${most}) s)`;
  };
  const solved = isOfRunning
    ? sql`(select 0 as waiting, 0 as solved) w`
    : sql`(select count(*)::int as waiting, count(*) filter (where ${matching})::int as solved from ${live(1)}) w`;
  const { rows } = await sql<Counted>`
    select r.*, w.*, ${over("closed")} as closed, ${over("duplicate")} as duplicate,
      coalesce((select last_number from case_counter where tenant_id = ${tenantId}::uuid), 0) as last_number
    from (select count(*)::int as running, count(*) filter (where ${matching} and c.status = 'open')::int as open,
        count(*) filter (where ${matching} and c.status = 'paused')::int as paused,
        count(*) filter (where ${matching} and c.urgency_at <= ${now})::int as overdue,
        count(*) filter (where ${matching} and c.escalation_level > 0)::int as escalated from ${live(0)}) r, ${solved}`.execute(
    db,
  );
  const found = rows[0]!;
  const bounded = (n: number, isCut: boolean): BoundedCount => ({
    n: Math.min(n, mostCounted),
    isMore: n > mostCounted || isCut,
  });
  const isRunningCut = found.running > liveAtMost;
  const isOverCut = readsTitles && found.last_number > mostTitles.over;
  return {
    open: bounded(found.open, isRunningCut),
    paused: bounded(found.paused, isRunningCut),
    overdue: bounded(found.overdue, isRunningCut),
    escalated: bounded(found.escalated, isRunningCut),
    solved: bounded(found.solved, found.waiting > liveAtMost),
    closed: bounded(found.closed, isOverCut),
    duplicate: bounded(found.duplicate, isOverCut),
  };
};

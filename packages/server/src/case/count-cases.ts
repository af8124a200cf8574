import type { BoundedCount } from "@mainstay/contract/case";
import { sql } from "kysely";
import { allOf } from "../account/account-filter-sql.ts";
import type { Db } from "../platform/db/database-handles.ts";
import type { CaseFilterSql } from "./case-filter-sql.ts";

/** Nobody reads further than this; counting stops there and says so. */
const mostCounted = 1_000;
/** What runs or waits for the customer is looked at whole up to here. */
const mostRunning = 20_000;
/** Of what is over, the newest ones are looked at. */
const mostOver = 100_000;

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
  closed: number;
  duplicate: number;
  last_number: number;
}

/**
 * How many cases of a filter stand in each status, whichever status is asked for. Each count is exact up to a thousand; one that stopped, or
 * looked at the newest hundred thousand only, says `isMore`.
 */
export const countCases = async (
  db: Db,
  tenantId: string,
  { conditions, isAnchored }: CaseFilterSql,
  now: Date,
): Promise<CaseCounts> => {
  const where = allOf([...conditions]);
  const most = sql.lit(mostCounted + 1);
  const over = (status: "closed" | "duplicate") =>
    isAnchored
      ? sql`(select count(*)::int from (select 1 from service_case c where ${where} and c.urgency_phase = 2 and c.status = ${status} limit ${most}) s)`
      : sql`(select count(*)::int from (select 1 from (select * from service_case c where c.tenant_id = ${tenantId}::uuid
          order by c.opened_at desc, c.id desc limit ${sql.lit(mostOver)}) c where ${where} and c.status = ${status} limit ${most}) s)`;
  const { rows } = await sql<Counted>`
    select r.*, ${over("closed")} as closed, ${over("duplicate")} as duplicate,
      (select count(*)::int from (select 1 from service_case c where ${where} and c.urgency_phase = 1 limit ${most}) s) as solved,
      coalesce((select last_number from case_counter where tenant_id = ${tenantId}::uuid), 0) as last_number
    from (select count(*)::int as running, count(*) filter (where status = 'open')::int as open,
        count(*) filter (where status = 'paused')::int as paused, count(*) filter (where urgency_at <= ${now})::int as overdue,
        count(*) filter (where escalation_level > 0)::int as escalated
      from (select c.status, c.urgency_at, c.escalation_level from service_case c
        where ${where} and c.urgency_phase = 0 limit ${sql.lit(mostRunning + 1)}) s) r`.execute(db);
  const found = rows[0]!;
  const bounded = (n: number, isCut = false): BoundedCount => ({
    n: Math.min(n, mostCounted),
    isMore: n > mostCounted || isCut,
  });
  const isCut = found.running > mostRunning;
  const isWindow = !isAnchored && found.last_number > mostOver;
  return {
    open: bounded(found.open, isCut),
    paused: bounded(found.paused, isCut),
    overdue: bounded(found.overdue, isCut),
    escalated: bounded(found.escalated, isCut),
    solved: bounded(found.solved),
    closed: bounded(found.closed, isWindow),
    duplicate: bounded(found.duplicate, isWindow),
  };
};

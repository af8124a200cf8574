import type { EvaluationRunView } from "@mainstay/contract/evaluation";
import { sql } from "kysely";
import type { Db } from "../platform/db/database-handles.ts";
import { readCursor, writeCursor } from "../platform/http/page-cursor.ts";

interface RunRecord {
  id: string;
  trigger: EvaluationRunView["trigger"];
  scope: EvaluationRunView["scope"];
  status: EvaluationRunView["status"];
  as_of: string;
  policy_version: number | null;
  accounts_total: number | null;
  accounts_done: number;
  signals_raised: number;
  signals_cleared: number;
  failure: { code?: string } | null;
  queued_at: Date;
  started_at: Date | null;
  finished_at: Date | null;
}

const select = sql`
  select id, trigger, scope, status, as_of, policy_version, accounts_total, accounts_done, signals_raised,
    signals_cleared, failure, queued_at, started_at, finished_at from evaluation_run`;

const toRunView = (record: RunRecord): EvaluationRunView => ({
  id: record.id,
  trigger: record.trigger,
  scope: record.scope,
  status: record.status,
  asOf: record.as_of,
  policyVersion: record.policy_version,
  accountsTotal: record.accounts_total,
  accountsDone: record.accounts_done,
  signalsRaised: record.signals_raised,
  signalsCleared: record.signals_cleared,
  failureCode: record.failure?.code ?? null,
  queuedAt: record.queued_at.toISOString(),
  startedAt: record.started_at?.toISOString() ?? null,
  finishedAt: record.finished_at?.toISOString() ?? null,
});

/** One round, or null. */
export const findRun = async (
  db: Db,
  tenantId: string,
  runId: string,
): Promise<EvaluationRunView | null> => {
  const { rows } = await sql<RunRecord>`
    ${select} where tenant_id = ${tenantId}::uuid and id = ${runId}::uuid`.execute(db);
  return rows[0] ? toRunView(rows[0]) : null;
};

/** The round of the whole portfolio that was asked for last, or null before the first. */
export const findNewestFullRun = async (
  db: Db,
  tenantId: string,
): Promise<EvaluationRunView | null> => {
  const { rows } = await sql<RunRecord>`
    ${select} where tenant_id = ${tenantId}::uuid and scope = 'all' order by queued_at desc, id desc limit 1`.execute(
    db,
  );
  return rows[0] ? toRunView(rows[0]) : null;
};

const mark = "evaluation.newest";

/** One page of rounds, newest first. */
export const listRuns = async (
  db: Db,
  tenantId: string,
  page: { cursor?: string | undefined; limit: number },
): Promise<{ items: EvaluationRunView[]; nextCursor: string | null; total: number }> => {
  const after = readCursor(page.cursor, mark);
  const beyond = after
    ? sql`and (queued_at, id) < (${after.key}::timestamptz, ${after.id}::uuid)`
    : sql``;
  const { rows } = await sql<RunRecord & { sort_key: string }>`
    select run.*, run.queued_at::text as sort_key from (${select}
      where tenant_id = ${tenantId}::uuid ${beyond} order by queued_at desc, id desc limit ${page.limit + 1}) run`.execute(
    db,
  );
  const { rows: counted } = await sql<{ n: number }>`
    select count(*) as n from evaluation_run where tenant_id = ${tenantId}::uuid`.execute(db);
  const kept = rows.slice(0, page.limit);
  const last = kept.at(-1);
  const hasMore = rows.length > page.limit && last !== undefined;
  return {
    items: kept.map(toRunView),
    nextCursor: hasMore ? writeCursor(mark, { key: last.sort_key, id: last.id }) : null,
    total: counted[0]?.n ?? 0,
  };
};

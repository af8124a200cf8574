import type { IsoDay } from "@mainstay/domain/calendar/day-number";
import { planPlaybook } from "@mainstay/domain/playbook/plan-playbook";
import { sql } from "kysely";
import { type AuditAuthor, recordAudit } from "../platform/audit/record-audit.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { getSteps } from "./playbook-queries.ts";
import {
  finishedSteps,
  loadCalendarOfRun,
  lockRun,
  planOf,
  type PlaybookRun,
  saveStepTasks,
} from "./run-queries.ts";

/** Writes which steps of a run are finished since when: days of steps that are open again are forgotten. */
const noteFinished = async (tx: Tx, tenantId: string, run: PlaybookRun, on: IsoDay) => {
  const { rows } = await sql<{ step_key: string; is_open: boolean }>`
    select step_key, status = 'open' as is_open from task
    where tenant_id = ${tenantId}::uuid and origin = 'playbook' and origin_id = ${run.id}::uuid`.execute(
    tx,
  );
  const finished = Object.fromEntries(
    rows
      .filter(({ is_open }) => !is_open)
      .map(({ step_key }) => [step_key, run.finished[step_key] ?? on]),
  );
  return { finished, made: new Set(rows.map(({ step_key }) => step_key)) };
};

/** Goes on with one run: steps that waited for what is now finished become tasks; with nothing left the run is done. */
const continueRun = async (
  tx: Tx,
  author: AuditAuthor,
  runId: string,
  on: IsoDay,
): Promise<void> => {
  const { tenantId } = author;
  const run = await lockRun(tx, tenantId, runId);
  if (!run) return;
  const { finished, made } = await noteFinished(tx, tenantId, run, on);
  const steps = await getSteps(tx, tenantId, run.stage, run.version);
  const planned = planPlaybook(
    steps,
    run.started_on,
    await loadCalendarOfRun(tx, tenantId, run.started_on),
    { finishedOn: finishedSteps(steps, finished) },
  );
  const due = planned.filter(({ key, isFirm }) => isFirm && !made.has(key));
  await saveStepTasks(tx, author, run, steps, due);
  const isDone = planned.every(({ key }) => finished[key] !== undefined);
  await sql`
    update playbook_run set finished = ${JSON.stringify(finished)}::jsonb,
      plan = plan || ${JSON.stringify(planOf(due))}::jsonb,
      status = ${isDone ? "done" : "running"}, ended_on = ${isDone ? on : null}::date
    where tenant_id = ${tenantId}::uuid and id = ${runId}::uuid`.execute(tx);
  const subject = { kind: "account", id: run.account_id };
  if (isDone)
    await recordAudit(tx, author, "playbook.completed", subject, { runId, stage: run.stage });
};

/**
 * After tasks were done, skipped or opened again: whatever playbooks they are steps of go on from that day. To be called
 * with any tasks, in the transaction that changed them.
 */
export const continueRuns = async (
  tx: Tx,
  author: AuditAuthor,
  taskIds: readonly string[],
  on: IsoDay,
): Promise<void> => {
  if (taskIds.length === 0) return;
  const { rows } = await sql<{ run_id: string }>`
    select distinct origin_id as run_id from task
    where tenant_id = ${author.tenantId}::uuid and id = any(${[...taskIds]}::uuid[]) and origin = 'playbook'
    order by 1`.execute(tx);
  for (const { run_id } of rows) await continueRun(tx, author, run_id, on);
};

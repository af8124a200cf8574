import type { IsoDay } from "@mainstay/domain/calendar/day-number";
import { yearOf } from "@mainstay/domain/calendar/official-workdays";
import { planPlaybook } from "@mainstay/domain/playbook/plan-playbook";
import { sql } from "kysely";
import { type AuditAuthor, recordAudit } from "../platform/audit/record-audit.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { seeingAll } from "../platform/db/seeing-all.ts";
import { getSteps } from "./playbook-queries.ts";
import { finishedSteps, loadCalendarOfRun, type PlaybookRun, runColumns } from "./run-queries.ts";

interface Move {
  readonly taskId: string;
  readonly step: string;
  readonly from: IsoDay;
  readonly to: IsoDay;
}

/** Reckons one run anew and moves the open steps whose day a person has not set; the moves it made. */
const redateRun = async (tx: Tx, author: AuditAuthor, run: PlaybookRun): Promise<Move[]> => {
  const { tenantId } = author;
  const steps = await getSteps(tx, tenantId, run.stage, run.version);
  const planned = planPlaybook(
    steps,
    run.started_on,
    await loadCalendarOfRun(tx, tenantId, run.started_on),
    { finishedOn: finishedSteps(steps, run.finished) },
  );
  const moved = planned.filter(({ key, dueOn }) => {
    const was = run.plan[key];
    return was !== undefined && was !== dueOn;
  });
  if (moved.length === 0) return [];
  const rows = moved.map(({ key, dueOn, windowFromOn }) => ({
    step_key: key,
    due_on: dueOn,
    window_from_on: windowFromOn,
    was: run.plan[key],
  }));
  const { rows: changed } = await sql<{ id: string; step_key: string }>`
    update task k set due_on = m.due_on, window_from_on = m.window_from_on, version = k.version + 1
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as m (step_key text, due_on date, window_from_on date, was date)
    where k.tenant_id = ${tenantId}::uuid and k.origin = 'playbook' and k.origin_id = ${run.id}::uuid
      and k.step_key = m.step_key and k.status = 'open' and k.due_on = m.was
    returning k.id, k.step_key`.execute(tx);
  const taskIds = new Map(changed.map(({ id, step_key }) => [step_key, id]));
  const moves = moved.flatMap(({ key, dueOn }): Move[] => {
    const taskId = taskIds.get(key);
    return taskId ? [{ taskId, step: key, from: run.plan[key] ?? dueOn, to: dueOn }] : [];
  });
  const plan = Object.fromEntries(moves.map(({ step, to }) => [step, to]));
  await sql`
    update playbook_run set plan = plan || ${JSON.stringify(plan)}::jsonb
    where tenant_id = ${tenantId}::uuid and id = ${run.id}::uuid`.execute(tx);
  if (moves.length > 0)
    await recordAudit(
      tx,
      author,
      "playbook.redated",
      { kind: "account", id: run.account_id },
      { runId: run.id, moves: moves.map(({ taskId, from, to }) => ({ taskId, from, to })) },
    );
  return moves;
};

/**
 * After the workday table of some years changed: open steps of running playbooks in those years, or behind them, get the
 * day the table now gives; days set by a person stay. Says how many moved.
 */
export const redateRuns = (
  tx: Tx,
  author: AuditAuthor,
  years: readonly number[],
): Promise<number> =>
  seeingAll(tx, async () => {
    const first = Math.min(...years);
    const { rows } = await sql<PlaybookRun>`
      select ${runColumns} from playbook_run r
      where r.tenant_id = ${author.tenantId}::uuid and r.status = 'running' order by r.id for update`.execute(
      tx,
    );
    let moved = 0;
    for (const run of rows) {
      if (!Object.values(run.plan).some((on) => yearOf(on) >= first)) continue;
      moved += (await redateRun(tx, author, run)).length;
    }
    return moved;
  });

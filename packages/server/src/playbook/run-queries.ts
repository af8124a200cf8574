import type { IsoDay } from "@mainstay/domain/calendar/day-number";
import { calendarParts, dayNumberFromIso } from "@mainstay/domain/calendar/day-number";
import type { DifferentDays } from "@mainstay/domain/calendar/working-days";
import type { LifecycleStage } from "@mainstay/domain/lifecycle/lifecycle-stage";
import { resolveOwner } from "@mainstay/domain/playbook/owner-role";
import type { PlannedStep } from "@mainstay/domain/playbook/plan-playbook";
import { type PlaybookStep, stepKeyOf } from "@mainstay/domain/playbook/playbook-step";
import { sql } from "kysely";
import { newId } from "../platform/clock/new-id.ts";
import type { Db, Tx } from "../platform/db/database-handles.ts";
import { loadDifferentDays } from "../workday/different-days.ts";
import { loadRoleHolders } from "./role-holders.ts";

/** A playbook at work on one account. */
export interface PlaybookRun {
  readonly id: string;
  readonly account_id: string;
  readonly stage: LifecycleStage;
  readonly version: number;
  readonly started_on: IsoDay;
  readonly status: "running" | "done" | "stopped";
  readonly ended_on: IsoDay | null;
  readonly plan: Readonly<Record<string, IsoDay>>;
  readonly finished: Readonly<Record<string, IsoDay>>;
}

export const runColumns = sql`
  r.id, r.account_id, r.stage, r.version, r.started_on, r.status, r.ended_on, r.plan, r.finished`;

/** Takes a run that goes on, or is done and may go on again; null when its stage was left. */
export const lockRun = async (
  tx: Tx,
  tenantId: string,
  runId: string,
): Promise<PlaybookRun | null> => {
  const { rows } = await sql<PlaybookRun>`
    select ${runColumns} from playbook_run r
    where r.tenant_id = ${tenantId}::uuid and r.id = ${runId}::uuid and r.status <> 'stopped' for update`.execute(
    tx,
  );
  return rows[0] ?? null;
};

/** The workday table as far as a playbook begun on a day can reach. */
export const loadCalendarOfRun = (
  db: Db,
  tenantId: string,
  startedOn: IsoDay,
): Promise<DifferentDays> => {
  const { year } = calendarParts(dayNumberFromIso(startedOn) ?? 0);
  return loadDifferentDays(db, tenantId, `${year - 1}-01-01`, `${year + 8}-12-31`);
};

/** The day every step was finished whose occurrences are all finished. */
export const finishedSteps = (
  steps: readonly PlaybookStep[],
  finished: PlaybookRun["finished"],
): Map<string, IsoDay> => {
  const days = new Map<string, IsoDay>();
  for (const step of steps) {
    const rounds = Object.entries(finished).filter(([key]) => stepKeyOf(key) === step.key);
    if (rounds.length < (step.repeat?.times ?? 1)) continue;
    days.set(
      step.key,
      rounds.map(([, on]) => on).reduce((late, on) => (on > late ? on : late)),
    );
  }
  return days;
};

/** Makes the tasks of planned steps, each with its owner found now; says how many. */
export const saveStepTasks = async (
  tx: Tx,
  author: { tenantId: string; actor: { userId: string } | null },
  run: Pick<PlaybookRun, "id" | "account_id">,
  steps: readonly PlaybookStep[],
  planned: readonly PlannedStep[],
): Promise<void> => {
  if (planned.length === 0) return;
  const byKey = new Map(steps.map((step) => [step.key, step]));
  const holders = await loadRoleHolders(tx, author.tenantId, run.account_id);
  const rows = planned.flatMap((one) => {
    const step = byKey.get(one.stepKey);
    if (!step) return [];
    const { title, why, done } = step;
    return {
      id: newId(),
      title: title.zh,
      due_on: one.dueOn,
      window_from_on: one.windowFromOn,
      step_key: one.key,
      owner_role: step.ownerRole,
      owner_user_id: resolveOwner(step.ownerRole, holders),
      contact_kinds: step.contactKinds,
      words: { title, why, done },
    };
  });
  await sql`
    insert into task (tenant_id, id, account_id, title, due_on, window_from_on, step_key, owner_role, owner_user_id,
      contact_kinds, words, origin, origin_id, created_by)
    select ${author.tenantId}::uuid, t.id, ${run.account_id}::uuid, t.title, t.due_on, t.window_from_on, t.step_key,
      t.owner_role, t.owner_user_id, t.contact_kinds, t.words, 'playbook', ${run.id}::uuid, ${author.actor?.userId ?? null}::uuid
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as t (id uuid, title text, due_on date, window_from_on date,
      step_key text, owner_role text, owner_user_id uuid, contact_kinds text[], words jsonb)
    on conflict do nothing`.execute(tx);
};

/** Days on which a step is due, by its key. */
export const planOf = (planned: readonly PlannedStep[]): Record<string, IsoDay> =>
  Object.fromEntries(planned.map(({ key, dueOn }) => [key, dueOn]));

import type { PlaybookRunView, RunStep } from "@mainstay/contract/lifecycle";
import { yearOf } from "@mainstay/domain/calendar/official-workdays";
import type { LifecycleStage } from "@mainstay/domain/lifecycle/lifecycle-stage";
import type { OwnerRole } from "@mainstay/domain/playbook/owner-role";
import { planPlaybook } from "@mainstay/domain/playbook/plan-playbook";
import type { BothWords } from "@mainstay/domain/playbook/playbook-step";
import { taskAbilities } from "@mainstay/domain/task/task-policy";
import type { TaskStatus } from "@mainstay/domain/task/task-status";
import type { Locale } from "@mainstay/phrases/locale";
import { sql } from "kysely";
import type { Context } from "../platform/access/context.ts";
import type { Db } from "../platform/db/database-handles.ts";
import { named } from "../platform/http/named.ts";
import { getCurrentVersion, getSteps } from "../playbook/playbook-queries.ts";
import {
  finishedSteps,
  loadCalendarOfRun,
  type PlaybookRun,
  runColumns,
} from "../playbook/run-queries.ts";
import { loadYearStatus } from "../workday/different-days.ts";

interface TaskRow {
  id: string;
  step_key: string;
  title: string;
  words: Partial<Record<"title" | "why" | "done", BothWords>> | null;
  status: TaskStatus;
  due_on: string | null;
  owner_user_id: string | null;
  owner_name: string | null;
  owner_role: OwnerRole;
  created_by: string | null;
  skip_reason: string | null;
  met_by_interaction_id: string | null;
  version: number;
}

const tell = (words: BothWords, locale: Locale): string => (locale === "en" ? words.en : words.zh);

/** The run that is shown of an account: the one at work, else the last one. */
const findRun = async (
  db: Db,
  tenantId: string,
  accountId: string,
): Promise<PlaybookRun | null> => {
  const { rows } = await sql<PlaybookRun>`
    select ${runColumns} from playbook_run r
    where r.tenant_id = ${tenantId}::uuid and r.account_id = ${accountId}::uuid
    order by (r.status = 'running') desc, r.created_at desc, r.id desc limit 1`.execute(db);
  return rows[0] ?? null;
};

const listStepTasks = async (db: Db, tenantId: string, runId: string): Promise<TaskRow[]> => {
  const { rows } = await sql<TaskRow>`
    select k.id, k.step_key, k.title, k.words, k.status, k.due_on, k.owner_user_id, o.name as owner_name, k.owner_role,
      k.created_by, k.skip_reason, k.met_by_interaction_id, k.version
    from task k left join app_user o on o.tenant_id = k.tenant_id and o.id = k.owner_user_id
    where k.tenant_id = ${tenantId}::uuid and k.origin = 'playbook' and k.origin_id = ${runId}::uuid`.execute(
    db,
  );
  return rows;
};

const noActs = { complete: false, skip: false, reopen: false };

/** The playbook at work on an account with every step: done, open, or waiting for another and expected on a day. */
export const readRunView = async (
  db: Db,
  context: Pick<Context, "actor" | "tenantId" | "today" | "locale">,
  accountId: string,
  stage: LifecycleStage | null,
): Promise<PlaybookRunView | null> => {
  const { tenantId, actor, today, locale } = context;
  const run = await findRun(db, tenantId, accountId);
  if (!run) return null;
  const steps = await getSteps(db, tenantId, run.stage, run.version);
  const tasks = new Map(
    (await listStepTasks(db, tenantId, run.id)).map((row) => [row.step_key, row]),
  );
  const statusOf = await loadYearStatus(db, tenantId);
  const byKey = new Map(steps.map((step) => [step.key, step]));
  const planned = planPlaybook(
    steps,
    run.started_on,
    await loadCalendarOfRun(db, tenantId, run.started_on),
    { finishedOn: finishedSteps(steps, run.finished), today },
  );
  const isOver = run.status === "stopped" || (run.status === "done" && run.stage !== stage);
  const views = planned.flatMap((one): RunStep[] => {
    const step = byKey.get(one.stepKey);
    const task = tasks.get(one.key);
    // What a run that is over never came to is no part of its story.
    if (!step || (!task && isOver)) return [];
    const words = { ...step, ...task?.words };
    const can = task
      ? taskAbilities(actor, {
          ownerUserId: task.owner_user_id,
          createdBy: task.created_by,
          status: task.status,
          origin: "playbook",
          isRunOver: isOver,
        })
      : noActs;
    const dueOn = task ? task.due_on : one.dueOn;
    const isReckoned = !task || (task.status === "open" && dueOn === run.plan[one.key]);
    const before = step.after === null ? undefined : byKey.get(step.after);
    return [
      {
        key: one.key,
        stepKey: one.stepKey,
        title: task && !task.words?.title ? task.title : tell(words.title, locale),
        why: tell(words.why, locale),
        done: tell(words.done, locale),
        ownerRole: step.ownerRole,
        owner: named(task?.owner_user_id, task?.owner_name),
        contactKinds: [...step.contactKinds],
        state: task?.status ?? "waiting",
        dueOn,
        provisional: isReckoned && dueOn !== null && statusOf(yearOf(dueOn)) !== "official",
        waitsFor: !task && before ? tell(before.title, locale) : null,
        finishedOn: task && task.status !== "open" ? (run.finished[one.key] ?? null) : null,
        skipReason: task?.skip_reason ?? null,
        metByContact: task?.met_by_interaction_id != null,
        taskId: task?.id ?? null,
        version: task?.version ?? null,
        can: { complete: can.complete, skip: can.skip, reopen: can.reopen },
      },
    ];
  });
  const far = "9999-12-31";
  return {
    id: run.id,
    stage: run.stage,
    version: run.version,
    currentVersion: (await getCurrentVersion(db, tenantId, run.stage)).version,
    startedOn: run.started_on,
    status: run.status,
    endedOn: run.ended_on,
    steps: views.toSorted((a, b) =>
      (a.dueOn ?? far) < (b.dueOn ?? far) ? -1 : (a.dueOn ?? far) > (b.dueOn ?? far) ? 1 : 0,
    ),
  };
};

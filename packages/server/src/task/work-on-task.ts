import type { TaskView } from "@mainstay/contract/task";
import { demandVersion } from "../platform/access/demand.ts";
import type { Context } from "../platform/access/context.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { seeingAll } from "../platform/db/seeing-all.ts";
import { AppError } from "../platform/http/app-error.ts";
import { continueRuns } from "../playbook/continue-runs.ts";
import { demandTaskOwner } from "./demand-task-owner.ts";
import { tellTaskOwner } from "./tell-task-owner.ts";
import {
  changeTask,
  findTaskView,
  getTaskView,
  lockTask,
  type TaskChange,
} from "./task-queries.ts";

/** Why an act is refused to somebody who may work on the task. */
const refusalOf = (act: keyof TaskView["can"], task: TaskView): AppError => {
  if (act === "drop" && task.can.skip) return new AppError("task.skip_needs_reason");
  if (act === "reopen" && task.status !== "open" && task.origin === "playbook")
    return new AppError("task.run_over");
  return new AppError("task.not_allowed_now", { status: task.status });
};

/** What every act on a task has in common: find and lock, demand the version, ask, save, record. */
const workOnTask = (
  context: Context,
  taskId: string,
  act: keyof TaskView["can"],
  done: "edited" | "completed" | "dropped" | "skipped" | "reopened",
  change: TaskChange,
  check?: (tx: Tx) => Promise<void>,
): Promise<TaskView> =>
  context.write(async (tx) => {
    await lockTask(tx, context.tenantId, taskId);
    const before = await getTaskView(tx, context, taskId);
    demandVersion(context, before.version);
    const isClosedStep = before.origin === "playbook" && before.status !== "open";
    if (!isClosedStep && !Object.values(before.can).some(Boolean))
      throw new AppError("access.not_permitted");
    if (!before.can[act]) throw refusalOf(act, before);
    await check?.(tx);
    await seeingAll(tx, () => changeTask(tx, context.tenantId, before, change));
    await recordAudit(tx, context, `task.${done}`, { kind: "task", id: taskId }, { ...change });
    if (change.owner_user_id && change.owner_user_id !== before.owner?.id) {
      await tellTaskOwner(tx, context.tenantId, {
        id: taskId,
        ownerUserId: change.owner_user_id,
        accountId: before.account?.id ?? null,
        dueOn: change.due_on === undefined ? before.dueOn : change.due_on,
        version: before.version + 1,
      });
    }
    if (change.status !== undefined)
      await seeingAll(tx, () => continueRuns(tx, context, [taskId], context.today));
    const after = await findTaskView(tx, context, taskId);
    if (after) return after;
    const given = await seeingAll(tx, () => getTaskView(tx, context, taskId));
    return { ...given, account: before.account };
  });

/** Changes title, due day or owner of an open task; who hands it over may see it in the answer for the last time. */
export const editTask = (
  context: Context,
  taskId: string,
  draft: { title?: string; dueOn?: string | null; ownerUserId?: string | null },
) =>
  workOnTask(
    context,
    taskId,
    "edit",
    "edited",
    {
      ...(draft.title !== undefined && { title: draft.title }),
      ...(draft.dueOn !== undefined && { due_on: draft.dueOn }),
      ...(draft.ownerUserId !== undefined && { owner_user_id: draft.ownerUserId }),
    },
    async (tx) => {
      if (draft.ownerUserId) await demandTaskOwner(tx, context.tenantId, draft.ownerUserId);
    },
  );

export const completeTask = (context: Context, taskId: string) =>
  workOnTask(context, taskId, "complete", "completed", { status: "done", done_at: context.now });

export const dropTask = (context: Context, taskId: string) =>
  workOnTask(context, taskId, "drop", "dropped", { status: "dropped", dropped_at: context.now });

/** Leaves out a step of a playbook; why is kept with it. */
export const skipTask = (context: Context, taskId: string, reason: string) =>
  workOnTask(context, taskId, "skip", "skipped", {
    status: "dropped",
    dropped_at: context.now,
    skip_reason: reason,
  });

export const reopenTask = (context: Context, taskId: string) =>
  workOnTask(context, taskId, "reopen", "reopened", {
    status: "open",
    done_at: null,
    dropped_at: null,
    skip_reason: null,
    met_by_interaction_id: null,
  });

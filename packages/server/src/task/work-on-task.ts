import type { TaskView } from "@mainstay/contract/task";
import { demandVersion } from "../platform/access/demand.ts";
import type { Context } from "../platform/access/context.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { seeingAll } from "../platform/db/seeing-all.ts";
import { AppError } from "../platform/http/app-error.ts";
import { demandTaskOwner } from "./demand-task-owner.ts";
import {
  changeTask,
  findTaskView,
  getTaskView,
  lockTask,
  type TaskChange,
} from "./task-queries.ts";

/** What every act on a task has in common: find and lock, demand the version, ask, save, record. */
const workOnTask = (
  context: Context,
  taskId: string,
  act: keyof TaskView["can"],
  done: "edited" | "completed" | "dropped" | "reopened",
  change: TaskChange,
  check?: (tx: Tx) => Promise<void>,
): Promise<TaskView> =>
  context.write(async (tx) => {
    await lockTask(tx, context.tenantId, taskId);
    const before = await getTaskView(tx, context.actor, taskId);
    demandVersion(context, before.version);
    if (!Object.values(before.can).some(Boolean)) throw new AppError("access.not_permitted");
    if (!before.can[act]) throw new AppError("task.not_allowed_now", { status: before.status });
    await check?.(tx);
    await seeingAll(tx, () => changeTask(tx, context.tenantId, before, change));
    await recordAudit(tx, context, `task.${done}`, { kind: "task", id: taskId }, { ...change });
    const after = await findTaskView(tx, context.actor, taskId);
    if (after) return after;
    const given = await seeingAll(tx, () => getTaskView(tx, context.actor, taskId));
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
  workOnTask(context, taskId, "drop", "dropped", { status: "dropped" });

export const reopenTask = (context: Context, taskId: string) =>
  workOnTask(context, taskId, "reopen", "reopened", { status: "open", done_at: null });

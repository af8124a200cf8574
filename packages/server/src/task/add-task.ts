import { randomUUID } from "node:crypto";
import type { TaskDraft, TaskView } from "@mainstay/contract/task";
import type { z } from "zod";
import { findAccount } from "../account/account-queries.ts";
import type { Context } from "../platform/access/context.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import { AppError } from "../platform/http/app-error.ts";
import { getSignalView } from "../signal/signal-queries.ts";
import { demandTaskOwner } from "./demand-task-owner.ts";
import { tellTaskOwner } from "./tell-task-owner.ts";
import { getTaskView } from "./task-queries.ts";

/** Makes a task on an account or because of a signal; without an owner it is the maker's own. */
export const addTask = (context: Context, draft: z.output<typeof TaskDraft>): Promise<TaskView> =>
  context.write(async (tx) => {
    const { tenantId, actor } = context;
    const signal = draft.signalId ? await getSignalView(tx, actor, draft.signalId) : null;
    const accountId = draft.accountId ?? signal?.account.id ?? null;
    if (accountId && !(await findAccount(tx, tenantId, accountId)))
      throw new AppError("account.not_found");
    if (signal && signal.account.id !== accountId) throw new AppError("signal.not_found");
    if (draft.ownerUserId) await demandTaskOwner(tx, tenantId, draft.ownerUserId);
    const id = randomUUID();
    await tx
      .insertInto("task")
      .values({
        tenant_id: tenantId,
        id,
        title: draft.title,
        due_on: draft.dueOn ?? null,
        owner_user_id: draft.ownerUserId ?? actor.userId,
        account_id: accountId,
        signal_id: signal?.id ?? null,
        created_by: actor.userId,
      })
      .execute();
    await recordAudit(
      tx,
      context,
      "task.added",
      { kind: "task", id },
      { accountId, signalId: signal?.id ?? null },
    );
    const ownerUserId = draft.ownerUserId ?? actor.userId;
    const dueOn = draft.dueOn ?? null;
    await tellTaskOwner(tx, tenantId, { id, ownerUserId, accountId, dueOn, version: 1 });
    return getTaskView(tx, context, id);
  });

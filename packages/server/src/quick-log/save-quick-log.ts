import { createHash, randomUUID } from "node:crypto";
import type { QuickLogDraft, QuickLogView } from "@mainstay/contract/quick-log";
import { demandLoggable, saveInteraction } from "../interaction/log-interaction.ts";
import type { Context } from "../platform/access/context.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { demandTaskOwner } from "../task/demand-task-owner.ts";
import { tellTaskOwner } from "../task/tell-task-owner.ts";
import {
  claimClientRef,
  lockQuickLog,
  noteWhatItMade,
  type QuickLogRecord,
  toQuickLogView,
} from "./quick-log-queries.ts";

/**
 * Saves one confirmed line: the contact or the plan of one, and its next steps, in one act. The same reference again
 * gives what the first one made; with other content the first one stays and `quick_log.ref_conflict` tells.
 */
export const saveQuickLog = (context: Context, draft: QuickLogDraft): Promise<QuickLogView> =>
  context.write(async (tx) => {
    const { tenantId, actor } = context;
    const { clientRef, accountId } = draft;
    if (draft.writerUserId && draft.writerUserId !== actor.userId)
      throw new AppError("quick_log.other_writer");
    const bodySha256 = createHash("sha256").update(JSON.stringify(draft)).digest();
    const at = context.now;
    const claim = { tenantId, clientRef, userId: actor.userId, at, bodySha256 };
    if (!(await claimClientRef(tx, claim))) {
      const first = await lockQuickLog(tx, tenantId, clientRef);
      return toQuickLogView(tx, tenantId, demandSame(first, bodySha256));
    }
    await demandLoggable(tx, context, accountId);
    if (!draft.contact && !draft.plan && draft.nextSteps.length === 0)
      throw new AppError("quick_log.empty");
    const interaction = draft.contact
      ? await saveInteraction(tx, context, accountId, draft.contact, clientRef)
      : null;
    const made = {
      interaction_id: interaction?.id ?? null,
      interaction_on: interaction?.occurredOn ?? null,
      calendar_entry_id: draft.plan ? await savePlan(tx, context, accountId, draft.plan) : null,
      task_ids: await saveNextSteps(tx, context, accountId, draft.nextSteps),
    };
    await noteWhatItMade(tx, tenantId, clientRef, made);
    return toQuickLogView(tx, tenantId, {
      ...made,
      client_ref: clientRef,
      logged_at: at,
      body_sha256: bodySha256,
      taken_back_at: null,
    });
  });

/** The first log under the reference, if it says the same and still stands. Another writer's is not shown. */
const demandSame = (first: QuickLogRecord | null, bodySha256: Buffer): QuickLogRecord => {
  if (!first) throw new AppError("quick_log.ref_conflict", { loggedAt: null });
  if (first.taken_back_at) throw new AppError("quick_log.taken_back");
  if (!first.body_sha256.equals(bodySha256))
    throw new AppError("quick_log.ref_conflict", { loggedAt: first.logged_at.toISOString() });
  return first;
};

const savePlan = async (
  tx: Tx,
  context: Context,
  accountId: string,
  plan: NonNullable<QuickLogDraft["plan"]>,
): Promise<string> => {
  const { tenantId, actor } = context;
  const id = randomUUID();
  await tx
    .insertInto("calendar_entry")
    .values({
      tenant_id: tenantId,
      id,
      owner_user_id: actor.userId,
      account_id: accountId,
      kind: plan.kind,
      title: plan.title,
      on_date: plan.onDate,
      our_user_ids: [actor.userId],
    })
    .execute();
  const subject = { kind: "calendar_entry", id };
  const detail = { accountId, kind: plan.kind, onDate: plan.onDate };
  await recordAudit(tx, context, "interaction.planned", subject, detail);
  return id;
};

const saveNextSteps = async (
  tx: Tx,
  context: Context,
  accountId: string,
  steps: QuickLogDraft["nextSteps"],
): Promise<string[]> => {
  const { tenantId, actor } = context;
  const ids: string[] = [];
  for (const step of steps) {
    if (step.ownerUserId) await demandTaskOwner(tx, tenantId, step.ownerUserId);
    const id = randomUUID();
    await tx
      .insertInto("task")
      .values({
        tenant_id: tenantId,
        id,
        title: step.title,
        due_on: step.dueOn ?? null,
        owner_user_id: step.ownerUserId ?? actor.userId,
        account_id: accountId,
        created_by: actor.userId,
        origin: "log",
      })
      .execute();
    const detail = { accountId, signalId: null };
    await recordAudit(tx, context, "task.added", { kind: "task", id }, detail);
    const ownerUserId = step.ownerUserId ?? actor.userId;
    const dueOn = step.dueOn ?? null;
    await tellTaskOwner(tx, tenantId, { id, ownerUserId, accountId, dueOn, version: 1 });
    ids.push(id);
  }
  return ids;
};

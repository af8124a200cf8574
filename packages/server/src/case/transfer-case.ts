import type { CaseView } from "@mainstay/contract/case";
import type { CaseEventKind } from "@mainstay/domain/case/case-kind";
import { notify } from "../notification/notify.ts";
import type { Context } from "../platform/access/context.ts";
import { newId } from "../platform/clock/new-id.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { demandCaseWorker } from "./case-worker.ts";
import type { CaseRecord } from "./lock-case.ts";
import { recordCaseEvent } from "./record-case-event.ts";
import { whoHears } from "./who-answers.ts";
import { workOnCase } from "./work-on-case.ts";

const demandHeir = async (tx: Tx, context: Context, record: CaseRecord, userId: string) => {
  if (record.handler_user_id === userId) throw new AppError("case.already_handled");
  await demandCaseWorker(tx, context.tenantId, {
    accountId: record.account_id,
    userId,
    complainedUserIds: record.complained_user_ids,
  });
};

/** 转交 Offers the work to a colleague; it stays where it is until they accept. The first responder goes on answering for it. */
export const offerTransfer = (
  context: Context,
  caseId: string,
  { toUserId, reason }: { toUserId: string; reason: string },
): Promise<CaseView> =>
  workOnCase(context, caseId, "offerTransfer", async (tx, record) => {
    const { tenantId, actor, now } = context;
    await demandHeir(tx, context, record, toUserId);
    const transferId = newId();
    await tx
      .insertInto("case_transfer")
      .values({
        tenant_id: tenantId,
        id: transferId,
        case_id: caseId,
        from_user_id: record.handler_user_id,
        to_user_id: toUserId,
        offered_by: actor.userId,
        offered_at: now,
        reason,
      })
      .execute();
    await noteTransfer(tx, context, caseId, "transfer_offered", reason, { transferId, toUserId });
    await notify(tx, tenantId, {
      userIds: [toUserId],
      kind: "case_transfer_offered",
      subjectKind: "case",
      subjectId: caseId,
      accountId: record.account_id,
      reason: { params: { caseKind: record.kind, level: record.level } },
      dedupeKey: `case_transfer_offered:${transferId}`,
    });
    return { done: "transfer_offered", detail: { transferId, toUserId } };
  });

const noteTransfer = (
  tx: Tx,
  { tenantId, actor, now }: Context,
  caseId: string,
  kind: CaseEventKind,
  words: string,
  detail: Readonly<Record<string, unknown>>,
) =>
  recordCaseEvent(tx, { tenantId, caseId, kind, at: now, byUserId: actor.userId, words, detail });

/** Ends the open offer of a case in one way; nothing when there is none. */
export const endTransfer = async (
  tx: Tx,
  { tenantId, actor, now }: Pick<Context, "tenantId" | "actor" | "now">,
  caseId: string,
  status: "accepted" | "declined" | "withdrawn",
  answerReason = "",
): Promise<void> => {
  await tx
    .updateTable("case_transfer")
    .set({
      status,
      answered_by: actor.userId,
      answered_at: now,
      answer_reason: answerReason,
    })
    .where("tenant_id", "=", tenantId)
    .where("case_id", "=", caseId)
    .where("status", "=", "open")
    .execute();
};

const answered = async (
  tx: Tx,
  context: Context,
  record: CaseRecord,
  view: CaseView,
  answer: "accepted" | "declined",
) => {
  const { transfer } = view;
  if (!transfer) throw new AppError("case.not_allowed_now");
  const told = [transfer.offeredBy?.id, transfer.from?.id];
  await notify(tx, context.tenantId, {
    userIds: await whoHears(tx, context.tenantId, record.id, told),
    kind: "case_transfer_answered",
    subjectKind: "case",
    subjectId: record.id,
    accountId: record.account_id,
    reason: { params: { caseKind: record.kind, answer } },
    dedupeKey: `case_transfer_answered:${transfer.id}`,
  });
  return transfer.id;
};

/** 接手 The receiver takes the work over. */
export const acceptTransfer = (context: Context, caseId: string): Promise<CaseView> =>
  workOnCase(context, caseId, "answerTransfer", async (tx, record, view) => {
    const { actor } = context;
    await demandHeir(tx, context, record, actor.userId);
    await endTransfer(tx, context, caseId, "accepted");
    const transferId = await answered(tx, context, record, view, "accepted");
    const detail = { transferId, fromUserId: record.handler_user_id, toUserId: actor.userId };
    await noteTransfer(tx, context, caseId, "transfer_accepted", "", detail);
    return { done: "transfer_accepted", detail, change: { handler_user_id: actor.userId } };
  });

/** 退回 The receiver does not take it; whoever offered it hears why. */
export const declineTransfer = (
  context: Context,
  caseId: string,
  reason: string,
): Promise<CaseView> =>
  workOnCase(context, caseId, "answerTransfer", async (tx, record, view) => {
    await endTransfer(tx, context, caseId, "declined", reason);
    const transferId = await answered(tx, context, record, view, "declined");
    await noteTransfer(tx, context, caseId, "transfer_declined", reason, { transferId });
    return { done: "transfer_declined", detail: { transferId } };
  });

/** Takes the offer back before it is answered. */
export const withdrawTransfer = (context: Context, caseId: string): Promise<CaseView> =>
  workOnCase(context, caseId, "withdrawTransfer", async (tx, _, view) => {
    const transferId = view.transfer?.id ?? null;
    await endTransfer(tx, context, caseId, "withdrawn");
    await noteTransfer(tx, context, caseId, "transfer_withdrawn", "", { transferId });
    return { done: "transfer_withdrawn", detail: { transferId } };
  });

/** 指派 Gives the work to somebody without asking; an offer that waits is void. */
export const assignCase = (
  context: Context,
  caseId: string,
  { userId, reason }: { userId: string; reason: string },
): Promise<CaseView> =>
  workOnCase(context, caseId, "assign", async (tx, record) => {
    await demandHeir(tx, context, record, userId);
    await endTransfer(tx, context, caseId, "withdrawn");
    const detail = { fromUserId: record.handler_user_id, toUserId: userId };
    await noteTransfer(tx, context, caseId, "assigned", reason, detail);
    await notify(tx, context.tenantId, {
      userIds: [userId],
      kind: "case_assigned",
      subjectKind: "case",
      subjectId: caseId,
      accountId: record.account_id,
      reason: { params: { caseKind: record.kind, level: record.level } },
      dedupeKey: `case_assigned:${caseId}:${userId}:${record.version}`,
    });
    return { done: "assigned", detail, change: { handler_user_id: userId } };
  });

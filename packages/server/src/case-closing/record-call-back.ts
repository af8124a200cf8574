import type { caseClosings } from "@mainstay/contract/case-closing";
import type { BodyOf } from "@mainstay/contract/endpoint/endpoint";
import { whyNotCallBack } from "@mainstay/domain/case-closing/call-back-rule";
import { recordCaseEvent } from "../case/record-case-event.ts";
import type { Context } from "../platform/access/context.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import { newId } from "../platform/clock/new-id.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { refuseField } from "../platform/http/field-problems.ts";
import { callBackFactsOf, type ClosingRecord, lockForClosing } from "./closing-record.ts";
import { confirmSolution } from "./confirm-solution.ts";
import { demandPersonOf } from "./demand-person-of.ts";

type Given = BodyOf<typeof caseClosings.callBack>;

/**
 * 回访确认 Records a call to the customer by somebody who had no part in the case. Nobody reached: the attempt stays visible, the case
 * stays unconfirmed. Reached: the customer's word closes or reopens it, as on their page.
 */
export const recordCallBack = (context: Context, caseId: string, given: Given): Promise<void> =>
  context.write(async (tx) => {
    const { tenantId, actor, now } = context;
    const record = await lockForClosing(tx, tenantId, caseId);
    if (!record) throw new AppError("case.not_found");
    const refusal = whyNotCallBack(actor, callBackFactsOf(record));
    if (refusal === "not_permitted") throw new AppError("access.not_permitted");
    if (refusal === "not_solved") throw new AppError("case.not_allowed_now");
    if (refusal) throw new AppError("call_back.not_independent");
    const call = await readCall(tx, context, record, given);
    const callBackId = newId();
    const { personId, calledAt, words, isResolved, score } = call;
    await tx
      .insertInto("call_back")
      .values({
        tenant_id: tenantId,
        id: callBackId,
        case_id: caseId,
        account_id: record.account_id,
        person_id: personId,
        called_by: actor.userId,
        called_at: calledAt,
        outcome: given.outcome,
        is_resolved: isResolved,
        score,
        words,
      })
      .execute();
    const isReached = given.outcome === "reached";
    await recordCaseEvent(tx, {
      tenantId,
      caseId,
      kind: "called_back",
      at: calledAt,
      byUserId: actor.userId,
      byPersonId: personId,
      // What was said stands with the answer; a call that reached nobody has a note of its own.
      words: isReached ? "" : words,
      detail: { callBackId, outcome: given.outcome },
    });
    const subject = { kind: "case", id: caseId };
    await recordAudit(tx, context, "case.called_back", subject, {
      accountId: record.account_id,
      outcome: given.outcome,
      score,
    });
    if (!isReached || isResolved === null) return;
    await confirmSolution(tx, context, record, {
      via: "call_back",
      isResolved,
      score,
      words,
      at: now,
      callBackId,
      personId,
    });
  });

const readCall = async (tx: Tx, context: Context, record: ClosingRecord, given: Given) => {
  const { now } = context;
  const calledAt = given.calledAt ? new Date(given.calledAt) : now;
  if (calledAt > now || (record.solved_at !== null && calledAt < record.solved_at))
    throw new AppError("call_back.time_unfit");
  const personId = given.personId ?? record.person_id;
  if (given.personId && given.personId !== record.person_id)
    await demandPersonOf(tx, context.tenantId, record.account_id, given.personId);
  const none = { isResolved: null, score: null };
  const told = { personId, calledAt, words: given.words ?? "" };
  if (given.outcome === "not_reached") return { ...told, ...none };
  if (typeof given.isResolved !== "boolean") throw refuseField("isResolved", "required");
  const score = given.score ?? null;
  if (given.isResolved && score === null) throw refuseField("score", "required");
  return { ...told, isResolved: given.isResolved, score };
};

import type { caseClosings } from "@mainstay/contract/case-closing";
import type { AnswerOf } from "@mainstay/contract/endpoint/endpoint";
import { involvementOf } from "@mainstay/domain/case-closing/call-back-rule";
import type { Context } from "../platform/access/context.ts";
import { AppError } from "../platform/http/app-error.ts";
import { askConfirmation } from "./ask-confirmation.ts";
import { callBackFactsOf } from "./closing-record.ts";
import { demandCloser } from "./demand-closer.ts";

/**
 * 再请客户确认 Asks the customer once more, because somebody wants to. The link itself is shown only to whoever had no part in the
 * case: others could answer in the customer's place. For them it goes out by mail or not at all
 * (`confirmation.not_independent`). Source: S2, a different employee.
 */
export const askByHand = (
  context: Context,
  caseId: string,
): Promise<AnswerOf<typeof caseClosings.ask>> =>
  context.write(async (tx) => {
    const record = await demandCloser(tx, context, caseId);
    if (record.status !== "solved") throw new AppError("case.not_allowed_now");
    const isInvolved = involvementOf(context.actor.userId, callBackFactsOf(record)) !== null;
    const asked = await askConfirmation(tx, context, { caseId });
    if (isInvolved && !asked.isMailed) throw new AppError("confirmation.not_independent");
    const path = isInvolved ? null : asked.path;
    return { ...asked, path, expiresAt: asked.expiresAt.toISOString() };
  });

import { mayStrike } from "@mainstay/domain/decision-chain/chain-policy";
import type { StrikeReason } from "@mainstay/domain/decision-chain/strike-reason";
import type { Context } from "../platform/access/context.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import { AppError } from "../platform/http/app-error.ts";
import { enqueueCycleRound } from "../cycle/enqueue-cycle-round.ts";
import { enqueueRelationshipRound } from "../relationship/enqueue-relationship-round.ts";
import {
  type Assessed,
  assessmentTables,
  deleteAssessment,
  lockAssessment,
} from "./assessment-queries.ts";
import { leaveReceipt } from "./leave-receipt.ts";

/**
 * Strikes a wrong judgement: its row is gone, as it is personal data; a receipt and the audit say that it was, and why. Who
 * made it may, and a director.
 */
export const strikeAssessment = (
  context: Context,
  what: Assessed,
  assessmentId: string,
  reason: StrikeReason,
): Promise<void> =>
  context.write(async (tx) => {
    const { tenantId, actor } = context;
    const found = await lockAssessment(tx, tenantId, what, assessmentId);
    if (!found) throw new AppError("chain.assessment_not_found");
    if (!mayStrike(actor, found.assessed_by)) throw new AppError("access.not_permitted");
    await deleteAssessment(tx, tenantId, what, assessmentId);
    const counts = { [assessmentTables[what]]: 1 };
    const receiptId = await leaveReceipt(tx, context, found.person_id, counts);
    const { account_id: accountId } = found;
    const subject = { kind: "person", id: found.person_id };
    await recordAudit(tx, context, `${what}.struck`, subject, { accountId, reason, receiptId });
    if (accountId !== null) {
      await enqueueRelationshipRound(tx, tenantId, accountId);
      await enqueueCycleRound(tx, tenantId, accountId);
    }
  });

import type { ApprovalView } from "@mainstay/contract/approval";
import { accountAbilities } from "@mainstay/domain/account/account-policy";
import type { Segment } from "@mainstay/domain/account/segment";
import { findAccount } from "../account/account-queries.ts";
import { accountTotals } from "../account/account-totals.ts";
import { teamOf } from "../account/account-view.ts";
import type { Context } from "../platform/access/context.ts";
import { AppError } from "../platform/http/app-error.ts";
import { placeInSegment } from "../segment-move/place-in-segment.ts";
import type { ApprovalEffect } from "./approval-effect.ts";
import { getApprovalView } from "./approval-view.ts";
import { requestApproval } from "./request-approval.ts";

/** Proposes that an account one works with moves to another segment; a director decides. */
export const askSegmentMove = (
  context: Context,
  { accountId, toSegment, note }: { accountId: string; toSegment: Segment; note: string },
): Promise<ApprovalView> =>
  context.write(async (tx) => {
    const { tenantId, actor } = context;
    const account = await findAccount(tx, tenantId, accountId);
    if (!account) throw new AppError("account.not_found");
    if (!accountAbilities(actor, teamOf(account)).edit) throw new AppError("access.not_permitted");
    const standing = await tx
      .selectFrom("account_standing")
      .select("segment")
      .where("tenant_id", "=", tenantId)
      .where("account_id", "=", accountId)
      .executeTakeFirst();
    const from = (standing?.segment ?? null) as Segment | null;
    if (from === toSegment) throw new AppError("approval.same_segment");
    const id = await requestApproval(tx, context, {
      kind: "segment_move",
      subjectKind: "account",
      subjectId: accountId,
      accountId,
      reason: { code: "approval.segment_move", params: { from, to: toSegment } },
      note,
      detail: { toSegment },
      approverRole: "director",
    });
    return getApprovalView(tx, context, id);
  });

/** Approved, the account moves; lists and sums are counted anew. */
export const segmentMoveEffect: ApprovalEffect = async (tx, context, approval, decision) => {
  if (decision !== "approved" || approval.account_id === null) return;
  const toSegment = String(approval.detail["toSegment"]);
  const note = approval.note;
  await placeInSegment(tx, context, { accountId: approval.account_id, toSegment, note });
  accountTotals.forget(context.tenantId);
};

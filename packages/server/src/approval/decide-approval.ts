import type { ApprovalView } from "@mainstay/contract/approval";
import { decidesFor } from "@mainstay/domain/approval/approval-policy";
import { notify } from "../notification/notify.ts";
import type { Context } from "../platform/access/context.ts";
import { demandVersion } from "../platform/access/demand.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { approvalEffects } from "./approval-effects.ts";
import { factsOf, lockApproval } from "./approval-record.ts";
import { getApprovalView } from "./approval-view.ts";
import { beyondSight } from "./beyond-sight.ts";
import { loadDecidingDay } from "./deciding-world.ts";

/**
 * Approves or refuses, in one's own name or for somebody away. The effect belongs to the same transaction: of two who decide
 * at once one wins and it happens once. A refusal says why (`approval.note_needed`).
 */
export const decideApproval = (
  context: Context,
  approvalId: string,
  decision: "approve" | "refuse",
  note: string,
): Promise<ApprovalView> => context.write((tx) => decide(tx, context, approvalId, decision, note));

const decide = async (
  tx: Tx,
  context: Context,
  approvalId: string,
  decision: "approve" | "refuse",
  note: string,
): Promise<ApprovalView> => {
  const { tenantId, actor, now } = context;
  const approval = await lockApproval(tx, tenantId, approvalId);
  const day = await loadDecidingDay(tx, tenantId, context.today, [approval]);
  const decidedFor = decidesFor(factsOf(approval), actor.userId, day.worldOf(approval));
  if (decidedFor === null) {
    if (approval.requested_by === actor.userId) throw new AppError("approval.own");
    // Not theirs: hidden where they could not see it, refused where they can; a decided one says so to who decides.
    await getApprovalView(tx, context, approvalId);
    throw new AppError("approval.not_yours");
  }
  if (approval.status !== "pending") throw new AppError("approval.decided");
  demandVersion(context, approval.version);
  if (decision === "refuse" && note.trim() === "") throw new AppError("approval.note_needed");
  const status = decision === "approve" ? "approved" : "refused";
  const validUntil =
    decision === "approve" && approval.valid_hours !== null
      ? new Date(now.getTime() + approval.valid_hours * 3_600_000)
      : null;
  await beyondSight(tx, async () => {
    await tx
      .updateTable("approval")
      .set({
        status,
        decided_by: actor.userId,
        decided_for: decidedFor,
        decided_at: now,
        decision_note: note || null,
        valid_until: validUntil,
        version: approval.version + 1,
      })
      .where("tenant_id", "=", tenantId)
      .where("id", "=", approvalId)
      .execute();
    await approvalEffects[approval.kind]?.(
      tx,
      context,
      { ...approval, decision_note: note },
      status,
    );
    await notify(tx, tenantId, {
      userIds: [approval.requested_by],
      kind: "approval_decided",
      subjectKind: "approval",
      subjectId: approvalId,
      accountId: approval.account_id,
      reason: {
        code: "notification.approval_decided",
        params: { approvalKind: approval.kind, status },
      },
      dedupeKey: `approval_decided:${approvalId}`,
    });
  });
  const subject = { kind: "approval", id: approvalId };
  const what = {
    kind: approval.kind,
    accountId: approval.account_id,
    decidedForUserId: decidedFor,
  };
  await recordAudit(
    tx,
    context,
    decision === "approve" ? "approval.approved" : "approval.refused",
    subject,
    what,
  );
  return getApprovalView(tx, context, approvalId);
};

import type { ApprovalView } from "@mainstay/contract/approval";
import type { Context } from "../platform/access/context.ts";
import { demandVersion } from "../platform/access/demand.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import { AppError } from "../platform/http/app-error.ts";
import { approvalEffects } from "./approval-effects.ts";
import { lockApproval } from "./approval-record.ts";
import { getApprovalView } from "./approval-view.ts";
import { beyondSight } from "./beyond-sight.ts";

/** Takes back what one asked for oneself, as long as nobody has decided it. */
export const withdrawApproval = (context: Context, approvalId: string): Promise<ApprovalView> =>
  context.write(async (tx) => {
    const { tenantId, actor, now } = context;
    const approval = await lockApproval(tx, tenantId, approvalId);
    if (approval.requested_by !== actor.userId) {
      await getApprovalView(tx, context, approvalId);
      throw new AppError("approval.not_yours");
    }
    if (approval.status !== "pending") throw new AppError("approval.decided");
    demandVersion(context, approval.version);
    await beyondSight(tx, async () => {
      await tx
        .updateTable("approval")
        .set({
          status: "withdrawn",
          decided_by: actor.userId,
          decided_at: now,
          version: approval.version + 1,
        })
        .where("tenant_id", "=", tenantId)
        .where("id", "=", approvalId)
        .execute();
      await approvalEffects[approval.kind]?.(tx, context, approval, "withdrawn");
    });
    const subject = { kind: "approval", id: approvalId };
    const what = { kind: approval.kind, accountId: approval.account_id };
    await recordAudit(tx, context, "approval.withdrawn", subject, what);
    return getApprovalView(tx, context, approvalId);
  });

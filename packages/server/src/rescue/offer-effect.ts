import { sql } from "kysely";
import type { ApprovalEffect } from "../approval/approval-effect.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";

const statusAfter = { approved: "ready", refused: "refused", withdrawn: "withdrawn" } as const;

/** A decided offer may be made to the customer, or not; nothing happens where it was taken back meanwhile. */
export const rescueOfferEffect: ApprovalEffect = async (tx, context, approval, decision) => {
  if (approval.subject_kind !== "rescue_offer") return;
  const { rows } = await sql<{ rescue_id: string; account_id: string; kind: string }>`
    update rescue_offer set status = ${statusAfter[decision]}, version = version + 1
    where tenant_id = ${context.tenantId}::uuid and id = ${approval.subject_id}::uuid and status = 'waiting'
    returning rescue_id, account_id, kind`.execute(tx);
  const offer = rows[0];
  if (!offer || decision === "withdrawn") return;
  const subject = { kind: "rescue", id: offer.rescue_id };
  const detail = { accountId: offer.account_id, offer: offer.kind };
  if (decision === "approved")
    await recordAudit(tx, context, "rescue.offer_approved", subject, detail);
  else await recordAudit(tx, context, "rescue.offer_refused", subject, detail);
};

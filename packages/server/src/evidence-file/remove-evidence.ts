import { mayTakeBack } from "../case-attachment/case-at-desk.ts";
import type { Context } from "../platform/access/context.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import { AppError } from "../platform/http/app-error.ts";
import { findEvidence } from "./evidence-queries.ts";
import { type EvidenceKind, getEvidenceSubject } from "./evidence-subject.ts";

/** Takes a file of evidence off again, with its bytes; the audit keeps that it was there. */
export const removeEvidence = (
  context: Context,
  of: { readonly kind: EvidenceKind; readonly id: string },
  evidenceId: string,
): Promise<undefined> =>
  context.write(async (tx) => {
    const { tenantId, actor } = context;
    const subject = await getEvidenceSubject(tx, context, of, "lock");
    const file = await findEvidence(tx, tenantId, subject, evidenceId);
    if (!file) throw new AppError("evidence.not_found");
    if (!subject.mayChange) throw new AppError(`${of.kind}.not_allowed_now`);
    if (!mayTakeBack(actor, file.added_by)) throw new AppError("access.not_permitted");
    await tx
      .deleteFrom("evidence_file")
      .where("tenant_id", "=", tenantId)
      .where("id", "=", evidenceId)
      .execute();
    const { accountId } = subject;
    const act = of.kind === "promise" ? "promise.evidence_removed" : "need.evidence_removed";
    await recordAudit(tx, context, act, of, { accountId, evidenceId });
    return undefined;
  });

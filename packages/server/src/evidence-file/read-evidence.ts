import type { Context } from "../platform/access/context.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import { AppError } from "../platform/http/app-error.ts";
import type { Outlet } from "../platform/http/serve-download.ts";
import { findEvidence } from "./evidence-queries.ts";
import { type EvidenceKind, getEvidenceSubject } from "./evidence-subject.ts";

/** Hands out a file of evidence, always to be saved and never shown as a page of ours; the look is recorded. */
export const readEvidence = async (
  context: Context,
  of: { readonly kind: EvidenceKind; readonly id: string },
  evidenceId: string,
  outlet: Outlet,
): Promise<void> => {
  const file = await context.write(async (tx) => {
    const subject = await getEvidenceSubject(tx, context, of);
    const found = await findEvidence(tx, context.tenantId, subject, evidenceId);
    if (!found) throw new AppError("evidence.not_found");
    const { accountId } = subject;
    const act = of.kind === "promise" ? "promise.evidence_read" : "need.evidence_read";
    await recordAudit(tx, context, act, of, { accountId, evidenceId });
    return found;
  });
  outlet.begin({ fileName: file.name, mediaType: file.media_type });
  await outlet.write(file.content);
};

import type { EvidenceFileView } from "@mainstay/contract/evidence-file";
import {
  attachmentLimitBytes,
  mostAttachments,
} from "@mainstay/domain/case-attachment/attachment-type";
import { readSmallFile } from "../consent/store-evidence.ts";
import type { Context } from "../platform/access/context.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import { newId } from "../platform/clock/new-id.ts";
import { AppError } from "../platform/http/app-error.ts";
import type { UploadedFile } from "../platform/http/serve-upload.ts";
import { proveFile, saveProvenFile } from "../stored-file/save-proven-file.ts";
import { listEvidence } from "./evidence-queries.ts";
import { type EvidenceKind, getEvidenceSubject } from "./evidence-subject.ts";

/**
 * 凭证 Hangs a file on a promise or a need, when it is done or later. Its bytes decide what it is, by the rules and limits of
 * files of cases; the record is locked, so that of two files at once both are counted.
 */
export const addEvidence = async (
  context: Context,
  of: { readonly kind: EvidenceKind; readonly id: string },
  file: UploadedFile,
): Promise<EvidenceFileView> => {
  const bytes = await readSmallFile(file, attachmentLimitBytes);
  const handed = {
    fileName: file.fileName,
    bytes,
    at: context.now,
    userId: context.actor.userId,
  };
  return context.write(async (tx) => {
    const { tenantId, actor, now } = context;
    const subject = await getEvidenceSubject(tx, context, of, "lock");
    if (!subject.mayChange) throw new AppError(`${of.kind}.not_allowed_now`);
    const proven = proveFile(handed);
    const before = await listEvidence(tx, actor, subject);
    if (before.length >= mostAttachments)
      throw new AppError("evidence.too_many", { most: mostAttachments });
    const evidenceId = newId();
    await tx
      .insertInto("evidence_file")
      .values({
        tenant_id: tenantId,
        id: evidenceId,
        ...(of.kind === "promise" ? { promise_id: of.id } : { need_id: of.id }),
        file_id: await saveProvenFile(tx, tenantId, handed, proven),
        added_by: actor.userId,
        added_at: now,
      })
      .execute();
    const { accountId } = subject;
    const { mediaType, sizeBytes } = proven;
    const act = of.kind === "promise" ? "promise.evidence_added" : "need.evidence_added";
    await recordAudit(tx, context, act, of, {
      accountId,
      evidenceId,
      mediaType,
      sizeBytes,
    });
    const added = (await listEvidence(tx, actor, subject)).find(({ id }) => id === evidenceId);
    if (!added) throw new AppError("evidence.not_found");
    return added;
  });
};

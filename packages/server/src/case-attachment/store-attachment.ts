import { mostAttachments } from "@mainstay/domain/case-attachment/attachment-type";
import { sql } from "kysely";
import { recordCaseEvent } from "../case/record-case-event.ts";
import { type AuditAuthor, recordAudit } from "../platform/audit/record-audit.ts";
import { newId } from "../platform/clock/new-id.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { type HandedFile, proveFile, saveProvenFile } from "../stored-file/save-proven-file.ts";

/** A file on its way to a case; `limitBytes` is tighter on a public page. */
export interface AttachmentWanted extends HandedFile {
  readonly caseId: string;
  /** Who of theirs, where known. */
  readonly personId?: string | null;
  readonly isByCustomer?: boolean;
  readonly isPublic?: boolean;
  /** How many a case takes in all; fewer by a public page. */
  readonly most?: number;
}

/**
 * Hangs a file on a case, in the caller's transaction, with its row in the timeline and its audit row. The bytes decide what it
 * is; a name that claims another type is refused (`case.attachment_false`), as are types that are not taken
 * (`case.attachment_type`), files too large, empty, or one too many. The caller has made sure that the case may be written to.
 */
export const storeAttachment = async (
  tx: Tx,
  author: AuditAuthor,
  wanted: AttachmentWanted,
): Promise<{ attachmentId: string; name: string; mediaType: string; sizeBytes: number }> => {
  const { caseId, at, most = mostAttachments } = wanted;
  const { tenantId } = author;
  const proven = proveFile(wanted);
  const { name, mediaType, sizeBytes } = proven;
  // The case is locked, so that of two files at once both are counted.
  const { rows } = await sql<{ account_id: string }>`
    select account_id from service_case where tenant_id = ${tenantId}::uuid and id = ${caseId}::uuid for update`.execute(
    tx,
  );
  const { rows: counted } = await sql<{ n: number }>`
    select count(*)::int as n from case_attachment where tenant_id = ${tenantId}::uuid and case_id = ${caseId}::uuid`.execute(
    tx,
  );
  if (!rows[0]) throw new AppError("case.not_found");
  if ((counted[0]?.n ?? 0) >= most) throw new AppError("case.attachment_too_many", { most });
  const fileId = await saveProvenFile(tx, tenantId, wanted, proven);
  const attachmentId = newId();
  const isByCustomer = wanted.isByCustomer ?? false;
  await tx
    .insertInto("case_attachment")
    .values({
      tenant_id: tenantId,
      id: attachmentId,
      case_id: caseId,
      file_id: fileId,
      is_public: isByCustomer || (wanted.isPublic ?? false),
      by_customer: isByCustomer,
      added_by: wanted.userId,
      person_id: wanted.personId ?? null,
      added_at: at,
    })
    .execute();
  await recordCaseEvent(tx, {
    tenantId,
    caseId,
    kind: "attached",
    at,
    byUserId: wanted.userId,
    byPersonId: wanted.personId ?? null,
    isPublic: isByCustomer || (wanted.isPublic ?? false),
    words: name,
    detail: { attachmentId, byCustomer: isByCustomer },
  });
  await recordAudit(
    tx,
    author,
    "case.attached",
    { kind: "case", id: caseId },
    { accountId: rows[0].account_id, attachmentId, mediaType, sizeBytes },
  );
  return { attachmentId, name, mediaType, sizeBytes };
};

import { recordCaseEvent } from "../case/record-case-event.ts";
import type { Context } from "../platform/access/context.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import { AppError } from "../platform/http/app-error.ts";
import { findAttachment } from "./attachment-queries.ts";
import { getCaseAtDesk, mayHangOn, mayTakeBack } from "./case-at-desk.ts";

/** Takes a file off a case, with its bytes; the timeline keeps that it was there. */
export const removeAttachment = (
  context: Context,
  { caseId, attachmentId }: { caseId: string; attachmentId: string },
): Promise<undefined> =>
  context.write(async (tx) => {
    const { tenantId, actor, now } = context;
    const onCase = await getCaseAtDesk(tx, tenantId, caseId, "lock");
    const file = await findAttachment(tx, tenantId, caseId, attachmentId);
    if (!file) throw new AppError("case.attachment_not_found");
    if (!mayHangOn(actor, onCase)) throw new AppError("case.not_allowed_now");
    if (!mayTakeBack(actor, file.added_by)) throw new AppError("access.not_permitted");
    await tx
      .deleteFrom("case_attachment")
      .where("tenant_id", "=", tenantId)
      .where("id", "=", attachmentId)
      .execute();
    await recordCaseEvent(tx, {
      tenantId,
      caseId,
      kind: "detached",
      at: now,
      byUserId: actor.userId,
      isPublic: file.is_public,
      words: file.name,
      detail: { attachmentId },
    });
    const subject = { kind: "case", id: caseId };
    await recordAudit(tx, context, "case.detached", subject, {
      accountId: onCase.account_id,
      attachmentId,
    });
    return undefined;
  });

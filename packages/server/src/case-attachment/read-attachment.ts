import type { Context } from "../platform/access/context.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import { AppError } from "../platform/http/app-error.ts";
import type { Outlet } from "../platform/http/serve-download.ts";
import { findAttachment } from "./attachment-queries.ts";
import { getCaseAtDesk, isAbout } from "./case-at-desk.ts";

/** Hands out a file of a case, always to be saved and never shown as a page of ours; the look is recorded. */
export const readAttachment = async (
  context: Context,
  { caseId, attachmentId }: { caseId: string; attachmentId: string },
  outlet: Outlet,
): Promise<void> => {
  const file = await context.write(async (tx) => {
    const onCase = await getCaseAtDesk(tx, context.tenantId, caseId);
    if (isAbout(context.actor, onCase)) throw new AppError("case.attachment_not_found");
    const { account_id: accountId } = onCase;
    const found = await findAttachment(tx, context.tenantId, caseId, attachmentId);
    if (!found) throw new AppError("case.attachment_not_found");
    const subject = { kind: "case", id: caseId };
    await recordAudit(tx, context, "case.attachment_read", subject, { accountId, attachmentId });
    return found;
  });
  outlet.begin({ fileName: file.name, mediaType: file.media_type });
  await outlet.write(file.content);
};

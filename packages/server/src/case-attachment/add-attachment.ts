import type { CaseAttachmentView } from "@mainstay/contract/case-attachment";
import { attachmentLimitBytes } from "@mainstay/domain/case-attachment/attachment-type";
import { readSmallFile } from "../consent/store-evidence.ts";
import type { Context } from "../platform/access/context.ts";
import { AppError } from "../platform/http/app-error.ts";
import type { UploadedFile } from "../platform/http/serve-upload.ts";
import { listAttachments } from "./attachment-queries.ts";
import { getCaseAtDesk, mayHangOn } from "./case-at-desk.ts";
import { storeAttachment } from "./store-attachment.ts";

/** One of us hangs a file on a case; the customer sees it only where that is said. */
export const addAttachment = async (
  context: Context,
  caseId: string,
  file: UploadedFile,
  isPublic: boolean,
): Promise<CaseAttachmentView> => {
  const bytes = await readSmallFile(file, attachmentLimitBytes);
  return context.write(async (tx) => {
    const onCase = await getCaseAtDesk(tx, context.tenantId, caseId, "lock");
    if (!mayHangOn(context.actor, onCase)) throw new AppError("case.not_allowed_now");
    const { attachmentId } = await storeAttachment(tx, context, {
      caseId,
      fileName: file.fileName,
      bytes,
      at: context.now,
      userId: context.actor.userId,
      isPublic,
    });
    const all = await listAttachments(tx, context.actor, onCase);
    const added = all.find(({ id }) => id === attachmentId);
    if (!added) throw new AppError("case.attachment_not_found");
    return added;
  });
};

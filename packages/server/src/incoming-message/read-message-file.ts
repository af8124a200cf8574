import type { Context } from "../platform/access/context.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import { AppError } from "../platform/http/app-error.ts";
import type { Outlet } from "../platform/http/serve-download.ts";

/** Hands out a file that waits with its message, always to be saved and never shown as a page; the look is recorded. */
export const readMessageFile = async (
  context: Context,
  { messageId, fileId }: { messageId: string; fileId: string },
  outlet: Outlet,
): Promise<void> => {
  const file = await context.write(async (tx) => {
    const found = await tx
      .selectFrom("incoming_attachment")
      .select(["name", "media_type", "content"])
      .where("tenant_id", "=", context.tenantId)
      .where("message_id", "=", messageId)
      .where("id", "=", fileId)
      .executeTakeFirst();
    if (!found?.content || !found.media_type) throw new AppError("incoming_message.not_found");
    const subject = { kind: "incoming_message", id: messageId };
    await recordAudit(tx, context, "incoming_message.file_read", subject, { fileId });
    return { name: found.name, mediaType: found.media_type, content: found.content };
  });
  outlet.begin({ fileName: file.name, mediaType: file.mediaType });
  await outlet.write(file.content);
};

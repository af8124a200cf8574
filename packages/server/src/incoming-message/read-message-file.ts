import { isNotAboutReader } from "./incoming-message-screen.ts";
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
      .selectFrom("incoming_attachment as f")
      .innerJoin("incoming_message as m", (join) =>
        join.onRef("m.tenant_id", "=", "f.tenant_id").onRef("m.id", "=", "f.message_id"),
      )
      .select(["f.name", "f.media_type", "f.content"])
      .where("f.tenant_id", "=", context.tenantId)
      .where("f.message_id", "=", messageId)
      .where("f.id", "=", fileId)
      .where(isNotAboutReader)
      .executeTakeFirst();
    if (!found?.content || !found.media_type) throw new AppError("incoming_message.not_found");
    const subject = { kind: "incoming_message", id: messageId };
    await recordAudit(tx, context, "incoming_message.file_read", subject, { fileId });
    return { name: found.name, mediaType: found.media_type, content: found.content };
  });
  outlet.begin({ fileName: file.name, mediaType: file.mediaType });
  await outlet.write(file.content);
};

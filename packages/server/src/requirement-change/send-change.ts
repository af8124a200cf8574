import { createHash } from "node:crypto";
import type { ChangeDetail } from "@mainstay/contract/requirement-change";
import { sql } from "kysely";
import type { Context } from "../platform/access/context.ts";
import { demandVersion } from "../platform/access/demand.ts";
import { newId } from "../platform/clock/new-id.ts";
import { AppError } from "../platform/http/app-error.ts";
import { paperPdf } from "../platform/paper/paper-pdf.ts";
import { changePaper } from "./change-paper.ts";
import { getChange } from "./change-queries.ts";
import { workOnChange } from "./work-on-change.ts";

/**
 * 发出 The newest version goes out: its paper is printed in the workspace's language, kept as it is, and known by its hash. It is
 * printed before the transaction; a version that changed meanwhile is refused.
 */
export const sendChange = async (context: Context, changeId: string): Promise<ChangeDetail> => {
  const { tenantId, actor, now, workspace } = context;
  const seen = await context.read((db) => getChange(db, context, changeId));
  demandVersion(context, seen.version);
  const pdf = seen.can.send ? await paperPdf(changePaper(seen, seen.newest, workspace)) : null;
  return workOnChange(context, changeId, "send", async (tx, change) => {
    const { number, contentSha256 } = change.newest;
    if (pdf === null || contentSha256 !== seen.newest.contentSha256)
      throw new AppError("request.version_conflict");
    const [fileId, sha256] = [newId(), createHash("sha256").update(pdf).digest()];
    await tx
      .insertInto("stored_file")
      .values({
        tenant_id: tenantId,
        id: fileId,
        name: `${change.title.slice(0, 150)} v${number}.pdf`,
        media_type: "application/pdf",
        size_bytes: pdf.length,
        sha256,
        content: pdf,
        stored_by: actor.userId,
      })
      .execute();
    await sql`update requirement_change_version set sent_at = ${now}, sent_by = ${actor.userId}::uuid,
        paper_file_id = ${fileId}::uuid, paper_sha256 = ${sha256.toString("hex")}
      where tenant_id = ${tenantId}::uuid and change_id = ${changeId}::uuid and number = ${number}`.execute(
      tx,
    );
    await sql`update requirement_change set status = 'sent', sent_at = ${now}
      where tenant_id = ${tenantId}::uuid and id = ${changeId}::uuid`.execute(tx);
    return {
      done: "sent",
      detail: { number, contentSha256, paperSha256: sha256.toString("hex") },
    };
  });
};

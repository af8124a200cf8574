import { createHash } from "node:crypto";
import { evidenceTypeOf } from "@mainstay/domain/privacy/evidence-type";
import type { requirementChanges } from "@mainstay/contract/requirement-change";
import { sql } from "kysely";
import type { z } from "zod";
import { readSmallFile } from "../consent/store-evidence.ts";
import type { Context } from "../platform/access/context.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import { newId } from "../platform/clock/new-id.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import type { Outlet } from "../platform/http/serve-download.ts";
import type { UploadedFile } from "../platform/http/serve-upload.ts";

const paperTypes: readonly string[] = ["application/pdf", "image/jpeg", "image/png"];

/**
 * Keeps the paper the customer signed. Its bytes say what it is: PDF, JPEG or PNG, whatever name it came with. One that no
 * confirmation takes up is removed at night.
 */
export const storeSignedPaper = async (
  context: Context,
  file: UploadedFile,
): Promise<z.output<typeof requirementChanges.uploadPaper.response>> => {
  const bytes = await readSmallFile(file);
  const mediaType = evidenceTypeOf(bytes);
  if (mediaType === null || !paperTypes.includes(mediaType))
    throw new AppError("requirement_change.paper_type");
  const [id, sha256] = [newId(), createHash("sha256").update(bytes).digest()];
  const name = file.fileName.replaceAll("\u0000", "").slice(-200) || "paper";
  await context.write(async (tx) => {
    await tx
      .insertInto("stored_file")
      .values({
        tenant_id: context.tenantId,
        id,
        name,
        media_type: mediaType,
        size_bytes: bytes.length,
        sha256,
        content: bytes,
        stored_by: context.actor.userId,
      })
      .execute();
    await recordAudit(
      tx,
      context,
      "requirement_change.paper_stored",
      { kind: "stored_file", id },
      { mediaType, sizeBytes: bytes.length, sha256: sha256.toString("hex") },
    );
  });
  return { id, name, mediaType, sizeBytes: bytes.length, sha256: sha256.toString("hex") };
};

/** The hash of the paper the caller handed in and nothing has taken up; of two at once only one gets it. */
export const takeSignedPaper = async (
  tx: Tx,
  { tenantId, actor }: Context,
  fileId: string,
): Promise<string> => {
  const { rows } = await sql<{ sha256: string }>`
    select encode(f.sha256, 'hex') as sha256 from stored_file f where f.tenant_id = ${tenantId}::uuid and f.id = ${fileId}::uuid
      and f.stored_by = ${actor.userId}::uuid and f.media_type = any(${[...paperTypes]}::text[])
      and not exists (select 1 from consent c where c.tenant_id = f.tenant_id and c.evidence_file_id = f.id)
      and not exists (select 1 from person_photo p where p.tenant_id = f.tenant_id and p.file_id = f.id)
      and not exists (select 1 from requirement_change_version v where v.tenant_id = f.tenant_id and v.paper_file_id = f.id)
      and not exists (select 1 from requirement_change_confirmation k where k.tenant_id = f.tenant_id and k.paper_file_id = f.id)
      and not exists (select 1 from case_attachment t where t.tenant_id = f.tenant_id and t.file_id = f.id)
    for update of f`.execute(tx);
  if (!rows[0]) throw new AppError("requirement_change.paper_not_found");
  return rows[0].sha256;
};

/** Hands out the paper they signed for a version; the look is recorded. */
export const readSignedPaper = async (
  context: Context,
  changeId: string,
  number: number,
  outlet: Outlet,
): Promise<void> => {
  const file = await context.write(async (tx) => {
    const { rows } = await sql<{
      name: string;
      media_type: string;
      content: Buffer;
      account_id: string;
    }>`
      select f.name, f.media_type, f.content, c.account_id from requirement_change_confirmation k
      join requirement_change c on c.tenant_id = k.tenant_id and c.id = k.change_id
      join stored_file f on f.tenant_id = k.tenant_id and f.id = k.paper_file_id
      where k.tenant_id = ${context.tenantId}::uuid and k.change_id = ${changeId}::uuid and k.number = ${number}`.execute(
      tx,
    );
    const found = rows[0];
    if (!found) throw new AppError("requirement_change.version_not_found");
    await recordAudit(
      tx,
      context,
      "requirement_change.paper_read",
      { kind: "requirement_change", id: changeId },
      { accountId: found.account_id, number },
    );
    return found;
  });
  outlet.begin({ fileName: file.name, mediaType: file.media_type });
  await outlet.write(file.content);
};

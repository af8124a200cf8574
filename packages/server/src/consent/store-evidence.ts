import { createHash } from "node:crypto";
import type { consents } from "@mainstay/contract/consent";
import {
  type EvidenceType,
  evidenceLimitBytes,
  evidenceTypeOf,
} from "@mainstay/domain/privacy/evidence-type";
import type { z } from "zod";
import type { Context } from "../platform/access/context.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import { newId } from "../platform/clock/new-id.ts";
import { AppError } from "../platform/http/app-error.ts";
import type { UploadedFile } from "../platform/http/serve-upload.ts";

/** The whole of a small file; refuses what the form parser cut at the limit. */
export const readSmallFile = async (
  file: UploadedFile,
  limitBytes = evidenceLimitBytes,
): Promise<Buffer> => {
  const pieces: Buffer[] = [];
  for await (const piece of file.stream) pieces.push(piece as Buffer);
  if ((file.stream as { truncated?: boolean }).truncated === true) {
    throw new AppError("import.file_too_large", {
      limit: `${limitBytes / 1024 / 1024} MB`,
    });
  }
  const bytes = Buffer.concat(pieces);
  if (bytes.length === 0) throw new AppError("import.file_empty");
  return bytes;
};

/**
 * Keeps the file that proves a consent. Its bytes say what it is: PDF, JPEG, PNG or WebP, whatever name it came with. A
 * file that no consent takes up is removed at night.
 */
export const storeEvidence = async (
  context: Context,
  file: UploadedFile,
): Promise<z.output<typeof consents.uploadEvidence.response>> => {
  const bytes = await readSmallFile(file);
  const mediaType: EvidenceType | null = evidenceTypeOf(bytes);
  if (!mediaType) throw new AppError("consent.evidence_type");
  const id = newId();
  const name = file.fileName.replaceAll("\u0000", "").slice(-200) || "evidence";
  await context.write(async (tx) => {
    await tx
      .insertInto("stored_file")
      .values({
        tenant_id: context.tenantId,
        id,
        name,
        media_type: mediaType,
        size_bytes: bytes.length,
        sha256: createHash("sha256").update(bytes).digest(),
        content: bytes,
        stored_by: context.actor.userId,
      })
      .execute();
    await recordAudit(
      tx,
      context,
      "consent.evidence_stored",
      { kind: "stored_file", id },
      { mediaType, sizeBytes: bytes.length },
    );
  });
  return { id, name, mediaType, sizeBytes: bytes.length };
};

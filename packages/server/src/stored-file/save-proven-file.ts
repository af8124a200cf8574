import { createHash } from "node:crypto";
import { attachmentName } from "@mainstay/domain/case-attachment/attachment-name";
import {
  attachmentLimitBytes,
  attachmentTypeOf,
} from "@mainstay/domain/case-attachment/attachment-type";
import { newId } from "../platform/clock/new-id.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";

export interface HandedFile {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly at: Date;
  /** Who of us hands it in; null when the customer does, or a mail did. */
  readonly userId: string | null;
  readonly limitBytes?: number | undefined;
}

/** What a file turned out to be: the type its bytes prove and the name that goes with it; refused by the same errors everywhere. */
export const proveFile = ({ fileName, bytes, limitBytes = attachmentLimitBytes }: HandedFile) => {
  if (bytes.length === 0) throw new AppError("import.file_empty");
  if (bytes.length > limitBytes)
    throw new AppError("import.file_too_large", { limit: `${limitBytes / 1024 / 1024} MB` });
  const mediaType = attachmentTypeOf(bytes);
  if (mediaType === null) throw new AppError("case.attachment_type");
  const name = attachmentName(fileName, mediaType);
  if (name === null) throw new AppError("case.attachment_false", { type: mediaType });
  return { name, mediaType, sizeBytes: bytes.length };
};

/** Keeps the bytes of a proven file; whoever hangs it somewhere does so in the same transaction. */
export const saveProvenFile = async (
  tx: Tx,
  tenantId: string,
  { bytes, at, userId }: HandedFile,
  { name, mediaType, sizeBytes }: ReturnType<typeof proveFile>,
): Promise<string> => {
  const fileId = newId();
  await tx
    .insertInto("stored_file")
    .values({
      tenant_id: tenantId,
      id: fileId,
      name,
      media_type: mediaType,
      size_bytes: sizeBytes,
      sha256: createHash("sha256").update(bytes).digest(),
      content: Buffer.from(bytes),
      stored_by: userId,
      stored_at: at,
    })
    .execute();
  return fileId;
};

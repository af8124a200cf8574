import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { type Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { AppError } from "../platform/http/app-error.ts";

/** What arrived. */
export interface StoredUpload {
  readonly bytes: number;
  readonly sha256: string;
}

/** Writes an arriving file to disk while counting and hashing it; leaves nothing behind when it breaks off or is too large. */
export const storeUpload = async (stream: Readable, path: string): Promise<StoredUpload> => {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const hash = createHash("sha256");
  let bytes = 0;
  const measure = new Transform({
    transform(piece: Buffer, _, done) {
      hash.update(piece);
      bytes += piece.length;
      done(null, piece);
    },
  });
  try {
    await pipeline(stream, measure, createWriteStream(path, { mode: 0o600, flush: true }));
    // The form parser cuts a file at the limit and ends the stream as if it were whole.
    if ((stream as { truncated?: boolean }).truncated === true) {
      throw new AppError("import.file_too_large", {
        limit: `${Math.floor(bytes / 1024 / 1024)} MB`,
      });
    }
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
  return { bytes, sha256: hash.digest("hex") };
};

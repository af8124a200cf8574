import { createHash } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import type { Readable } from "node:stream";
import { AppError } from "../platform/http/app-error.ts";
import type { KeyRing } from "../platform/secrets/key-ring.ts";
import { mostSealedBytes, sealFile } from "./import-source.ts";
import type { StoredUpload } from "./store-upload.ts";

/** Keeps an arriving file about people sealed: its clear bytes are only ever in memory. */
export const storeSealed = async (
  ring: KeyRing,
  stream: Readable,
  path: string,
  storedAs: string,
): Promise<StoredUpload> => {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const piece of stream) {
    bytes += (piece as Buffer).length;
    if (bytes > mostSealedBytes) {
      throw new AppError("import.file_too_large", {
        limit: `${mostSealedBytes / 1024 / 1024} MB`,
      });
    }
    parts.push(piece as Buffer);
  }
  const whole = Buffer.concat(parts);
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await writeFile(path, sealFile(ring, storedAs, whole), { mode: 0o600, flush: true });
  return { bytes, sha256: createHash("sha256").update(whole).digest("hex") };
};

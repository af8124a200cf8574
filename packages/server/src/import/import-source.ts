import { readFile } from "node:fs/promises";
import { FileRefusal } from "../platform/files/file-refusal.ts";
import { type OpenTable, openTable, openTableStream } from "../platform/files/open-table.ts";
import type { OpenTableOptions } from "../platform/files/open-table.ts";
import type { KeyRing } from "../platform/secrets/key-ring.ts";
import { open, seal } from "../platform/secrets/seal.ts";
import type { ImportBatch } from "./import-batch-queries.ts";
import { storedPath } from "./stored-path.ts";

/** Where uploads lie, and what those about people are sealed with. */
export interface ImportStore {
  readonly dataDir: string;
  readonly keyRing: KeyRing;
}

/** A stored upload: a file as it came, or one sealed because it speaks of people. */
export type ImportSource =
  | { readonly path: string }
  | { readonly path: string; readonly unseal: (bytes: Buffer) => Buffer };

/** A file about people is small; it is sealed in one piece. */
export const mostSealedBytes = 10 * 1024 * 1024;

const placeOf = (storedAs: string) => {
  const [tenantId = "", rowId = ""] = storedAs.split("/");
  return { tenantId, table: "import_file", rowId };
};

export const sealFile = (ring: KeyRing, storedAs: string, bytes: Buffer): Buffer =>
  seal(ring, placeOf(storedAs), bytes.toString("base64"));

/** The stored file of a batch, ready to be opened as often as needed. */
export const sourceOf = (
  store: ImportStore,
  batch: Pick<ImportBatch, "kind" | "stored_as">,
): ImportSource => {
  const path = storedPath(store.dataDir, batch.stored_as);
  if (batch.kind !== "fact") return { path };
  const place = placeOf(batch.stored_as);
  return {
    path,
    unseal: (bytes) => Buffer.from(open(store.keyRing, place, bytes), "base64"),
  };
};

/** Opens a stored upload as a table; a sealed one is opened in memory, never on disk. */
export const openSource = async (
  source: ImportSource,
  options: OpenTableOptions,
): Promise<OpenTable> => {
  if (!("unseal" in source)) return openTable(source.path, options);
  const sealed = await readFile(source.path).catch(() => {
    throw new FileRefusal("not_found", null, source.path);
  });
  const bytes = source.unseal(sealed);
  const pieces = async function* () {
    yield bytes;
  };
  return openTableStream(pieces(), options);
};

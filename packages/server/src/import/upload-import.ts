import { rm } from "node:fs/promises";
import type { ImportBatchView } from "@mainstay/contract/import";
import type { ImportKind } from "@mainstay/domain/import/import-kind";
import { sql } from "kysely";
import { recordAudit } from "../platform/audit/record-audit.ts";
import type { Context } from "../platform/access/context.ts";
import { newId } from "../platform/clock/new-id.ts";
import { AppError } from "../platform/http/app-error.ts";
import type { UploadedFile } from "../platform/http/serve-upload.ts";
import { demandImportRights } from "./demand-import-rights.ts";
import { findBatch } from "./import-batch-queries.ts";
import { presentBatch } from "./import-batch-view.ts";
import { type ImportSource, type ImportStore, sourceOf } from "./import-source.ts";
import { type FilePreview, previewImportFile } from "./read-import-file.ts";
import { suggestMapping } from "./suggest-mapping.ts";
import { storeSealed } from "./store-sealed.ts";
import { storeUpload } from "./store-upload.ts";

/** Bytes that no rule can name are shown as Latin text until the person says which encoding they are. */
const previewAnyhow = async (
  path: ImportSource,
  kind: ImportKind,
): Promise<{ preview: FilePreview; failure: { code: string; params: object } | null }> => {
  try {
    return { preview: await previewImportFile(path, kind, {}), failure: null };
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "import.encoding_unknown") throw error;
    const preview = await previewImportFile(path, kind, { encoding: "windows-1252" });
    return { preview, failure: { code: error.code, params: {} } };
  }
};

/**
 * Takes a file in: stored below the data folder, hashed, its first rows read, its columns guessed (or remembered from
 * the last file with this header). Refuses what is no table; nothing is left of a refused file.
 */
export const uploadImport = async (
  context: Context,
  store: ImportStore,
  kind: ImportKind,
  file: UploadedFile,
): Promise<ImportBatchView> => {
  demandImportRights(context, kind);
  const importId = newId();
  const storedAs = `${context.tenantId}/${importId}`;
  const isOfPeople = kind === "fact";
  const source = sourceOf(store, { kind, stored_as: storedAs });
  const { path } = source;
  const { bytes, sha256 } = isOfPeople
    ? await storeSealed(store.keyRing, file.stream, path, storedAs)
    : await storeUpload(file.stream, path);
  try {
    if (bytes === 0) throw new AppError("import.file_empty");
    const { preview, failure } = await previewAnyhow(source, kind);
    const name = file.fileName.replaceAll("\u0000", "").slice(-200) || "file";
    return await context.write(async (tx) => {
      const suggested = await suggestMapping(tx, context, kind, preview);
      await sql`
        insert into import_batch (tenant_id, id, kind, status, file_name, file_bytes, file_sha256, stored_as, reading,
          header, sample, mapping, options, failure, created_by)
        values (${context.tenantId}::uuid, ${importId}::uuid, ${kind}, 'uploaded', ${name}, ${bytes}, ${sha256}, ${storedAs},
          ${JSON.stringify(preview.reading)}::jsonb, ${JSON.stringify(preview.header)}::jsonb, ${JSON.stringify(isOfPeople ? [] : preview.sample)}::jsonb,
          ${JSON.stringify(suggested.mapping)}::jsonb, ${JSON.stringify(suggested.options)}::jsonb,
          ${failure === null ? null : JSON.stringify(failure)}::jsonb, ${context.actor.userId}::uuid)`.execute(
        tx,
      );
      await recordAudit(
        tx,
        context,
        "import.uploaded",
        { kind: "import", id: importId },
        { kind, fileName: name, bytes, sha256 },
      );
      const batch = await findBatch(tx, context.tenantId, importId);
      if (!batch) throw new AppError("import.not_found");
      return presentBatch(context.actor, context.workspace.baseCurrency, batch);
    });
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
};

import { createReadStream } from "node:fs";
import { rm } from "node:fs/promises";
import { basename } from "node:path";
import type { RecordKind } from "@mainstay/domain/import/import-kind";
import { fieldsOfKind, missingFields } from "@mainstay/domain/import/fields-of-kind";
import { type ColumnPlaces, proposeMapping } from "@mainstay/domain/import/propose-mapping";
import { sql } from "kysely";
import { newId } from "../platform/clock/new-id.ts";
import type { JobContext } from "../platform/jobs/job-registry.ts";
import { checkImport } from "./check-import.ts";
import { commitImport } from "./commit-import.ts";
import { changeBatch, findBatch, type ImportBatch } from "./import-batch-queries.ts";
import { previewImportFile } from "./read-import-file.ts";
import { storedPath } from "./stored-path.ts";
import { dropRejections } from "./rejection-queries.ts";
import { storeUpload } from "./store-upload.ts";

/** A column named at the terminal that the file or the kind does not have, or columns that are missing. */
export class MappingProblem extends Error {
  override name = "MappingProblem";
  constructor(
    readonly missing: readonly string[],
    readonly unknown: readonly string[],
  ) {
    super([...missing, ...unknown].join(", "));
  }
}

const mapped = (
  kind: RecordKind,
  header: readonly string[],
  proposed: ColumnPlaces,
  explicit: Readonly<Record<string, string>>,
): ColumnPlaces => {
  const columns: ColumnPlaces = { ...proposed };
  const known = new Set(fieldsOfKind(kind).map(({ field }) => field));
  const unknown: string[] = [];
  for (const [field, name] of Object.entries(explicit)) {
    const place = header.findIndex((one) => one.trim() === name.trim());
    if (!known.has(field) || place < 0) unknown.push(`${field}=${name}`);
    else columns[field] = place;
  }
  const missing = missingFields(kind, columns);
  if (missing.length > 0 || unknown.length > 0) throw new MappingProblem(missing, unknown);
  return columns;
};

/**
 * Imports a file of this machine in one go: stored, read, checked and taken over like an upload, so that it stands on
 * the Imports page and can be undone. `explicit` names columns by their header.
 */
export const importLocalFile = async (
  context: JobContext,
  kind: RecordKind,
  file: string,
  explicit: Readonly<Record<string, string>> = {},
): Promise<ImportBatch> => {
  const { tenantId } = context;
  const importId = newId();
  const storedAs = `${tenantId}/${importId}`;
  const path = storedPath(context.dataDir, storedAs);
  const { bytes, sha256 } = await storeUpload(createReadStream(file), path);
  try {
    const preview = await previewImportFile({ path }, kind, {});
    const proposed = proposeMapping(kind, preview.header, preview.sample);
    const columns = mapped(kind, preview.header, proposed.columns, explicit);
    await context.write((tx) =>
      sql`
        insert into import_batch (tenant_id, id, kind, status, file_name, file_bytes, file_sha256, stored_as, reading,
          header, sample, mapping, options)
        values (${tenantId}::uuid, ${importId}::uuid, ${kind}, 'checking', ${basename(file)}, ${bytes}, ${sha256}, ${storedAs},
          ${JSON.stringify(preview.reading)}::jsonb, ${JSON.stringify(preview.header)}::jsonb, ${JSON.stringify(preview.sample)}::jsonb,
          ${JSON.stringify({ columns })}::jsonb, ${JSON.stringify(proposed.options)}::jsonb)`.execute(
        tx,
      ),
    );
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
  await checkImport(context, importId);
  const checked = await context.read((db) => findBatch(db, tenantId, importId));
  if (checked?.status === "checked") {
    await context.write(async (tx) => {
      await dropRejections(tx, tenantId, importId);
      const fresh = { rows_rejected: 0, rows_skipped: 0, records_created: 0, records_updated: 0 };
      await changeBatch(tx, tenantId, importId, { ...fresh, status: "committing" });
    });
    await commitImport(context, importId);
  }
  const batch = await context.read((db) => findBatch(db, tenantId, importId));
  if (!batch) throw new Error("The batch is gone.");
  return batch;
};

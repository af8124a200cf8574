import type { FileReading, ImportBatchView } from "@mainstay/contract/import";
import type { Context } from "../platform/access/context.ts";
import { AppError } from "../platform/http/app-error.ts";
import { demandImportRights, lockBatchFor } from "./demand-import-rights.ts";
import { changeBatch, findBatch } from "./import-batch-queries.ts";
import { presentBatch } from "./import-batch-view.ts";
import { type ImportStore, sourceOf } from "./import-source.ts";
import { previewImportFile, type ReadingChoice } from "./read-import-file.ts";
import { dropRejections } from "./rejection-queries.ts";
import { suggestMapping } from "./suggest-mapping.ts";

/** Reads an uploaded file another way (encoding, delimiter, sheet, header row) and guesses its columns anew. */
export const readImportAgain = async (
  context: Context,
  store: ImportStore,
  importId: string,
  choice: Partial<Omit<FileReading, "format">>,
): Promise<ImportBatchView> => {
  const before = await context.read((db) => findBatch(db, context.tenantId, importId));
  if (!before) throw new AppError("import.not_found");
  const kept = before.reading as ReadingChoice;
  const merged: ReadingChoice = {
    ...(choice.encoding ? {} : { encoding: kept.encoding }),
    sheet: kept.sheet,
    ...choice,
  };
  if (choice.delimiter === undefined && choice.encoding === undefined)
    merged.delimiter = kept.delimiter;
  demandImportRights(context, before.kind);
  const preview = await previewImportFile(sourceOf(store, before), before.kind, merged);
  return context.write(async (tx) => {
    const batch = await lockBatchFor(tx, context, importId, "map");
    const suggested = await suggestMapping(tx, context, batch.kind, preview);
    await dropRejections(tx, context.tenantId, importId);
    await changeBatch(tx, context.tenantId, importId, {
      ...preview,
      ...(batch.kind === "fact" ? { sample: [] } : {}),
      ...suggested,
      status: "uploaded",
      failure: null,
      rows_total: null,
      rows_checked: 0,
      rows_rejected: 0,
      rows_skipped: 0,
    });
    const after = await findBatch(tx, context.tenantId, importId);
    return presentBatch(context.actor, context.workspace.baseCurrency, after ?? batch);
  });
};

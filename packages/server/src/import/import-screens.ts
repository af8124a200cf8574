import type { ImportBatchView, RejectionView } from "@mainstay/contract/import";
import type { Context } from "../platform/access/context.ts";
import { AppError } from "../platform/http/app-error.ts";
import { readCursor, writeCursor } from "../platform/http/page-cursor.ts";
import { findBatch, listBatches } from "./import-batch-queries.ts";
import { presentBatch } from "./import-batch-view.ts";
import { listRejections } from "./rejection-queries.ts";

interface PageRequest {
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** Batches, newest first; sample rows are left to the single batch. */
export const listImports = (context: Context, { cursor, limit }: PageRequest) =>
  context.read(async (db) => {
    const after = readCursor(cursor, "imports");
    const { batches, total } = await listBatches(db, context.tenantId, after, limit + 1);
    const items: ImportBatchView[] = batches
      .slice(0, limit)
      .map((batch) =>
        presentBatch(context.actor, context.workspace.baseCurrency, { ...batch, sample: [] }),
      );
    const last = items.at(-1);
    const more = batches.length > limit && last;
    return {
      items,
      total,
      nextCursor: more ? writeCursor("imports", { key: last.createdAt, id: last.id }) : null,
    };
  });

/** One batch with header and sample rows. */
export const getImport = (context: Context, importId: string): Promise<ImportBatchView> =>
  context.read(async (db) => {
    const batch = await findBatch(db, context.tenantId, importId);
    if (!batch) throw new AppError("import.not_found");
    return presentBatch(context.actor, context.workspace.baseCurrency, batch);
  });

/** Refused rows in file order. */
export const listImportRejections = (
  context: Context,
  importId: string,
  { cursor, limit }: PageRequest,
) =>
  context.read(async (db) => {
    const batch = await findBatch(db, context.tenantId, importId);
    if (!batch) throw new AppError("import.not_found");
    const after = Number(readCursor(cursor, "rejections")?.key ?? -1);
    if (!Number.isInteger(after)) throw new AppError("request.cursor_invalid");
    const rows = await listRejections(db, context.tenantId, importId, after, limit + 1);
    const items: RejectionView[] = rows.slice(0, limit);
    const last = items.at(-1);
    const more = rows.length > limit && last;
    return {
      items,
      total: batch.rows_rejected,
      nextCursor: more ? writeCursor("rejections", { key: String(last.line), id: importId }) : null,
    };
  });

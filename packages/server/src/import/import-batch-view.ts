import type { ImportBatchView } from "@mainstay/contract/import";
import type { Actor } from "@mainstay/domain/access/actor";
import { missingFields } from "@mainstay/domain/import/fields-of-kind";
import { usualImportOptions } from "@mainstay/domain/import/import-options";
import { importAbilities } from "@mainstay/domain/import/import-policy";
import { type ImportBatch, isHeldBack } from "./import-batch-queries.ts";

/** Whether every column that this kind needs has been named. */
export const isMapped = (batch: ImportBatch): boolean =>
  batch.mapping.columns !== undefined &&
  missingFields(batch.kind, batch.mapping.columns).length === 0;

/** A batch as the page and programs see it, with what the actor may do now. */
export const presentBatch = (
  actor: Actor,
  baseCurrency: string,
  batch: ImportBatch,
): ImportBatchView => {
  const columns = batch.mapping.columns ?? {};
  return {
    id: batch.id,
    kind: batch.kind,
    source: batch.source,
    status: batch.status,
    fileName: batch.file_name,
    fileBytes: batch.file_bytes,
    fileSha256: batch.file_sha256,
    reading:
      "format" in batch.reading ? (batch.reading as NonNullable<ImportBatchView["reading"]>) : null,
    header: batch.header,
    sample: batch.sample,
    mapping: columns,
    missingFields: batch.source === "file" ? missingFields(batch.kind, columns) : [],
    isMappingRemembered: batch.mapping.remembered ?? false,
    options: { ...usualImportOptions(baseCurrency), ...batch.options },
    rowsTotal: batch.rows_total,
    rowsChecked: batch.rows_checked,
    rowsDone: batch.rows_done,
    rowsRejected: batch.rows_rejected,
    rowsSkipped: batch.rows_skipped,
    recordsCreated: batch.records_created,
    recordsUpdated: batch.records_updated,
    failure: batch.failure,
    bulkWarning: batch.bulk_warning && {
      percent: batch.bulk_warning.percent,
      rows: batch.bulk_warning.rows,
      acknowledgedBy: batch.bulk_acknowledged_at === null ? null : batch.bulk_acknowledged_by_name,
    },
    createdBy: batch.created_by_name,
    createdAt: batch.created_at.toISOString(),
    committedAt: batch.committed_at?.toISOString() ?? null,
    undoneAt: batch.undone_at?.toISOString() ?? null,
    can: importAbilities(actor, {
      status: batch.status,
      source: batch.source,
      isMapped: isMapped(batch),
      isOfPeople: batch.kind === "fact",
      isHeldBack: isHeldBack(batch),
    }),
  };
};

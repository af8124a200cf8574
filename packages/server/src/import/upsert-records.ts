import { sql } from "kysely";
import { newId } from "../platform/clock/new-id.ts";
import { type ChunkOutcome, type ChunkWork, type PlacedRow, refusedAt } from "./chunk-work.ts";
import { findChanged } from "./keep-changed.ts";
import { type ImportedTable, saveBefore } from "./save-before.ts";
import { writeRecords } from "./write-records.ts";

/** A record as the columns of its table; `external_id` is what makes it the same record when it comes again. */
export type RecordColumns = Readonly<
  Record<string, string | number | boolean | readonly string[] | null>
> & {
  readonly external_id: string;
};

interface OnFile {
  id: string;
  external_id: string;
  batch_id: string | null;
}

/**
 * Saves records that are known by their number: unknown ones are added, known ones changed (their former state is
 * kept for undo), a number that this batch has brought already is refused. Only the named columns are touched.
 */
export const upsertRecords = async (
  work: ChunkWork,
  table: Extract<ImportedTable, "product" | "invoice" | "payment" | "delivery">,
  columns: Readonly<Record<string, string>>,
  rows: readonly PlacedRow<RecordColumns>[],
): Promise<ChunkOutcome> => {
  const { tx, scope } = work;
  const numbers = [...new Set(rows.map(({ row }) => row.external_id))];
  const { rows: onFile } = await sql<OnFile>`
    select id, external_id, batch_id from ${sql.table(table)}
    where tenant_id = ${scope.tenantId}::uuid and external_id = any(${numbers}::text[])`.execute(
    tx,
  );
  const known = new Map(onFile.map((record) => [record.external_id, record]));
  const outcome: ChunkOutcome & { created: number; updated: number } = {
    refused: [],
    created: 0,
    updated: 0,
  };
  const writes = new Map<string, Record<string, unknown>>();
  const changed: string[] = [];
  for (const { line, row } of rows) {
    const record = known.get(row.external_id);
    if (writes.has(row.external_id) || record?.batch_id === scope.batchId) {
      outcome.refused.push(
        refusedAt(line, { refused: "duplicate_in_file", params: { text: row.external_id } }),
      );
      continue;
    }
    if (record) changed.push(record.id);
    else outcome.created += 1;
    writes.set(row.external_id, { ...row, id: record?.id ?? newId() });
  }
  const types = { external_id: "text", ...columns };
  const isOnFile = new Set(changed);
  const all = [...writes.values()];
  const onFileNow = all.filter(({ id }) => isOnFile.has(String(id)));
  const different = await findChanged(tx, scope.tenantId, table, types, onFileNow);
  outcome.updated = different.size;
  await saveBefore(tx, scope, table, [...different]);
  const kept = all.filter(({ id }) => !isOnFile.has(String(id)) || different.has(String(id)));
  await writeRecords(tx, scope, table, types, kept);
  return outcome;
};

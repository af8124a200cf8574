import { createHash } from "node:crypto";
import type { RecordBatch, RecordBatchResult } from "@mainstay/contract/record-batch";
import { fieldsOfKind, missingFields } from "@mainstay/domain/import/fields-of-kind";
import type { ImportKind } from "@mainstay/domain/import/import-kind";
import type { RefusedRow } from "@mainstay/domain/import/row-refusal";
import { sql } from "kysely";
import { bulkCounter } from "../fact/bulk-warning.ts";
import { settleAccounts } from "../order/settle-accounts.ts";
import type { Context } from "../platform/access/context.ts";
import { newId } from "../platform/clock/new-id.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import type { KeyRing } from "../platform/secrets/key-ring.ts";
import { AppError } from "../platform/http/app-error.ts";
import { refuseFields } from "../platform/http/field-problems.ts";
import { demandImportRights } from "./demand-import-rights.ts";
import type { FileChunk } from "./file-chunks.ts";
import { finishCommit } from "./finish-commit.ts";
import { changeBatch, findBatch } from "./import-batch-queries.ts";
import { planImport } from "./import-plan.ts";
import { type ImportScope, lockTenantImports } from "./import-scope.ts";
import { isLinked, linkRows } from "./link-rows.ts";
import { keepRejections } from "./rejection-queries.ts";
import { chunkReader, takeChunk } from "./take-chunk.ts";

const cellOf = (value: string | number | boolean | null | undefined): string =>
  value === null || value === undefined ? "" : String(value);

/** Records as rows of a file whose header is the fields they use. */
const asChunk = (
  kind: ImportKind,
  records: RecordBatch["records"],
): { header: string[]; chunk: FileChunk } => {
  const known = new Set(fieldsOfKind(kind).map(({ field }) => field));
  const used = new Set<string>();
  records.forEach((record, i) => {
    for (const field of Object.keys(record)) {
      if (!known.has(field)) {
        throw refuseFields([
          { in: "body", path: `records.${i}.${field}`, problem: "not_known", params: {} },
        ]);
      }
      used.add(field);
    }
  });
  const header = [...used];
  const missing = missingFields(kind, Object.fromEntries(header.map((field, i) => [field, i])));
  if (missing.length > 0) {
    throw refuseFields(
      missing.map((field) => ({
        in: "body",
        path: `records.0.${field}`,
        problem: "required",
        params: {},
      })),
    );
  }
  const rows = records.map((record) => header.map((field) => cellOf(record[field])));
  return { header, chunk: { rows, lines: rows.map((_, i) => i) } };
};

const openBatch = async (
  tx: Tx,
  context: Context,
  kind: ImportKind,
  header: string[],
  input: RecordBatch,
): Promise<string> => {
  const batchId = newId();
  const columns = Object.fromEntries(header.map((field, i) => [field, i]));
  const text = JSON.stringify(input.records);
  await sql`
    insert into import_batch (tenant_id, id, kind, source, status, file_name, file_bytes, file_sha256, stored_as, header, mapping, options, created_by)
    values (${context.tenantId}::uuid, ${batchId}::uuid, ${kind}, 'api', 'committing', 'API', ${Buffer.byteLength(text)},
      ${createHash("sha256").update(text).digest("hex")}, '', ${JSON.stringify(header)}::jsonb, ${JSON.stringify({ columns })}::jsonb,
      ${JSON.stringify(input.options ?? {})}::jsonb, ${context.actor.userId}::uuid)`.execute(tx);
  return batchId;
};

/** The answer is kept for a repeated request: nothing of what a fact said may stand in it. */
const withoutText = (refusal: RefusedRow | undefined): RefusedRow["params"] => {
  const { text: _, ...bare } = { ...refusal?.params };
  return bare as RefusedRow["params"];
};

const settleTouched = async (tx: Tx, { tenantId, batchId }: ImportScope): Promise<void> => {
  const { rows } = await sql<{ account_id: string }>`
    select account_id from sales_order where tenant_id = ${tenantId}::uuid and batch_id = ${batchId}::uuid
    union select account_id from import_before where tenant_id = ${tenantId}::uuid and batch_id = ${batchId}::uuid and table_name = 'sales_order'`.execute(
    tx,
  );
  await settleAccounts(
    tx,
    tenantId,
    rows.map((row) => row.account_id),
  );
};

/**
 * Takes up to 5,000 records over in one transaction, by the rules of files; each gets its own outcome, and one that is
 * refused does not hold up the others. The batch can be undone like a file.
 */
export const takeRecordBatch = (
  context: Context,
  keyRing: KeyRing,
  kind: ImportKind,
  input: RecordBatch,
): Promise<RecordBatchResult> => {
  demandImportRights(context, kind);
  const { header, chunk } = asChunk(kind, input.records);
  return context.write(async (tx) => {
    const { tenantId } = context;
    await lockTenantImports(tx, tenantId);
    const batchId = await openBatch(tx, context, kind, header, input);
    const batch = await findBatch(tx, tenantId, batchId);
    if (!batch) throw new Error("The batch just opened is not there.");
    const plan = await planImport(tx, tenantId, batch, context.now);
    const scope: ImportScope = { tenantId, batchId, actorUserId: context.actor.userId };
    const work = { ...plan, tx, scope, kind, keyRing };
    const ready = await chunkReader(plan)(chunk);
    const bulk = bulkCounter(kind);
    bulk.add(ready);
    const warning = await bulk.warning(tx, tenantId);
    if (warning !== null)
      throw new AppError("fact.bulk_not_acknowledged", { percent: warning.percent });
    const outcome = await takeChunk(work, ready);
    const linked =
      isLinked(kind) && ready.kind === "record" ? await linkRows(work, ready.read.rows) : null;
    const refused = new Map<number, RefusedRow>();
    for (const row of [...ready.read.refused, ...outcome.refused, ...(linked?.refused ?? [])])
      refused.set(row.line, row);
    await keepRejections(tx, tenantId, batch, [...refused.values()], 0, chunk);
    if (kind === "order") await settleTouched(tx, scope);
    const skipped = new Set(ready.read.skipped);
    await changeBatch(tx, tenantId, batchId, {
      rows_done: chunk.rows.length,
      rows_rejected: refused.size,
      rows_skipped: skipped.size,
      records_created: outcome.created,
      records_updated: outcome.updated,
    });
    await finishCommit(tx, scope, kind, chunk.rows.length, context.now);
    return {
      batchId,
      taken: chunk.rows.length - refused.size - skipped.size,
      rejected: refused.size,
      skipped: skipped.size,
      recordsCreated: outcome.created,
      recordsUpdated: outcome.updated,
      results: chunk.rows.map((_, index) => {
        const refusal = refused.get(index);
        const kept = skipped.has(index) ? ("skipped" as const) : ("taken" as const);
        return {
          index,
          outcome: refusal ? ("rejected" as const) : kept,
          code: refusal?.code ?? null,
          params: kind === "fact" ? withoutText(refusal) : { ...refusal?.params },
        };
      }),
    };
  });
};

import type { FileReading } from "@mainstay/contract/import";
import type { FactKind } from "@mainstay/domain/fact/fact-kind";
import type { ImportKind, ImportStatus } from "@mainstay/domain/import/import-kind";
import type { ImportOptions } from "@mainstay/domain/import/import-options";
import type { ColumnPlaces } from "@mainstay/domain/import/propose-mapping";
import { type RawBuilder, sql } from "kysely";
import type { Db, Tx } from "../platform/db/database-handles.ts";

/** A batch as it is stored. */
export interface ImportBatch {
  id: string;
  kind: ImportKind;
  source: "file" | "api" | "demo";
  status: ImportStatus;
  file_name: string;
  file_bytes: number;
  file_sha256: string;
  stored_as: string;
  reading: FileReading | Record<string, never>;
  header: string[];
  sample: string[][];
  mapping: { columns?: ColumnPlaces; remembered?: boolean };
  options: Partial<ImportOptions>;
  rows_total: number | null;
  rows_checked: number;
  rows_done: number;
  rows_rejected: number;
  rows_skipped: number;
  records_created: number;
  records_updated: number;
  failure: { code: string; params: Record<string, unknown> } | null;
  created_by: string | null;
  created_by_name: string | null;
  created_at: Date;
  committed_at: Date | null;
  undone_at: Date | null;
  bulk_warning: BulkCount | null;
  bulk_acknowledged_at: Date | null;
  bulk_acknowledged_by_name: string | null;
}

/** Sensitive rows of a batch that reach the criminal line: how many of each kind, in percent of the line. */
export interface BulkCount {
  readonly percent: number;
  readonly rows: number;
  readonly counts: Readonly<Partial<Record<FactKind, number>>>;
}

/** Whether compliance has yet to let a batch go on. */
export const isHeldBack = (batch: Pick<ImportBatch, "bulk_warning" | "bulk_acknowledged_at">) =>
  batch.bulk_warning !== null && batch.bulk_acknowledged_at === null;

const columns = sql`b.id, b.kind, b.source, b.status, b.file_name, b.file_bytes, b.file_sha256, b.stored_as, b.reading,
  b.header, b.sample, b.mapping, b.options, b.rows_total, b.rows_checked, b.rows_done, b.rows_rejected, b.rows_skipped,
  b.records_created, b.records_updated, b.failure, b.created_by, u.name as created_by_name, b.created_at,
  b.committed_at, b.undone_at, b.bulk_warning, b.bulk_acknowledged_at, k.name as bulk_acknowledged_by_name`;
const source = sql`import_batch b left join app_user u on u.tenant_id = b.tenant_id and u.id = b.created_by
  left join app_user k on k.tenant_id = b.tenant_id and k.id = b.bulk_acknowledged_by`;

export const findBatch = async (
  db: Db,
  tenantId: string,
  importId: string,
): Promise<ImportBatch | null> => {
  const { rows } = await sql<ImportBatch>`
    select ${columns} from ${source} where b.tenant_id = ${tenantId}::uuid and b.id = ${importId}::uuid`.execute(
    db,
  );
  return rows[0] ?? null;
};

export const lockBatch = async (
  tx: Tx,
  tenantId: string,
  importId: string,
): Promise<ImportBatch | null> => {
  const { rows } = await sql<ImportBatch>`
    select ${columns} from ${source} where b.tenant_id = ${tenantId}::uuid and b.id = ${importId}::uuid for update of b`.execute(
    tx,
  );
  return rows[0] ?? null;
};

export const listBatches = async (
  db: Db,
  tenantId: string,
  after: { key: string; id: string } | null,
  limit: number,
): Promise<{ batches: ImportBatch[]; total: number }> => {
  const beyond = after
    ? sql`and (b.created_at, b.id) < (${after.key}::timestamptz, ${after.id}::uuid)`
    : sql``;
  const { rows } = await sql<ImportBatch>`
    select ${columns} from ${source} where b.tenant_id = ${tenantId}::uuid ${beyond}
    order by b.created_at desc, b.id desc limit ${limit}`.execute(db);
  const counted = await sql<{ total: number }>`
    select count(*)::int as total from import_batch where tenant_id = ${tenantId}::uuid`.execute(
    db,
  );
  return { batches: rows, total: counted.rows[0]?.total ?? 0 };
};

/** Changes the named columns of a batch; `json` values go in as they are. */
export const changeBatch = async (
  tx: Tx,
  tenantId: string,
  importId: string,
  changes: Readonly<Record<string, unknown>>,
): Promise<void> => {
  const parts: RawBuilder<unknown>[] = [sql`updated_at = now()`];
  for (const [column, value] of Object.entries(changes)) {
    if (typeof value === "object" && value !== null && !(value instanceof Date)) {
      parts.push(sql`${sql.ref(column)} = ${JSON.stringify(value)}::jsonb`);
    } else parts.push(sql`${sql.ref(column)} = ${value}`);
  }
  await sql`update import_batch set ${sql.join(parts)} where tenant_id = ${tenantId}::uuid and id = ${importId}::uuid`.execute(
    tx,
  );
};

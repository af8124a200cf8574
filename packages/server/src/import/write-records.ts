import { sql } from "kysely";
import type { Tx } from "../platform/db/database-handles.ts";
import type { ImportScope } from "./import-scope.ts";
import type { ImportedTable } from "./save-before.ts";

const marksUpdate = new Set<ImportedTable>([
  "account",
  "person",
  "product",
  "invoice",
  "payment",
  "delivery",
]);
const countsVersions = new Set<ImportedTable>(["account", "person"]);

/**
 * Adds records, or changes those whose id is on file; only columns that some record names are written. `columns`
 * gives each column's SQL type.
 */
export const writeRecords = async (
  tx: Tx,
  { tenantId, batchId }: ImportScope,
  table: ImportedTable,
  columns: Readonly<Record<string, string>>,
  records: readonly Readonly<Record<string, unknown>>[],
): Promise<void> => {
  if (records.length === 0) return;
  const used = Object.keys(columns).filter((column) => records.some((record) => column in record));
  const shape = sql.join(
    ["id uuid", ...used.map((column) => `${column} ${columns[column]}`)].map((part) =>
      sql.raw(part),
    ),
  );
  const changes = [...used, "batch_id"].map(
    (column) => sql`${sql.ref(column)} = excluded.${sql.ref(column)}`,
  );
  if (marksUpdate.has(table)) changes.push(sql`updated_at = now()`);
  if (countsVersions.has(table)) changes.push(sql`version = ${sql.table(table)}.version + 1`);
  await sql`
    insert into ${sql.table(table)} (tenant_id, id, batch_id, ${sql.join(used.map((column) => sql.ref(column)))})
    select ${tenantId}::uuid, r.id, ${batchId}::uuid, ${sql.join(used.map((column) => sql`r.${sql.ref(column)}`))}
    from jsonb_to_recordset(${JSON.stringify(records)}::jsonb) as r (${shape})
    on conflict (tenant_id, id) do update set ${sql.join(changes)}`.execute(tx);
};

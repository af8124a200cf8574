import { sql } from "kysely";
import type { Tx } from "../platform/db/database-handles.ts";
import type { ImportedTable } from "./save-before.ts";

/**
 * Of records that are on file, the ids of those that the import really changes; a record that comes again as it
 * stands is left alone, so that importing the same list twice costs little and undoing is not held up by it.
 */
export const findChanged = async (
  tx: Tx,
  tenantId: string,
  table: ImportedTable,
  columns: Readonly<Record<string, string>>,
  records: readonly Readonly<Record<string, unknown>>[],
): Promise<Set<string>> => {
  if (records.length === 0) return new Set();
  const used = Object.keys(columns).filter((column) => records.some((record) => column in record));
  const shape = sql.join(
    ["id uuid", ...used.map((column) => `${column} ${columns[column]}`)].map((part) =>
      sql.raw(part),
    ),
  );
  const row = (alias: string) =>
    sql.join(used.map((column) => sql`${sql.ref(`${alias}.${column}`)}`));
  const { rows } = await sql<{ id: string }>`
    select t.id from jsonb_to_recordset(${JSON.stringify(records)}::jsonb) as r (${shape})
    join ${sql.table(table)} t on t.tenant_id = ${tenantId}::uuid and t.id = r.id
    where row(${row("t")}) is distinct from row(${row("r")})`.execute(tx);
  return new Set(rows.map(({ id }) => id));
};

import { sql } from "kysely";
import type { Tx } from "../platform/db/database-handles.ts";
import type { ImportedTable } from "./save-before.ts";

const rowsAtOnce = 5_000;

/** Puts rows back to what a batch found, and forgets what was kept; a version only ever counts up. */
export const restoreRows = async (
  tx: Tx,
  tenantId: string,
  batchId: string,
  table: ImportedTable,
  ids: readonly string[],
): Promise<void> => {
  const { rows } = await sql<{ name: string }>`
    select attname as name from pg_attribute where attrelid = ${table}::regclass and attnum > 0 and not attisdropped and attgenerated = ''
      and attname not in ('tenant_id', 'id', 'created_at', 'updated_at', 'version',
        -- What the law or a contact has changed since is not the file's to take back.
        'no_profiling', 'restricted_at', 'last_contact_on')`.execute(tx);
  const names = rows.map(({ name }) => name);
  const sets = names.map((name) => sql`${sql.ref(name)} = r.${sql.ref(name)}`);
  if (table === "account" || table === "person") sets.push(sql`version = t.version + 1`);
  if (table !== "position") sets.push(sql`updated_at = now()`);
  const kept = sql`b.tenant_id = ${tenantId}::uuid and b.batch_id = ${batchId}::uuid and b.table_name = ${table}
    and b.row_key = any(${[...ids]}::uuid[])`;
  await sql`
    update ${sql.table(table)} t set ${sql.join(sets)}
    from import_before b, jsonb_populate_record(null::${sql.table(table)}, b.row_before) r
    where t.tenant_id = ${tenantId}::uuid and t.id = b.row_key and ${kept}`.execute(tx);
  await sql`delete from import_before b where ${kept}`.execute(tx);
};

/** Takes back some rows of a batch in a table: created ones go, changed ones are restored. 0 when none are left. */
export const undoSomeRows = async (
  tx: Tx,
  tenantId: string,
  batchId: string,
  table: ImportedTable,
): Promise<number> => {
  const { rows } = await sql<{ id: string; is_changed: boolean }>`
    select t.id, b.row_key is not null as is_changed
    from ${sql.table(table)} t left join import_before b on b.tenant_id = t.tenant_id and b.batch_id = t.batch_id
      and b.table_name = ${table} and b.row_key = t.id
    where t.tenant_id = ${tenantId}::uuid and t.batch_id = ${batchId}::uuid limit ${rowsAtOnce}`.execute(
    tx,
  );
  const created = rows.filter((row) => !row.is_changed).map(({ id }) => id);
  const changed = rows.filter((row) => row.is_changed).map(({ id }) => id);
  if (created.length > 0) {
    await sql`delete from ${sql.table(table)} where tenant_id = ${tenantId}::uuid and id = any(${created}::uuid[])`.execute(
      tx,
    );
  }
  if (changed.length > 0) await restoreRows(tx, tenantId, batchId, table, changed);
  return rows.length;
};

import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import { sql } from "kysely";
import type { Db, Tx } from "../db/database-handles.ts";
import type { KeyRing } from "./key-ring.ts";
import { open, seal } from "./seal.ts";
import { type SealedColumn, sealedColumns } from "./sealed-columns.ts";

const sliceLength = 500;

/** How many values each key sealed in this workspace, by key id. */
export const countByKey = async (db: Db): Promise<Map<string, number>> => {
  const counts = new Map<string, number>();
  for (const { table, column } of sealedColumns) {
    const { rows } = await sql<{ key_id: string; n: number }>`
      select encode(substring(${sql.ref(column)} from 2 for 8), 'hex') as key_id, count(*)::int as n
      from ${sql.table(table)} where ${sql.ref(column)} is not null group by 1`.execute(db);
    for (const { key_id, n } of rows) counts.set(key_id, (counts.get(key_id) ?? 0) + n);
  }
  return counts;
};

/**
 * Seals every value of the workspace anew that an older key sealed, slice by slice, each slice one transaction: a kill
 * loses nothing and the next run goes on where it stood. Answers how many values were sealed anew.
 */
export const resealWorkspace = async (
  ring: KeyRing,
  tenantId: TenantId,
  write: <Result>(work: (tx: Tx) => Promise<Result>) => Promise<Result>,
): Promise<number> => {
  let done = 0;
  for (const place of sealedColumns) {
    for (let after: string | null = null; ; ) {
      const slice: { last: string | null; count: number } = await write((tx) =>
        resealSlice(ring, tenantId, tx, place, after),
      );
      done += slice.count;
      if (slice.last === null) break;
      after = slice.last;
    }
  }
  return done;
};

const resealSlice = async (
  ring: KeyRing,
  tenantId: TenantId,
  tx: Tx,
  { table, column, rowId }: SealedColumn,
  after: string | null,
) => {
  const newest = ring.newest().id;
  const { rows } = await sql<{ id: string; sealed: Buffer }>`
    select ${sql.ref(rowId)} as id, ${sql.ref(column)} as sealed from ${sql.table(table)}
    where tenant_id = ${tenantId} and ${sql.ref(column)} is not null
      and encode(substring(${sql.ref(column)} from 2 for 8), 'hex') <> ${newest}
      and (${after}::uuid is null or ${sql.ref(rowId)} > ${after}::uuid)
    order by ${sql.ref(rowId)} limit ${sliceLength} for update`.execute(tx);
  for (const { id, sealed } of rows) {
    const place = { tenantId, table, rowId: id };
    await sql`
      update ${sql.table(table)} set ${sql.ref(column)} = ${seal(ring, place, open(ring, place, sealed))}
      where tenant_id = ${tenantId} and ${sql.ref(rowId)} = ${id}`.execute(tx);
  }
  return { last: rows.at(-1)?.id ?? null, count: rows.length };
};

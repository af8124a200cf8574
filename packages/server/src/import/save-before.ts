import { sql } from "kysely";
import type { Tx } from "../platform/db/database-handles.ts";
import type { ImportScope } from "./import-scope.ts";

export type ImportedTable =
  | "account"
  | "person"
  | "position"
  | "product"
  | "sales_order"
  | "invoice"
  | "payment"
  | "delivery";

const accountColumn: Record<ImportedTable, string> = {
  account: "t.id",
  person: "null::uuid",
  position: "t.account_id",
  product: "null::uuid",
  sales_order: "t.account_id",
  invoice: "t.account_id",
  payment: "t.account_id",
  delivery: "t.account_id",
};

/** Lines of an order travel with it, so that an undone re-import brings them back. */
const rowOf = (table: ImportedTable) =>
  table === "sales_order"
    ? sql`to_jsonb(t) || jsonb_build_object('lines', coalesce((select jsonb_agg(to_jsonb(l)) from order_line l
        where l.tenant_id = t.tenant_id and l.order_id = t.id and l.ordered_on = t.ordered_on), '[]'::jsonb))`
    : sql`to_jsonb(t)`;

/** Keeps the rows as they were before this batch first touches them; rows it created itself are left out. */
export const saveBefore = async (
  tx: Tx,
  { tenantId, batchId }: ImportScope,
  table: ImportedTable,
  ids: readonly string[],
): Promise<void> => {
  if (ids.length === 0) return;
  await sql`
    insert into import_before (tenant_id, batch_id, table_name, row_key, account_id, before_batch_id, row_before)
    select t.tenant_id, ${batchId}::uuid, ${table}, t.id, ${sql.raw(accountColumn[table])}, t.batch_id, ${rowOf(table)}
    from ${sql.table(table)} t
    where t.tenant_id = ${tenantId}::uuid and t.id = any(${[...ids]}::uuid[])
      and t.batch_id is distinct from ${batchId}::uuid
    on conflict do nothing`.execute(tx);
};

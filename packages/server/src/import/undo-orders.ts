import { sql } from "kysely";
import { settleAccounts } from "../order/settle-accounts.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { restoreRows } from "./restore-rows.ts";

const ordersAtOnce = 5_000;

interface TouchedOrder {
  id: string;
  ordered_on: string;
  account_id: string;
  account_before: string | null;
  is_replaced: boolean;
}

/** Takes back some orders of a batch, lines and rollups included; answers how many, 0 when none are left. */
export const undoSomeOrders = async (
  tx: Tx,
  tenantId: string,
  batchId: string,
): Promise<number> => {
  const { rows } = await sql<TouchedOrder>`
    select o.id, o.ordered_on, o.account_id, b.account_id as account_before, b.row_key is not null as is_replaced
    from sales_order o left join import_before b on b.tenant_id = o.tenant_id and b.batch_id = o.batch_id
      and b.table_name = 'sales_order' and b.row_key = o.id
    where o.tenant_id = ${tenantId}::uuid and o.batch_id = ${batchId}::uuid
    order by o.account_id, o.id limit ${ordersAtOnce}`.execute(tx);
  if (rows.length === 0) return 0;
  const ids = rows.map(({ id }) => id);
  await sql`
    delete from order_line l using unnest(${ids}::uuid[], ${rows.map((row) => row.ordered_on)}::date[]) as o (id, ordered_on)
    where l.tenant_id = ${tenantId}::uuid and l.ordered_on = o.ordered_on and l.order_id = o.id`.execute(
    tx,
  );
  const created = rows.filter((row) => !row.is_replaced).map(({ id }) => id);
  await sql`delete from sales_order where tenant_id = ${tenantId}::uuid and id = any(${created}::uuid[])`.execute(
    tx,
  );
  const replaced = rows.filter((row) => row.is_replaced).map(({ id }) => id);
  if (replaced.length > 0) {
    await sql`
      insert into order_line
      select l.* from import_before b, jsonb_populate_recordset(null::order_line, b.row_before->'lines') l
      where b.tenant_id = ${tenantId}::uuid and b.batch_id = ${batchId}::uuid and b.table_name = 'sales_order'
        and b.row_key = any(${replaced}::uuid[])`.execute(tx);
    await restoreRows(tx, tenantId, batchId, "sales_order", replaced);
  }
  const accounts = new Set(
    rows.flatMap((row) => [row.account_id, ...(row.account_before ? [row.account_before] : [])]),
  );
  await settleAccounts(tx, tenantId, [...accounts]);
  return rows.length;
};

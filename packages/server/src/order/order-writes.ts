import { sql } from "kysely";
import type { ImportScope } from "../import/import-scope.ts";
import { saveBefore } from "../import/save-before.ts";
import { copyInto } from "../platform/db/copy-into.ts";
import type { CopyValue } from "../platform/db/copy-text.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import type { OrderDraft } from "./order-draft.ts";

export interface OrderOnFile {
  id: string;
  externalId: string;
  accountId: string;
  currency: string;
  orderedOn: string;
  batchId: string | null;
  lineCount: number;
}

type Ids = ReadonlyMap<string, { readonly id: string; readonly lineCount: number }>;

export const findOrders = async (
  tx: Tx,
  tenantId: string,
  numbers: readonly string[],
): Promise<OrderOnFile[]> => {
  if (numbers.length === 0) return [];
  const { rows } = await sql<OrderOnFile>`
    select id, external_id as "externalId", account_id as "accountId", currency, ordered_on as "orderedOn",
      batch_id as "batchId", line_count as "lineCount"
    from sales_order where tenant_id = ${tenantId}::uuid and external_id = any(${[...numbers]}::text[])`.execute(
    tx,
  );
  return rows;
};

/** Empties orders that the file brings anew: former state kept for undo, lines removed, sums at zero. */
export const reopenOrders = async (
  tx: Tx,
  scope: ImportScope,
  orders: readonly OrderOnFile[],
  drafts: ReadonlyMap<string, OrderDraft>,
): Promise<void> => {
  if (orders.length === 0) return;
  const ids = orders.map(({ id }) => id);
  await saveBefore(tx, scope, "sales_order", ids);
  const fresh = orders.map(({ id, externalId }) => {
    const draft = drafts.get(externalId);
    return {
      id,
      account_id: draft?.accountId,
      ordered_on: draft?.orderedOn,
      currency: draft?.currency,
    };
  });
  await sql`
    delete from order_line l using unnest(${ids}::uuid[], ${orders.map(({ orderedOn }) => orderedOn)}::date[]) as o (id, ordered_on)
    where l.tenant_id = ${scope.tenantId}::uuid and l.ordered_on = o.ordered_on and l.order_id = o.id`.execute(
    tx,
  );
  await sql`
    update sales_order o set account_id = f.account_id, ordered_on = f.ordered_on, booked_on = f.ordered_on,
      currency = f.currency, kind = 'order', refers_to = null, net_minor = 0, cost_minor = null, base_net_minor = 0,
      base_cost_minor = null, line_count = 0, batch_id = ${scope.batchId}::uuid, updated_at = now()
    from jsonb_to_recordset(${JSON.stringify(fresh)}::jsonb) as f (id uuid, account_id uuid, ordered_on date, currency text)
    where o.tenant_id = ${scope.tenantId}::uuid and o.id = f.id`.execute(tx);
};

/** Adds the chunk's sums to the orders, opening those that are new. */
export const addToOrders = async (
  tx: Tx,
  { tenantId, batchId }: ImportScope,
  drafts: ReadonlyMap<string, OrderDraft>,
  ids: Ids,
): Promise<void> => {
  const rows = function* (): Generator<CopyValue[]> {
    for (const [number, order] of drafts) {
      yield [
        tenantId,
        ids.get(number)?.id,
        number,
        order.accountId,
        order.isReturn ? "return" : "order",
        order.orderedOn,
        order.orderedOn,
        order.refersTo,
        order.currency,
        order.netMinor,
        order.costMinor,
        order.baseNetMinor,
        order.baseCostMinor,
        order.lines.length,
        batchId,
      ];
    }
  };
  await copyInto(
    tx,
    "sales_order",
    [
      "tenant_id",
      "id",
      "external_id",
      "account_id",
      "kind",
      "ordered_on",
      "booked_on",
      "refers_to",
      "currency",
      "net_minor",
      "cost_minor",
      "base_net_minor",
      "base_cost_minor",
      "line_count",
      "batch_id",
    ],
    rows(),
    `on conflict (tenant_id, id) do update set
      kind = case when excluded.kind = 'return' then 'return' else sales_order.kind end,
      refers_to = coalesce(sales_order.refers_to, excluded.refers_to),
      net_minor = sales_order.net_minor + excluded.net_minor,
      cost_minor = case when sales_order.cost_minor is null then excluded.cost_minor
        else sales_order.cost_minor + coalesce(excluded.cost_minor, 0) end,
      base_net_minor = sales_order.base_net_minor + excluded.base_net_minor,
      base_cost_minor = case when sales_order.base_cost_minor is null then excluded.base_cost_minor
        else sales_order.base_cost_minor + coalesce(excluded.base_cost_minor, 0) end,
      line_count = sales_order.line_count + excluded.line_count,
      updated_at = now()`,
  );
};

/** Writes the chunk's lines, numbered on from what the order already has. */
export const insertOrderLines = async (
  tx: Tx,
  { tenantId, batchId }: ImportScope,
  drafts: ReadonlyMap<string, OrderDraft>,
  ids: Ids,
  productIds: ReadonlyMap<string, string>,
): Promise<void> => {
  const rows = function* (): Generator<CopyValue[]> {
    for (const [number, order] of drafts) {
      const placed = ids.get(number);
      let lineNo = placed?.lineCount ?? 0;
      for (const line of order.lines) {
        lineNo += 1;
        yield [
          tenantId,
          order.orderedOn,
          placed?.id,
          lineNo,
          order.accountId,
          line.productNumber === null ? null : productIds.get(line.productNumber),
          line.quantity,
          line.unitPrice,
          line.netMinor,
          line.costMinor,
          line.baseNetMinor,
          batchId,
        ];
      }
    }
  };
  await copyInto(
    tx,
    "order_line",
    [
      "tenant_id",
      "ordered_on",
      "order_id",
      "line_no",
      "account_id",
      "product_id",
      "quantity",
      "unit_price",
      "net_minor",
      "cost_minor",
      "base_net_minor",
      "batch_id",
    ],
    rows(),
  );
};

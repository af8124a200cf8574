import { sql } from "kysely";
import type { Db } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { readCursor, writeCursor } from "../platform/http/page-cursor.ts";

interface PageRequest {
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** What one list of facts of an account reads: its table, columns as the contract names them, and its sort day. */
export interface FactList {
  readonly table: "sales_order" | "invoice" | "payment" | "delivery";
  readonly columns: string;
  readonly day: string;
}

const orderColumns = `t.id, t.external_id as "externalId", t.account_id as "accountId", t.kind, t.ordered_on as "orderedOn",
  t.booked_on as "bookedOn", t.refers_to as "refersTo", t.currency, t.net_minor as "netMinor", t.cost_minor as "costMinor",
  t.base_net_minor as "baseNetMinor", t.base_cost_minor as "baseCostMinor", t.line_count as "lineCount", t.batch_id as "batchId"`;
const money = `t.currency, t.amount_minor as "amountMinor", t.base_amount_minor as "baseAmountMinor"`;
const key = `t.id, t.external_id as "externalId"`;

export const factLists = {
  order: { table: "sales_order", columns: orderColumns, day: "t.ordered_on" },
  invoice: {
    table: "invoice",
    columns: `${key}, t.order_external_id as "orderExternalId", t.issued_on as "issuedOn", t.due_on as "dueOn", t.paid_on as "paidOn",
      ${money}, t.is_disputed as "isDisputed"`,
    day: "t.issued_on",
  },
  payment: {
    table: "payment",
    columns: `${key}, t.invoice_external_id as "invoiceExternalId", t.paid_on as "paidOn", ${money}`,
    day: "t.paid_on",
  },
  delivery: {
    table: "delivery",
    columns: `${key}, t.order_external_id as "orderExternalId", t.promised_on as "promisedOn", t.delivered_on as "deliveredOn",
      t.is_complete as "isComplete", t.is_error_free as "isErrorFree"`,
    day: "coalesce(t.promised_on, t.delivered_on, '0001-01-01'::date)",
  },
} as const satisfies Record<string, FactList>;

/** A page of an account's facts, newest first; an account one may not see is not found. */
export const listFactsOfAccount = async <Row>(
  db: Db,
  tenantId: string,
  accountId: string,
  list: FactList,
  { cursor, limit }: PageRequest,
): Promise<{ items: Row[]; nextCursor: string | null; total: number }> => {
  const after = readCursor(cursor, list.table);
  const seen =
    await sql`select 1 from account where tenant_id = ${tenantId}::uuid and id = ${accountId}::uuid`.execute(
      db,
    );
  if (seen.rows.length === 0) throw new AppError("account.not_found");
  const day = sql.raw(list.day);
  const own = sql`t.tenant_id = ${tenantId}::uuid and t.account_id = ${accountId}::uuid`;
  const beyond = after
    ? sql`and (${day} < ${after.key}::date or (${day} = ${after.key}::date and t.id > ${after.id}::uuid))`
    : sql``;
  const { rows } = await sql<Row & { id: string; sort_day: string }>`
    select ${sql.raw(list.columns)}, ${day}::text as sort_day from ${sql.table(list.table)} t
    where ${own} ${beyond} order by ${day} desc, t.id limit ${limit + 1}`.execute(db);
  const counted = await sql<{
    total: number;
  }>`select count(*)::int as total from ${sql.table(list.table)} t where ${own}`.execute(db);
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return {
    items,
    total: counted.rows[0]?.total ?? 0,
    nextCursor:
      rows.length > limit && last
        ? writeCursor(list.table, { key: last.sort_day, id: last.id })
        : null,
  };
};

export interface OrderRecord {
  id: string;
  externalId: string;
  accountId: string;
  accountName: string;
  kind: "order" | "return";
  orderedOn: string;
  bookedOn: string;
  refersTo: string | null;
  currency: string;
  netMinor: number;
  costMinor: number | null;
  baseNetMinor: number;
  baseCostMinor: number | null;
  lineCount: number;
  batchId: string | null;
}

export interface OrderLineRecord {
  lineNo: number;
  productExternalId: string | null;
  productName: string | null;
  quantity: string | null;
  unitPrice: string | null;
  netMinor: number;
  costMinor: number | null;
}

const mostLines = 1_000;

/** One order with its first lines; throws `order.not_found`. */
export const getOrder = async (
  db: Db,
  tenantId: string,
  orderId: string,
): Promise<OrderRecord & { lines: OrderLineRecord[] }> => {
  const { rows } = await sql<OrderRecord>`
    select ${sql.raw(orderColumns)}, a.name as "accountName" from sales_order t
    join account a on a.tenant_id = t.tenant_id and a.id = t.account_id
    where t.tenant_id = ${tenantId}::uuid and t.id = ${orderId}::uuid`.execute(db);
  const order = rows[0];
  if (!order) throw new AppError("order.not_found");
  const lines = await sql<OrderLineRecord>`
    select l.line_no as "lineNo", p.external_id as "productExternalId", p.name as "productName", l.quantity::text as quantity,
      l.unit_price::text as "unitPrice", l.net_minor as "netMinor", l.cost_minor as "costMinor"
    from order_line l left join product p on p.tenant_id = l.tenant_id and p.id = l.product_id
    where l.tenant_id = ${tenantId}::uuid and l.ordered_on = ${order.orderedOn}::date and l.order_id = ${orderId}::uuid
    order by l.line_no limit ${mostLines}`.execute(db);
  return { ...order, lines: lines.rows };
};

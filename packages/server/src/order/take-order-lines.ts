import type { CellRefusal } from "@mainstay/domain/import/read-cell";
import type { OrderRow } from "@mainstay/domain/import/read-order-row";
import type { RefusedRow } from "@mainstay/domain/import/row-refusal";
import {
  type ChunkOutcome,
  type ChunkWork,
  type PlacedRow,
  refusedAt,
} from "../import/chunk-work.ts";
import { resolveAccounts, type WantedAccount, wantedKey } from "../import/resolve-accounts.ts";
import { newId } from "../platform/clock/new-id.ts";
import { resolveProducts } from "../product/resolve-products.ts";
import { draftOrders, type StoredOrder } from "./order-draft.ts";
import {
  addToOrders,
  findOrders,
  insertOrderLines,
  type OrderOnFile,
  reopenOrders,
} from "./order-writes.ts";

const wantedOf = (row: OrderRow): WantedAccount => ({ text: row.account, name: row.accountName });

const findAccounts = async (work: ChunkWork, rows: readonly PlacedRow<OrderRow>[]) => {
  const wanted = new Map<string, WantedAccount>();
  for (const { row } of rows) {
    const one = wantedOf(row);
    wanted.set(wantedKey(one), one);
  }
  return resolveAccounts(work.tx, work.scope, [...wanted.values()], work.options.accountBy, true);
};

/**
 * Takes the order lines of one chunk over. Orders met for the first time in this batch are replaced whole, lines
 * included (their former state is kept for undo); orders this batch has begun before are continued. Rows whose
 * customer, currency or sums do not fit are refused. Days and netting are settled afterwards, by account.
 */
export const takeOrderLines = async (
  work: ChunkWork,
  rows: readonly PlacedRow<OrderRow>[],
): Promise<ChunkOutcome> => {
  const { tx, scope } = work;
  const accounts = await findAccounts(work, rows);
  const refused: RefusedRow[] = [];
  const usable: PlacedRow<OrderRow>[] = [];
  for (const placed of rows) {
    const account = accounts.get(wantedKey(wantedOf(placed.row))) as string | CellRefusal;
    if (typeof account === "string") usable.push(placed);
    else refused.push(refusedAt(placed.line, account));
  }
  const accountOf = (row: OrderRow) => accounts.get(wantedKey(wantedOf(row))) as string;
  const numbered = [
    ...new Set(usable.map(({ row }) => row.orderId).filter((number) => number !== null)),
  ];
  const onFile = await findOrders(tx, scope.tenantId, numbered);
  const stored = new Map<string, StoredOrder>();
  for (const order of onFile)
    if (order.batchId === scope.batchId) stored.set(order.externalId, order);
  const { drafts, refused: unfit } = draftOrders(usable, accountOf, stored, work.toBase);
  refused.push(...unfit);
  const derived = [...drafts.keys()].filter((number) => number.startsWith("auto:"));
  onFile.push(...(await findOrders(tx, scope.tenantId, derived)));
  const known = new Map<string, OrderOnFile>(onFile.map((order) => [order.externalId, order]));
  const replaced = onFile.filter(
    (order) => order.batchId !== scope.batchId && drafts.has(order.externalId),
  );
  await reopenOrders(tx, scope, replaced, drafts);
  const ids = new Map<string, { id: string; lineCount: number }>();
  let created = 0;
  for (const number of drafts.keys()) {
    const order = known.get(number);
    if (!order) created += 1;
    const continued = order?.batchId === scope.batchId;
    ids.set(number, { id: order?.id ?? newId(), lineCount: continued ? order.lineCount : 0 });
  }
  const products = [
    ...new Set(
      [...drafts.values()].flatMap(({ lines }) => lines.map((line) => line.productNumber)),
    ),
  ];
  const productIds = await resolveProducts(
    tx,
    scope,
    products.filter((number) => number !== null),
  );
  await addToOrders(tx, scope, drafts, ids);
  await insertOrderLines(tx, scope, drafts, ids, productIds);
  return { refused, created, updated: replaced.length };
};

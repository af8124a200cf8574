import { type IsoDay, isoFromDayNumber } from "@mainstay/domain/calendar/day-number";
import type { OrderRow } from "@mainstay/domain/import/read-order-row";
import type { RefusedRow } from "@mainstay/domain/import/row-refusal";
import { type PlacedRow, mostMinor } from "../import/chunk-work.ts";
import type { ToBase } from "../import/exchange-rates.ts";

/** A line of an order as it will be stored. */
export interface DraftLine {
  readonly productNumber: string | null;
  readonly quantity: string | null;
  readonly unitPrice: string | null;
  readonly netMinor: number;
  readonly costMinor: number | null;
  readonly baseNetMinor: number;
}

/** What the rows of one chunk say about one order. */
export interface OrderDraft {
  readonly externalId: string;
  readonly accountId: string;
  readonly currency: string;
  readonly orderedOn: IsoDay;
  isReturn: boolean;
  refersTo: string | null;
  netMinor: number;
  costMinor: number | null;
  baseNetMinor: number;
  baseCostMinor: number | null;
  readonly lines: DraftLine[];
}

/** What is already stored of an order that the chunk goes on with. */
export interface StoredOrder {
  readonly accountId: string;
  readonly currency: string;
  readonly orderedOn: IsoDay;
}

/**
 * The number an order without one gets: its customer, day and currency. The same file read again finds the same
 * orders, and several rows of one day are one order; a return stands apart.
 */
export const derivedOrderNumber = (
  accountId: string,
  on: IsoDay,
  currency: string,
  isReturn: boolean,
): string => `auto:${accountId}:${on}:${currency}${isReturn ? ":return" : ""}`;

const lastDays = new Map<number, IsoDay>();
const isoDay = (day: number): IsoDay => {
  let iso = lastDays.get(day);
  if (iso === undefined) {
    if (lastDays.size > 40_000) lastDays.clear();
    iso = isoFromDayNumber(day);
    lastDays.set(day, iso);
  }
  return iso;
};

/**
 * Gathers lines into orders. A line joins the order of its number; it is refused when the order belongs to another
 * customer or currency, when its currency has no rate on its day, or when a sum would be absurd. The day of an order
 * is that of its first line.
 */
export const draftOrders = (
  rows: readonly PlacedRow<OrderRow>[],
  accountOf: (row: OrderRow) => string,
  stored: ReadonlyMap<string, StoredOrder>,
  toBase: ToBase,
): { drafts: Map<string, OrderDraft>; refused: RefusedRow[] } => {
  const drafts = new Map<string, OrderDraft>();
  const refused: RefusedRow[] = [];
  for (const { line, row } of rows) {
    const accountId = accountOf(row);
    const on = isoDay(row.day);
    const { currency } = row;
    const number =
      row.orderId ?? derivedOrderNumber(accountId, on, currency, row.isReturn === true);
    const known = drafts.get(number) ?? stored.get(number);
    if (known && (known.accountId !== accountId || known.currency !== currency)) {
      refused.push({ line, code: "order_disagrees", params: { text: number.slice(0, 60) } });
      continue;
    }
    const orderedOn = known?.orderedOn ?? on;
    const baseNet = toBase(row.minor, currency, orderedOn);
    const baseCost = row.costMinor === null ? null : toBase(row.costMinor, currency, orderedOn);
    if (baseNet === null) {
      refused.push({ line, code: "rate_missing", params: { currency, on: orderedOn } });
      continue;
    }
    let draft = drafts.get(number);
    const sum = Math.max(
      Math.abs((draft?.netMinor ?? 0) + row.minor),
      Math.abs((draft?.baseNetMinor ?? 0) + baseNet),
    );
    const costSum = Math.abs((draft?.costMinor ?? 0) + (row.costMinor ?? 0));
    if (sum > mostMinor || costSum > mostMinor) {
      refused.push({
        line,
        code: "absurd_amount",
        params: { field: "amount", text: String(row.minor / 100) },
      });
      continue;
    }
    if (!draft) {
      draft = {
        externalId: number,
        accountId,
        currency,
        orderedOn,
        isReturn: false,
        refersTo: null,
        netMinor: 0,
        costMinor: null,
        baseNetMinor: 0,
        baseCostMinor: null,
        lines: [],
      };
      drafts.set(number, draft);
    }
    draft.isReturn ||= row.isReturn === true;
    draft.refersTo ??= row.refersTo;
    draft.netMinor += row.minor;
    draft.baseNetMinor += baseNet;
    if (row.costMinor !== null && baseCost !== null) {
      draft.costMinor = (draft.costMinor ?? 0) + row.costMinor;
      draft.baseCostMinor = (draft.baseCostMinor ?? 0) + baseCost;
    }
    draft.lines.push({
      productNumber: row.product,
      quantity: row.quantity,
      unitPrice: row.unitPrice,
      netMinor: row.minor,
      costMinor: row.costMinor,
      baseNetMinor: baseNet,
    });
  }
  return { drafts, refused };
};

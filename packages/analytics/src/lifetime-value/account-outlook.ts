import type { OrderBook } from "../order-day/order-book.ts";
import type { ValueModel } from "./value-model.ts";

/** What the models know of one account before they look ahead; times in weeks, money in minor units. */
export interface AccountOutlook {
  x: number;
  tx: number;
  T: number;
  /** Orders the value of an order was learned from, and their mean (single values capped). */
  valuedOrders: number;
  meanValue: number;
}

/**
 * Reads an account's outlook from its order-days up to `asOf`; null without an order. A single order counts as
 * one observation of what an order is worth; otherwise the first is left out as the published model does.
 */
export const accountOutlook = (
  book: OrderBook,
  account: number,
  asOf: number,
  { spend }: Pick<ValueModel, "spend">,
): AccountOutlook | null => {
  const from = book.offsets[account]!;
  let to = book.offsets[account + 1]!;
  while (to > from && book.days[to - 1]! > asOf) to--;
  if (to === from) return null;
  const first = book.days[from]!;
  const valuedFrom = to - from > 1 ? from + 1 : from;
  let sum = 0;
  for (let entry = valuedFrom; entry < to; entry++) sum += Math.min(book.net[entry]!, spend.cap);
  const orders = to - valuedFrom;
  return {
    x: to - from - 1,
    tx: (book.days[to - 1]! - first) / 7,
    T: (asOf - first) / 7,
    valuedOrders: sum > 0 ? orders : 0,
    meanValue: sum > 0 ? sum / orders : 0,
  };
};

/**
 * Expected net of an order: Gamma-Gamma where it was fitted, else the account's own mean drawn to the
 * portfolio's with weight n/(n+3).
 */
export const expectedOrderValue = (
  { valuedOrders: n, meanValue }: AccountOutlook,
  { spend }: Pick<ValueModel, "spend">,
): number => {
  const model = spend.gammaGamma;
  if (model) return (model.p * (model.gamma + n * meanValue)) / (model.p * n + model.q - 1);
  const own = n / (n + 3);
  return own * meanValue + (1 - own) * spend.portfolioMean;
};

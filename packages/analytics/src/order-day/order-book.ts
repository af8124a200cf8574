import type { DayNumber } from "@mainstay/domain/calendar/day-number";
import type { CollectedOrders } from "./order-collector.ts";

/**
 * The order-days of many accounts: account i owns entries `offsets[i] … offsets[i + 1] − 1` of `days` (ascending,
 * distinct) and of the parallel `net` and `cost`. Fits wherever order-day histories are asked for.
 */
export interface OrderBook {
  offsets: Int32Array;
  days: Int32Array;
  /** Net of the order-day in minor units of the base currency, returns already taken off. */
  net: Float64Array;
  /** Cost of goods of the order-day, minor units; NaN where unknown; null when the source has no cost at all. */
  cost: Float64Array | null;
  /** Returns that no order-day could take: booked negative on their own day, never an order-day. */
  unmatchedReturns: { account: Int32Array; day: Int32Array; net: Float64Array };
}

const orderByAccountAndDay = (
  { account, day }: CollectedOrders,
  rows: Int32Array,
  accounts: number,
): { sorted: Int32Array; starts: Int32Array } => {
  const starts = new Int32Array(accounts + 1);
  for (const row of rows) starts[account[row]! + 1]!++;
  for (let i = 0; i < accounts; i++) starts[i + 1]! += starts[i]!;
  const next = starts.slice(0, accounts);
  const sorted = new Int32Array(rows.length);
  for (const row of rows) sorted[next[account[row]!]!++] = row;
  for (let i = 0; i < accounts; i++) {
    const [from, to] = [starts[i]!, starts[i + 1]!];
    for (let at = from + 1; at < to; at++) {
      if (day[sorted[at]!]! >= day[sorted[at - 1]!]!) continue;
      sorted.subarray(from, to).sort((a, b) => day[a]! - day[b]! || a - b);
      break;
    }
  }
  return { sorted, starts };
};

/** The last of an account's entries on or before `day`, or −1. */
const newestUpTo = (days: Int32Array, from: number, to: number, day: DayNumber): number => {
  for (let at = to - 1; at >= from; at--) if (days[at]! <= day) return at;
  return -1;
};

/**
 * Merges orders into order-days up to `asOf` (analytics.md § 3): same-day orders are one; returns never create
 * an order-day and come off the order they refer to, else off the account's newest earlier order-day, else they
 * stand negative on their own date. Facts after `asOf` are left out, returns included.
 */
export const buildOrderBook = (
  orders: CollectedOrders,
  accounts: number,
  asOf: DayNumber,
): OrderBook => {
  const { day, net, cost, refers, cancelled, account } = orders;
  const isReturn = (row: number): boolean =>
    net[row]! < 0 || (cancelled[row] === 1 && net[row]! <= 0);
  const sales: number[] = [];
  const returns: number[] = [];
  for (let row = 0; row < orders.count; row++) {
    if (day[row]! <= asOf) (isReturn(row) ? returns : sales).push(row);
  }
  const { sorted, starts } = orderByAccountAndDay(orders, Int32Array.from(sales), accounts);
  const offsets = new Int32Array(accounts + 1);
  const days = new Int32Array(sorted.length);
  const nets = new Float64Array(sorted.length);
  const costs = new Float64Array(sorted.length);
  const entryOfRow = new Int32Array(orders.count).fill(-1);
  let entries = 0;
  let anyCost = false;
  for (let i = 0; i < accounts; i++) {
    const first = entries;
    for (let at = starts[i]!; at < starts[i + 1]!; at++) {
      const row = sorted[at]!;
      if (entries === first || days[entries - 1] !== day[row]) days[entries++] = day[row]!;
      nets[entries - 1]! += net[row]!;
      costs[entries - 1]! += cost[row]!;
      anyCost ||= !Number.isNaN(cost[row]!);
      entryOfRow[row] = entries - 1;
    }
    offsets[i + 1] = entries;
  }
  const unmatched: number[] = [];
  for (const row of returns) {
    const owner = account[row]!;
    const referred = refers[row]! >= 0 ? entryOfRow[refers[row]!]! : -1;
    const entry =
      referred >= 0 ? referred : newestUpTo(days, offsets[owner]!, offsets[owner + 1]!, day[row]!);
    if (entry < 0) {
      unmatched.push(row);
      continue;
    }
    nets[entry]! += net[row]!;
    if (!Number.isNaN(cost[row]!)) costs[entry]! += cost[row]!;
  }
  return {
    offsets,
    days: days.slice(0, entries),
    net: nets.slice(0, entries),
    cost: anyCost ? costs.slice(0, entries) : null,
    unmatchedReturns: {
      account: Int32Array.from(unmatched, (row) => account[row]!),
      day: Int32Array.from(unmatched, (row) => day[row]!),
      net: Float64Array.from(unmatched, (row) => net[row]!),
    },
  };
};

/** How many accounts a book holds, those without an order-day included. */
export const accountsInBook = (book: Pick<OrderBook, "offsets">): number => book.offsets.length - 1;

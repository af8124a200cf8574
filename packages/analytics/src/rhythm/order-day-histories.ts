/**
 * The order-days of many accounts in compressed rows. Account i owns `days[offsets[i] .. offsets[i + 1])`: ascending
 * distinct day numbers (days since 1970-01-01, same-day orders merged, returns left out). Only days on or before the
 * `asOf` of a call are ever used, so future-dated orders never move a clock.
 */
export interface OrderDayHistories {
  offsets: Int32Array;
  days: Int32Array;
}

/** A stretch of calendar days, both ends included, as day numbers. */
export interface DayRange {
  from: number;
  to: number;
}

/** How many accounts the histories hold. */
export const countAccounts = (histories: OrderDayHistories): number =>
  Math.max(0, histories.offsets.length - 1);

/** One past the last order-day of the account that is on or before `asOf`, as an index into `days`. */
export const endOfHistory = (
  histories: OrderDayHistories,
  accountIndex: number,
  asOf: number,
): number => {
  const start = histories.offsets[accountIndex] as number;
  let low = start;
  let high = histories.offsets[accountIndex + 1] as number;
  if (high > start && (histories.days[high - 1] as number) <= asOf) return high;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((histories.days[middle] as number) <= asOf) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** Packs lists of day numbers (any order, duplicates allowed) into compressed rows. */
export const packOrderDays = (lists: readonly (readonly number[])[]): OrderDayHistories => {
  const rows = lists.map((list) => [...new Set(list)].sort((a, b) => a - b));
  const offsets = new Int32Array(rows.length + 1);
  rows.forEach((row, i) => {
    offsets[i + 1] = (offsets[i] as number) + row.length;
  });
  return { offsets, days: Int32Array.from(rows.flat()) };
};

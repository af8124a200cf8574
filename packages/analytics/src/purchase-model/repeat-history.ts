import type { DayNumber } from "@mainstay/domain/calendar/day-number";

/**
 * What the buy-till-you-die models know of each account, one row per account, all times counted from its
 * first order in one unit (days or weeks): x repeat order-days, tx time of the last order (0 when x = 0),
 * T time observed. `weight` = accounts a row stands for (1 when absent). `sumLogGaps` = Σ ln(gap between
 * consecutive order-days), needed only to compare regularities k.
 */
export interface RepeatHistories {
  x: Float64Array;
  tx: Float64Array;
  T: Float64Array;
  weight?: Float64Array;
  sumLogGaps?: Float64Array;
}

/** Order-days of many accounts in one array: account i owns days[offsets[i]] … days[offsets[i + 1] − 1], ascending. */
export interface OrderDays {
  offsets: Int32Array;
  days: Int32Array;
}

/** The end of observation (order-days after it are ignored) and the length of the time unit in days. */
export interface ObservationWindow {
  until: DayNumber;
  unitDays: 1 | 7;
}

/**
 * Turns order-days into repeat histories. Several entries of one day count once. Accounts without an order
 * up to `until` are left out: row r of the result is account `accounts[r]` of the input.
 * Throws RangeError when an account's days are not ascending.
 */
export const repeatHistoriesFromOrderDays = (
  { offsets, days }: OrderDays,
  { until, unitDays }: ObservationWindow,
): { histories: RepeatHistories; accounts: Int32Array } => {
  const total = Math.max(0, offsets.length - 1);
  const x = new Float64Array(total);
  const tx = new Float64Array(total);
  const T = new Float64Array(total);
  const sumLogGaps = new Float64Array(total);
  const accounts = new Int32Array(total);
  let rows = 0;
  for (let account = 0; account < total; account++) {
    const from = offsets[account]!;
    const to = offsets[account + 1]!;
    if (from === to || days[from]! > until) continue;
    const first = days[from]!;
    let last = first;
    let repeats = 0;
    let logs = 0;
    for (let i = from + 1; i < to && days[i]! <= until; i++) {
      const gap = days[i]! - last;
      if (gap < 0) throw new RangeError(`order-days of account ${account} are not ascending`);
      if (gap === 0) continue;
      repeats++;
      logs += Math.log(gap / unitDays);
      last = days[i]!;
    }
    x[rows] = repeats;
    tx[rows] = (last - first) / unitDays;
    T[rows] = (until - first) / unitDays;
    sumLogGaps[rows] = logs;
    accounts[rows++] = account;
  }
  return {
    histories: {
      x: x.slice(0, rows),
      tx: tx.slice(0, rows),
      T: T.slice(0, rows),
      sumLogGaps: sumLogGaps.slice(0, rows),
    },
    accounts: accounts.slice(0, rows),
  };
};

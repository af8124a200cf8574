import type { RepeatHistories } from "./repeat-history.ts";

/** Repeat histories with equal rows merged and counted, and every distinct time numbered once. */
export interface RunLengthHistories {
  rows: number;
  /** Accounts behind all rows (Σ weight). */
  customers: number;
  x: Int32Array;
  maxX: number;
  weight: Float64Array;
  /** Accounts with exactly x repeat orders, indexed by x. */
  customersByX: Float64Array;
  /** Distinct values among tx and T; `txTime` and `TTime` point into it. */
  times: Float64Array;
  txTime: Int32Array;
  TTime: Int32Array;
  /** Σ weight · sumLogGaps over all accounts; NaN when the input has no gaps. */
  sumLogGaps: number;
}

const refuse = (row: number, why: string): never => {
  throw new RangeError(`repeat history in row ${row}: ${why}`);
};

const mix = (a: number, b: number): number => {
  let h = Math.imul(a ^ (b >>> 15), 0x85ebca6b) ^ Math.imul(b, 0xc2b2ae35);
  h ^= h >>> 13;
  h = Math.imul(h, 0x27d4eb2f);
  return h ^ (h >>> 16);
};

/** More distinct times than this are not numbered: rows then hardly ever coincide, and merging would not pay. */
const mostTimes = 1 << 16;

/** Numbers the distinct values of two columns in order of appearance; null when there are too many. */
const numberTimes = (
  columns: readonly [Float64Array, Float64Array],
): { times: Float64Array; index: [Int32Array, Int32Array] } | null => {
  const mask = 4 * mostTimes - 1;
  const slots = new Int32Array(mask + 1);
  const times = new Float64Array(mostTimes);
  const index: [Int32Array, Int32Array] = [
    new Int32Array(columns[0].length),
    new Int32Array(columns[1].length),
  ];
  const key = new Float64Array(1);
  const bits = new Int32Array(key.buffer);
  let count = 0;
  for (const side of [0, 1] as const) {
    const values = columns[side];
    const own = index[side];
    for (let i = 0; i < values.length; i++) {
      const value = values[i]! + 0; // −0 becomes 0
      key[0] = value;
      let slot = mix(bits[0]!, bits[1]!) & mask;
      while (slots[slot] !== 0 && times[slots[slot]! - 1] !== value) slot = (slot + 1) & mask;
      if (slots[slot] === 0) {
        if (count === mostTimes) return null;
        times[count++] = value;
        slots[slot] = count;
      }
      own[i] = slots[slot]! - 1;
    }
  }
  return { times: times.slice(0, count), index };
};

const checkRows = ({ x, tx, T, weight }: RepeatHistories): void => {
  const n = x.length;
  const lengths = [tx.length, T.length, weight?.length ?? n];
  if (lengths.some((length) => length !== n)) throw new RangeError("columns differ in length");
  for (let i = 0; i < n; i++) {
    const count = x[i]!;
    if (!(count >= 0 && count <= 1e7) || count !== Math.floor(count)) {
      refuse(i, "x is not a whole number from 0 to 10,000,000");
    }
    if (!(tx[i]! >= 0 && tx[i]! <= T[i]! && T[i]! < Number.POSITIVE_INFINITY)) {
      refuse(i, "0 ≤ tx ≤ T does not hold");
    }
    if (count === 0 && tx[i] !== 0) refuse(i, "tx must be 0 without a repeat order");
    if (weight && !(weight[i]! >= 0 && weight[i]! < Number.POSITIVE_INFINITY)) {
      refuse(i, "weight is not a number ≥ 0");
    }
  }
};

/** Adds up what concerns all rows: accounts, the largest x, accounts by x, log gaps. */
const totalsOf = ({ x, weight, sumLogGaps }: RepeatHistories) => {
  let [customers, maxX, logs] = [0, 0, 0];
  for (let i = 0; i < x.length; i++) if (x[i]! > maxX) maxX = x[i]!;
  const customersByX = new Float64Array(maxX + 1);
  for (let i = 0; i < x.length; i++) {
    const w = weight ? weight[i]! : 1;
    customers += w;
    customersByX[x[i]!]! += w;
    if (sumLogGaps) logs += w * sumLogGaps[i]!;
  }
  return { customers, maxX, customersByX, sumLogGaps: sumLogGaps ? logs : Number.NaN };
};

/**
 * Merges equal (x, tx, T) rows so that a fit pays once for all accounts that look alike.
 * Throws RangeError on rows no account can have (x not a whole number ≥ 0, tx outside 0…T, not finite).
 */
export const runLengthHistories = (histories: RepeatHistories): RunLengthHistories => {
  checkRows(histories);
  const { x, tx, T, weight } = histories;
  const n = x.length;
  const totals = totalsOf(histories);
  const numbered = numberTimes([tx, T]);
  if (!numbered) {
    const times = new Float64Array(2 * n);
    times.set(tx);
    times.set(T, n);
    return {
      ...totals,
      rows: n,
      x: Int32Array.from(x),
      weight: weight ?? new Float64Array(n).fill(1),
      times,
      txTime: Int32Array.from({ length: n }, (_, i) => i),
      TTime: Int32Array.from({ length: n }, (_, i) => n + i),
    };
  }
  const { times, index } = numbered;
  const [txIndex, TIndex] = index;
  const mask = 2 ** Math.ceil(Math.log2(Math.max(16, 2 * n))) - 1;
  // Each slot holds x, both times' numbers in one word, and the row + 1, side by side in memory.
  const slots = new Int32Array(3 * (mask + 1));
  const rowX = new Int32Array(n);
  const counts = new Float64Array(n);
  let rows = 0;
  for (let i = 0; i < n; i++) {
    const w = weight ? weight[i]! : 1;
    if (w === 0) continue;
    const count = x[i]!;
    const both = (txIndex[i]! << 16) | TIndex[i]!;
    let slot = 3 * (mix(both, count) & mask);
    while (slots[slot + 2] !== 0 && (slots[slot] !== count || slots[slot + 1] !== both)) {
      slot = slot === 3 * mask ? 0 : slot + 3;
    }
    if (slots[slot + 2] === 0) {
      slots[slot] = count;
      slots[slot + 1] = both;
      rowX[rows] = count;
      // Rows come no later than their first account, so the columns can be packed in place.
      txIndex[rows] = txIndex[i]!;
      TIndex[rows] = TIndex[i]!;
      slots[slot + 2] = ++rows;
    }
    counts[slots[slot + 2]! - 1]! += w;
  }
  return {
    ...totals,
    rows,
    x: rowX.slice(0, rows),
    weight: counts.slice(0, rows),
    times,
    txTime: txIndex.slice(0, rows),
    TTime: TIndex.slice(0, rows),
  };
};

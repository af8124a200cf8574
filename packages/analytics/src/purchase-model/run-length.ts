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

const tableSize = (entries: number): number => 2 ** Math.ceil(Math.log2(Math.max(16, 2 * entries)));

const refuse = (row: number, why: string): never => {
  throw new RangeError(`repeat history in row ${row}: ${why}`);
};

const mix = (a: number, b: number): number => {
  let h = Math.imul(a ^ (b >>> 15), 0x85ebca6b) ^ Math.imul(b, 0xc2b2ae35);
  h ^= h >>> 13;
  h = Math.imul(h, 0x27d4eb2f);
  return h ^ (h >>> 16);
};

/** Numbers the distinct values of an array in order of appearance. */
const numberDistinct = (values: Float64Array): { distinct: Float64Array; index: Int32Array } => {
  const bits = new Int32Array(values.buffer, values.byteOffset, values.length * 2);
  const mask = tableSize(values.length) - 1;
  const slots = new Int32Array(mask + 1);
  const index = new Int32Array(values.length);
  const distinct = new Float64Array(values.length);
  let count = 0;
  for (let i = 0; i < values.length; i++) {
    let slot = mix(bits[2 * i]!, bits[2 * i + 1]!) & mask;
    while (slots[slot] !== 0 && distinct[slots[slot]! - 1] !== values[i]) slot = (slot + 1) & mask;
    if (slots[slot] === 0) {
      distinct[count++] = values[i]!;
      slots[slot] = count;
    }
    index[i] = slots[slot]! - 1;
  }
  return { distinct: distinct.slice(0, count), index };
};

/**
 * Merges equal (x, tx, T) rows so that a fit pays once for all accounts that look alike.
 * Throws RangeError on rows no account can have (x not a whole number ≥ 0, tx outside 0…T, not finite).
 */
export const runLengthHistories = (histories: RepeatHistories): RunLengthHistories => {
  const { x, tx, T, weight, sumLogGaps } = histories;
  const n = x.length;
  if (tx.length !== n || T.length !== n) throw new RangeError("x, tx and T differ in length");
  const txBits = new Int32Array(tx.buffer, tx.byteOffset, 2 * n);
  const TBits = new Int32Array(T.buffer, T.byteOffset, 2 * n);
  const mask = tableSize(n) - 1;
  const slots = new Int32Array(mask + 1);
  const first = new Int32Array(n);
  const counts = new Float64Array(n);
  let rows = 0;
  let customers = 0;
  let maxX = 0;
  let logs = sumLogGaps ? 0 : Number.NaN;
  for (let i = 0; i < n; i++) {
    const xi = x[i]!;
    if (!(xi >= 0) || xi !== Math.floor(xi) || xi > 1e9) refuse(i, "x is not a whole number ≥ 0");
    if (!(tx[i]! >= 0 && tx[i]! <= T[i]! && T[i]! < Number.POSITIVE_INFINITY)) {
      refuse(i, "0 ≤ tx ≤ T does not hold");
    }
    if (xi === 0 && tx[i] !== 0) refuse(i, "tx must be 0 without a repeat order");
    const w = weight ? weight[i]! : 1;
    if (!(w >= 0 && w < Number.POSITIVE_INFINITY)) refuse(i, "weight is not a number ≥ 0");
    if (w === 0) continue;
    if (xi > maxX) maxX = xi;
    if (sumLogGaps) logs += w * sumLogGaps[i]!;
    customers += w;
    const times = mix(txBits[2 * i + 1]! ^ (xi << 16), txBits[2 * i]! + xi);
    let slot = mix(TBits[2 * i + 1]! ^ times, TBits[2 * i]! + times) & mask;
    for (;;) {
      const known = slots[slot]! - 1;
      if (known < 0) {
        first[rows] = i;
        counts[rows++] = w;
        slots[slot] = rows;
        break;
      }
      const j = first[known]!;
      if (x[j] === xi && tx[j] === tx[i] && T[j] === T[i]) {
        counts[known]! += w;
        break;
      }
      slot = (slot + 1) & mask;
    }
  }
  const rowX = new Int32Array(rows);
  const customersByX = new Float64Array(maxX + 1);
  const bothTimes = new Float64Array(2 * rows);
  for (let row = 0; row < rows; row++) {
    const i = first[row]!;
    rowX[row] = x[i]!;
    customersByX[x[i]!]! += counts[row]!;
    bothTimes[row] = tx[i]!;
    bothTimes[rows + row] = T[i]!;
  }
  const { distinct, index } = numberDistinct(bothTimes);
  return {
    rows,
    customers,
    x: rowX,
    maxX,
    weight: counts.slice(0, rows),
    customersByX,
    times: distinct,
    txTime: index.slice(0, rows),
    TTime: index.slice(rows),
    sumLogGaps: logs,
  };
};

/** Every `stride`-th row, for a quick first fit on a part that stands for the whole. */
export const thinnedHistories = (
  histories: RunLengthHistories,
  stride: number,
): RunLengthHistories => {
  const rows = Math.ceil(histories.rows / stride);
  const pick = <A extends Int32Array | Float64Array>(from: A, into: A): A => {
    for (let row = 0; row < rows; row++) into[row] = from[row * stride]!;
    return into;
  };
  const x = pick(histories.x, new Int32Array(rows));
  const weight = pick(histories.weight, new Float64Array(rows));
  const customersByX = new Float64Array(histories.maxX + 1);
  for (let row = 0; row < rows; row++) customersByX[x[row]!]! += weight[row]!;
  return {
    ...histories,
    rows,
    customers: customersByX.reduce((sum, w) => sum + w, 0),
    x,
    weight,
    customersByX,
    txTime: pick(histories.txTime, new Int32Array(rows)),
    TTime: pick(histories.TTime, new Int32Array(rows)),
  };
};

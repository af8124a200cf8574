import type { RunLengthHistories } from "./run-length.ts";

/**
 * A part of about `customers` accounts that stands for the whole, for a quick first fit: heavy rows stay, each
 * with its share; of light ones every so many accounts bring one that counts for all of them.
 */
export const thinnedHistories = (
  histories: RunLengthHistories,
  customers: number,
): RunLengthHistories => {
  const step = histories.customers / customers;
  const kept: number[] = [];
  const weights: number[] = [];
  let passed = step / 2;
  for (let row = 0; row < histories.rows; row++) {
    const w = histories.weight[row]!;
    if (w < step) {
      passed += w;
      if (passed < step) continue;
      passed -= step;
    }
    kept.push(row);
    weights.push(Math.max(w, step));
  }
  const weight = Float64Array.from(weights);
  const x = Int32Array.from(kept, (row) => histories.x[row]!);
  const customersByX = new Float64Array(histories.maxX + 1);
  x.forEach((count, row) => {
    customersByX[count]! += weight[row]!;
  });
  const { times, txTime, TTime } = histories;
  // Few rows must not carry the logarithms of everybody's times.
  const ownTimes = Float64Array.from([
    ...kept.map((row) => times[txTime[row]!]!),
    ...kept.map((row) => times[TTime[row]!]!),
  ]);
  const compact = times.length > ownTimes.length;
  return {
    ...histories,
    rows: kept.length,
    customers: customersByX.reduce((sum, w) => sum + w, 0),
    x,
    weight,
    customersByX,
    times: compact ? ownTimes : times,
    txTime: Int32Array.from(kept, (row, i) => (compact ? i : txTime[row]!)),
    TTime: Int32Array.from(kept, (row, i) => (compact ? kept.length + i : TTime[row]!)),
  };
};

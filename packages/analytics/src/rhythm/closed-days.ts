import type { DayRange } from "./order-day-histories.ts";

/** Stretches of days that do not count, ascending and apart: `[from, until)` pairs. Reused between accounts. */
export interface ClosedDays {
  count: number;
  from: Float64Array;
  until: Float64Array;
}

export const createClosedDays = (capacity = 128): ClosedDays => ({
  count: 0,
  from: new Float64Array(capacity),
  until: new Float64Array(capacity),
});

/** Fills `into` from day ranges (ends included), merging overlaps. */
export const fillClosedDays = (into: ClosedDays, ranges: readonly DayRange[]): void => {
  const sorted = [...ranges].filter((r) => r.to >= r.from).sort((a, b) => a.from - b.from);
  into.count = 0;
  for (const range of sorted) {
    const last = into.count - 1;
    if (last >= 0 && range.from <= into.until[last]!) {
      into.until[last] = Math.max(into.until[last]!, range.to + 1);
    } else if (into.count < into.from.length) {
      into.from[into.count] = range.from;
      into.until[into.count++] = range.to + 1;
    }
  }
};

/** Closed time between two days. The silence of day t counts when t itself is open. */
export const closedBetween = (closed: ClosedDays, from: number, to: number): number => {
  let sum = 0;
  for (let i = 0; i < closed.count; i++) {
    const a = closed.from[i]! - 1;
    const b = closed.until[i]! - 1;
    if (a >= to) break;
    if (b <= from) continue;
    sum += Math.min(b, to) - Math.max(a, from);
  }
  return sum;
};

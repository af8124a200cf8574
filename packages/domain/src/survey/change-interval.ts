import type { Interval } from "./wilson.ts";

/** A figure with its interval. */
export interface Estimate extends Interval {
  readonly value: number;
}

/**
 * Between which changes the truth plausibly lies when a figure went from `before` to `after`, asked of two samples: the two
 * intervals put together (method 10 of Newcombe 1998, "square and add"). In the unit of the figures. Where zero lies inside,
 * nothing says that anything changed.
 */
export const changeInterval = (before: Estimate, after: Estimate): Interval => {
  const change = after.value - before.value;
  return {
    low: change - Math.hypot(after.value - after.low, before.high - before.value),
    high: change + Math.hypot(after.high - after.value, before.value - before.low),
  };
};

/** Whether an interval leaves it open that there is no change at all. */
export const holdsZero = ({ low, high }: Interval): boolean => low <= 0 && high >= 0;

/** Ends of an interval, low ≤ high. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** The two-sided 95 % point of the normal distribution. */
export const z95 = 1.959963984540054;

/** Fewer answers than this are shown as they are, never as a percentage (formulas § 2). */
export const leastForPercentage = 5;

/**
 * Wilson's 95 % interval of a share, 0 … 1 (E. B. Wilson 1927, without continuity correction; method 3 of Newcombe 1998):
 * between which shares the truth plausibly lies when `hits` of `n` answered so. Null when nobody answered.
 */
export const wilsonInterval = (hits: number, n: number): Interval | null => {
  if (n === 0) return null;
  const share = hits / n;
  const square = z95 * z95;
  const middle = (share + square / (2 * n)) / (1 + square / n);
  const reach = (z95 / (1 + square / n)) * Math.sqrt((share * (1 - share) + square / (4 * n)) / n);
  return {
    low: hits === 0 ? 0 : Math.max(0, middle - reach),
    high: hits === n ? 1 : Math.min(1, middle + reach),
  };
};

/** A share with its interval, 0 … 1. */
export interface TopShare extends Interval {
  readonly share: number;
}

/** The share of `hits` among `n` with its Wilson interval; null below five answers. */
export const topShareOf = (hits: number, n: number): TopShare | null => {
  const interval = n < leastForPercentage ? null : wilsonInterval(hits, n);
  return interval && { share: hits / n, ...interval };
};

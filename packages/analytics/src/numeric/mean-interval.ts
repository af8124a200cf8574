import { regularisedIncompleteBeta } from "./incomplete-beta.ts";

/** The t with P(−t < T < t) = 95 % for so many degrees of freedom, to 10 digits (bisection on the incomplete beta function). */
export const studentT95 = (degrees: number): number => {
  let [low, high] = [1, 13];
  for (let i = 0; i < 60; i++) {
    const t = (low + high) / 2;
    const outside = regularisedIncompleteBeta(degrees / (degrees + t * t), degrees / 2, 0.5);
    if (outside > 0.05) low = t;
    else high = t;
  }
  return (low + high) / 2;
};

/** A mean with its 95 % interval by Student's t; without one below two values. */
export interface MeanInterval {
  readonly n: number;
  readonly mean: number;
  readonly interval: { readonly low: number; readonly high: number } | null;
}

/** The mean of values given their count, sum and sum of squares; null of nothing. */
export const meanIntervalOf = (n: number, sum: number, squares: number): MeanInterval | null => {
  if (n === 0) return null;
  const mean = sum / n;
  if (n < 2) return { n, mean, interval: null };
  const variance = Math.max(0, (squares - n * mean * mean) / (n - 1));
  const reach = studentT95(n - 1) * Math.sqrt(variance / n);
  return { n, mean, interval: { low: mean - reach, high: mean + reach } };
};

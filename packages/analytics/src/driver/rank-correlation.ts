import { normalQuantile } from "../numeric/normal-quantile.ts";

/** Ranks from 1; equal values share the mean of their places. */
export const ranksOf = (values: Float64Array): Float64Array => {
  const order = Array.from(values.keys()).sort((a, b) => values[a]! - values[b]!);
  const ranks = new Float64Array(values.length);
  for (let from = 0; from < order.length; ) {
    let to = from;
    while (to + 1 < order.length && values[order[to + 1]!] === values[order[from]!]) to += 1;
    for (let i = from; i <= to; i++) ranks[order[i]!] = (from + to) / 2 + 1;
    from = to + 1;
  }
  return ranks;
};

/** Pearson's correlation of two columns of one length, −1 … 1; null when one of them never changes. */
export const correlationOf = (x: Float64Array, y: Float64Array): number | null => {
  const n = x.length;
  let meanX = 0;
  let meanY = 0;
  for (let i = 0; i < n; i++) {
    meanX += x[i]! / n;
    meanY += y[i]! / n;
  }
  let xx = 0;
  let yy = 0;
  let xy = 0;
  for (let i = 0; i < n; i++) {
    const [dx, dy] = [x[i]! - meanX, y[i]! - meanY];
    xx += dx * dx;
    yy += dy * dy;
    xy += dx * dy;
  }
  return xx === 0 || yy === 0 ? null : Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy)));
};

/** How two columns go up and down together, with its 95 % interval. */
export interface RankCorrelation {
  readonly n: number;
  readonly r: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Spearman's rank correlation of two columns of one length: +1 when they rise together, −1 when one rises as the other
 * falls. Its 95 % interval by Fisher's z with the variance of Bonett & Wright (Psychometrika 2000), (1 + r²/2) / (n − 3).
 * Null below four answers, or when one column never changes.
 */
export const rankCorrelationOf = (x: Float64Array, y: Float64Array): RankCorrelation | null => {
  const n = x.length;
  if (n < 4) return null;
  const r = correlationOf(ranksOf(x), ranksOf(y));
  if (r === null) return null;
  if (Math.abs(r) === 1) return { n, r, low: r, high: r };
  const z = Math.atanh(r);
  const reach = normalQuantile(0.975) * Math.sqrt((1 + (r * r) / 2) / (n - 3));
  return { n, r, low: Math.tanh(z - reach), high: Math.tanh(z + reach) };
};

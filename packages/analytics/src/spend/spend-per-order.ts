import {
  fitGammaGamma,
  type GammaGammaFit,
  gammaGammaExpectedSpend,
  type RepeatSpend,
} from "./gamma-gamma.ts";

/** Net values of each account's order-days in one array; account i owns values[offsets[i]] … values[offsets[i+1] − 1]. */
export interface OrderValues {
  offsets: Int32Array;
  values: Float64Array;
}

/** The quantile at share 0…1 of values (linear between neighbours); NaN of nothing. */
const quantileOf = (values: Float64Array, share: number): number => {
  const sorted = values.slice().sort();
  const place = share * (sorted.length - 1);
  const low = Math.floor(place);
  const below = sorted[low] ?? Number.NaN;
  return below + (place - low) * ((sorted[Math.ceil(place)] ?? below) - below);
};

/**
 * Repeat orders (all but each account's first) and their mean net value, single values capped at the
 * portfolio's `capShare` quantile (p99) so that one freak order does not speak for an account. An account
 * whose repeat orders net to 0 or less after returns gets x = 0, m̄ = 0: it says nothing about spend.
 */
export const repeatSpendFromOrderValues = (
  { offsets, values }: OrderValues,
  capShare = 0.99,
): RepeatSpend & { cap: number } => {
  const accounts = Math.max(0, offsets.length - 1);
  let orders = 0;
  for (let i = 0; i < accounts; i++) orders += Math.max(0, offsets[i + 1]! - offsets[i]! - 1);
  const repeats = new Float64Array(orders);
  for (let i = 0, place = 0; i < accounts; i++) {
    for (let o = offsets[i]! + 1; o < offsets[i + 1]!; o++) repeats[place++] = values[o]!;
  }
  const cap = quantileOf(repeats, capShare);
  const x = new Float64Array(accounts);
  const meanSpend = new Float64Array(accounts);
  for (let i = 0; i < accounts; i++) {
    const orders = offsets[i + 1]! - offsets[i]! - 1;
    let sum = 0;
    for (let o = offsets[i]! + 1; o < offsets[i + 1]!; o++) sum += Math.min(values[o]!, cap);
    if (orders < 1 || !(sum > 0)) continue;
    x[i] = orders;
    meanSpend[i] = sum / orders;
  }
  return { x, meanSpend, cap };
};

/** Pearson's correlation of order count and mean value over accounts with repeat orders; 0 without spread. */
export const spendCorrelation = ({ x, meanSpend }: RepeatSpend): number => {
  let [n, sx, sm, sxx, smm, sxm] = [0, 0, 0, 0, 0, 0];
  for (let i = 0; i < x.length; i++) {
    if (!(x[i]! >= 1 && meanSpend[i]! > 0)) continue;
    const [a, m] = [x[i]!, meanSpend[i]!];
    n++;
    sx += a;
    sm += m;
    sxx += a * a;
    smm += m * m;
    sxm += a * m;
  }
  const spread = Math.sqrt((sxx - (sx * sx) / n) * (smm - (sm * sm) / n));
  return spread > 0 ? (sxm - (sx * sm) / n) / spread : 0;
};

/** Expected value per order of each account, how it was found, and why when not by Gamma-Gamma. */
export interface SpendPerOrder {
  expected: Float64Array;
  method: "gamma-gamma" | "shrunk-mean";
  reason: null | "few-accounts" | "no-finite-mean" | "value-depends-on-frequency" | "no-fit";
  fit: GammaGammaFit | null;
  correlation: number;
}

/**
 * What an order of each account is worth: Gamma-Gamma where its conditions hold (≥ 50 accounts with repeat
 * orders, |corr(x, m̄)| < 0.3, q > 1), else each account's mean drawn to the portfolio's with weight x/(x+3).
 */
export const spendPerOrder = (spend: RepeatSpend): SpendPerOrder => {
  const { x, meanSpend } = spend;
  let [accounts, total] = [0, 0];
  for (let i = 0; i < x.length; i++) {
    if (!(x[i]! >= 1 && meanSpend[i]! > 0)) continue;
    accounts++;
    total += meanSpend[i]!;
  }
  const correlation = spendCorrelation(spend);
  const shrunk = (reason: SpendPerOrder["reason"], fit: GammaGammaFit | null): SpendPerOrder => {
    const portfolio = accounts > 0 ? total / accounts : 0;
    const expected = x.map((n, i) => {
      const own = n >= 1 && meanSpend[i]! > 0 ? n / (n + 3) : 0;
      return own * meanSpend[i]! + (1 - own) * portfolio;
    });
    return { expected, method: "shrunk-mean", reason, fit, correlation };
  };
  if (accounts < 50) return shrunk("few-accounts", null);
  if (Math.abs(correlation) >= 0.3) return shrunk("value-depends-on-frequency", null);
  const fit = fitGammaGamma(spend);
  if (!fit.converged) return shrunk("no-fit", fit);
  if (fit.parameters.q <= 1) return shrunk("no-finite-mean", fit);
  const expected = gammaGammaExpectedSpend(fit.parameters, spend);
  return { expected, method: "gamma-gamma", reason: null, fit, correlation };
};

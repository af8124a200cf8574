import { digamma } from "../numeric/digamma.ts";
import { hessianFromGradient, invertPositiveDefinite } from "../numeric/hessian.ts";
import { logGamma } from "../numeric/log-gamma.ts";
import { minimize, type Objective } from "../numeric/minimize.ts";

/** What Gamma-Gamma knows of each account: x repeat orders and their mean value m̄ (any one currency). */
export interface RepeatSpend {
  x: Float64Array;
  meanSpend: Float64Array;
}

/** Gamma-Gamma: order values Gamma(p, ν) around each account's own level, ν itself Gamma(q, γ) over accounts. */
export interface GammaGammaParameters {
  p: number;
  q: number;
  gamma: number;
}

/** A fitted spend model; log-likelihood on the scale of the R packages. */
export interface GammaGammaFit {
  parameters: GammaGammaParameters;
  standardErrors: GammaGammaParameters;
  logLikelihood: number;
  /** Accounts with x ≥ 1 and m̄ > 0; all others are left out of the fit. */
  customers: number;
  evaluations: number;
  converged: boolean;
}

/** The accounts a fit rests on, with all that does not depend on the parameters worked out once. */
interface SpendRows {
  n: Float64Array;
  mean: Float64Array;
  logMean: Float64Array;
  /** Distinct values of n, and for each row which one it has. */
  distinct: Float64Array;
  which: Int32Array;
}

const usableRows = ({ x, meanSpend }: RepeatSpend): SpendRows => {
  const usable = Int32Array.from(x.keys()).filter((i) => x[i]! >= 1 && meanSpend[i]! > 0);
  const n = Float64Array.from(usable, (i) => x[i]!);
  const mean = Float64Array.from(usable, (i) => meanSpend[i]!);
  const places = new Map<number, number>();
  const which = Int32Array.from(n, (count) => {
    const place = places.get(count) ?? places.size;
    places.set(count, place);
    return place;
  });
  return {
    n,
    mean,
    logMean: mean.map(Math.log),
    distinct: Float64Array.from(places.keys()),
    which,
  };
};

/**
 * Log-likelihood and its gradient by (p, q, γ). Per account ln Γ(px+q) − ln Γ(px) − ln Γ(q) + q ln γ + px ln x
 * + (px−1) ln m̄ − (px+q) ln(γ + x·m̄); all but the last two terms depend on x alone.
 */
const gammaGammaLogLikelihood = (
  { n, mean, logMean, distinct, which }: SpendRows,
  [p, q, gamma]: readonly [number, number, number],
  gradient: Float64Array,
): number => {
  const logQ = logGamma(q);
  const psiQ = digamma(q);
  const logScale = Math.log(gamma);
  const ofX = new Float64Array(3 * distinct.length);
  distinct.forEach((count, place) => {
    const psiBoth = digamma(p * count + q);
    ofX[3 * place] =
      logGamma(p * count + q) -
      logGamma(p * count) -
      logQ +
      q * logScale +
      p * count * Math.log(count);
    ofX[3 * place + 1] = count * (psiBoth - digamma(p * count) + Math.log(count));
    ofX[3 * place + 2] = psiBoth - psiQ + logScale;
  });
  let [sum, byP, byQ, byGamma] = [0, 0, 0, 0];
  for (let row = 0; row < n.length; row++) {
    const count = n[row]!;
    const place = 3 * which[row]!;
    const spent = gamma + mean[row]! * count;
    const logSpent = Math.log(spent);
    sum += ofX[place]! + (p * count - 1) * logMean[row]! - (p * count + q) * logSpent;
    byP += ofX[place + 1]! + count * (logMean[row]! - logSpent);
    byQ += ofX[place + 2]! - logSpent;
    byGamma += q / gamma - (p * count + q) / spent;
  }
  gradient[0] = byP;
  gradient[1] = byQ;
  gradient[2] = byGamma;
  return sum;
};

/**
 * Fits Gamma-Gamma by maximum likelihood to accounts with x ≥ 1 and m̄ > 0 (Fader & Hardie 2013).
 * Throws RangeError when there is none. Check `parameters.q > 1` before using means: else they do not exist.
 */
export const fitGammaGamma = (spend: RepeatSpend): GammaGammaFit => {
  const rows = usableRows(spend);
  const customers = rows.n.length;
  if (customers === 0) throw new RangeError("Gamma-Gamma needs an account with a repeat order");
  const level = rows.mean.reduce((sum, v) => sum + v, 0) / customers;
  const objective: Objective = (logs, gradient) => {
    const natural = [Math.exp(logs[0]!), Math.exp(logs[1]!), Math.exp(logs[2]!)] as const;
    const value = gammaGammaLogLikelihood(rows, natural, gradient);
    for (let i = 0; i < 3; i++) gradient[i]! *= -natural[i]! / customers;
    return -value / customers;
  };
  const start = Float64Array.of(Math.log(2), Math.log(3), Math.log(level));
  const minimum = minimize(objective, start);
  const hessian = hessianFromGradient(objective, minimum.point).map((v) => v * customers);
  const covariance = invertPositiveDefinite(hessian);
  const [p, q, gamma] = Array.from(minimum.point, Math.exp) as [number, number, number];
  const error = (i: number) =>
    covariance ? Math.sqrt(covariance[i * 4]!) : Number.POSITIVE_INFINITY;
  return {
    parameters: { p, q, gamma },
    standardErrors: { p: p * error(0), q: q * error(1), gamma: gamma * error(2) },
    logLikelihood: -minimum.value * customers,
    customers,
    evaluations: minimum.evaluations,
    converged: minimum.converged,
  };
};

/**
 * Expected value of an order of each account, E(M | x, m̄) = p(γ + x·m̄)/(px + q − 1): its own mean drawn towards
 * the portfolio's the fewer orders it has. NaN when q ≤ 1 (no finite mean) and x = 0.
 */
export const gammaGammaExpectedSpend = (
  { p, q, gamma }: GammaGammaParameters,
  { x, meanSpend }: RepeatSpend,
): Float64Array =>
  x.map((n, row) => {
    const below = p * n + q - 1;
    return below > 0 ? (p * (gamma + n * meanSpend[row]!)) / below : Number.NaN;
  });

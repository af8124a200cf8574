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

/** Digamma and log-gamma of one value, kept per distinct x. */
const gammaPair = (v: number): [number, number] => [logGamma(v), digamma(v)];

const gammaGammaLogLikelihood = (
  x: Float64Array,
  m: Float64Array,
  [p, q, gamma]: [number, number, number],
  gradient: Float64Array,
): number => {
  const byX = new Map<number, { value: number; p: number; q: number }>();
  const [logQ, psiQ] = gammaPair(q);
  const logScale = Math.log(gamma);
  let [sum, byP, byQ, byGamma] = [0, 0, 0, 0];
  for (let row = 0; row < x.length; row++) {
    const n = x[row]!;
    let shared = byX.get(n);
    if (!shared) {
      const [logBoth, psiBoth] = gammaPair(p * n + q);
      const [logOwn, psiOwn] = gammaPair(p * n);
      shared = {
        value: logBoth - logOwn - logQ + q * logScale + p * n * Math.log(n),
        p: n * (psiBoth - psiOwn + Math.log(n)),
        q: psiBoth - psiQ + logScale,
      };
      byX.set(n, shared);
    }
    const spent = gamma + m[row]! * n;
    const logSpent = Math.log(spent);
    const logMean = Math.log(m[row]!);
    sum += shared.value + (p * n - 1) * logMean - (p * n + q) * logSpent;
    byP += shared.p + n * (logMean - logSpent);
    byQ += shared.q - logSpent;
    byGamma += q / gamma - (p * n + q) / spent;
  }
  gradient.set([byP, byQ, byGamma]);
  return sum;
};

/**
 * Fits Gamma-Gamma by maximum likelihood to accounts with x ≥ 1 and m̄ > 0 (Fader & Hardie 2013).
 * Throws RangeError when there is none. Check `parameters.q > 1` before using means: else they do not exist.
 */
export const fitGammaGamma = ({ x, meanSpend }: RepeatSpend): GammaGammaFit => {
  const usable = Array.from(x.keys()).filter((i) => x[i]! >= 1 && meanSpend[i]! > 0);
  const customers = usable.length;
  if (customers === 0) throw new RangeError("Gamma-Gamma needs an account with a repeat order");
  const n = Float64Array.from(usable, (i) => x[i]!);
  const m = Float64Array.from(usable, (i) => meanSpend[i]!);
  const level = m.reduce((sum, v) => sum + v, 0) / customers;
  const objective: Objective = (logs, gradient) => {
    const natural = [Math.exp(logs[0]!), Math.exp(logs[1]!), Math.exp(logs[2]!)] as const;
    const value = gammaGammaLogLikelihood(n, m, [...natural], gradient);
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

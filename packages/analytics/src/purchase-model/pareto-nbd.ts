import {
  dropoutIntegral,
  emptyDropoutIntegral,
  type ParetoNbdParameters,
} from "./pareto-dropout-integral.ts";
import { paretoNbdLogLikelihood } from "./pareto-nbd-likelihood.ts";
import {
  fitPurchaseModel,
  type LogLikelihood,
  orderRate,
  type PurchaseFit,
  type PurchaseFitOptions,
} from "./purchase-fit.ts";
import { remembered } from "./remembered.ts";
import type { RepeatHistories } from "./repeat-history.ts";
import { runLengthHistories } from "./run-length.ts";

export type { ParetoNbdParameters } from "./pareto-dropout-integral.ts";

const names = ["r", "alpha", "s", "beta"] as const;

/** Options of a Pareto/NBD fit. */
export interface ParetoNbdFitOptions extends PurchaseFitOptions<keyof ParetoNbdParameters> {
  /**
   * A weak prior that keeps s and β from running off along the flat ridge that many data sets have: ln s and
   * ln(β / mean T) normal around ln 0.5 and 0 with this standard deviation (1.5 is weak). None by default.
   */
  dropoutPriorSd?: number;
}

/** Adds the log of the weak prior on s and β to a log-likelihood. */
const withDropoutPrior =
  (logLikelihood: LogLikelihood, sd: number, meanT: number): LogLikelihood =>
  (histories, parameters, gradient) => {
    const value = logLikelihood(histories, parameters, gradient);
    const offS = Math.log(parameters[2]! / 0.5) / (sd * sd);
    const offBeta = Math.log(parameters[3]! / meanT) / (sd * sd);
    gradient[2]! -= offS / parameters[2]!;
    gradient[3]! -= offBeta / parameters[3]!;
    return value - (offS * offS + offBeta * offBeta) * 0.5 * sd * sd;
  };

/**
 * Fits Pareto/NBD by maximum likelihood: random order times at a gamma-mixed rate, leaving at a gamma-mixed
 * rate in time (Schmittlein, Morrison & Colombo 1987). Throws RangeError on impossible rows or none.
 */
export const fitParetoNbd = (
  histories: RepeatHistories,
  options: ParetoNbdFitOptions = {},
): PurchaseFit<keyof ParetoNbdParameters> => {
  const merged = runLengthHistories(histories);
  const rate = orderRate(merged);
  let meanT = 0;
  for (let row = 0; row < merged.rows; row++) {
    meanT += (merged.weight[row]! * merged.times[merged.TTime[row]!]!) / merged.customers;
  }
  const r = 0.6;
  const start = options.start ?? { r, alpha: r / rate / 1.5, s: 0.5, beta: meanT || 1 };
  const sd = options.dropoutPriorSd;
  if (sd === undefined) return fitPurchaseModel(names, merged, start, paretoNbdLogLikelihood);
  const penalised = withDropoutPrior(paretoNbdLogLikelihood, sd, meanT || 1);
  const fit = fitPurchaseModel(names, merged, start, penalised);
  const natural = Float64Array.from(names, (name) => fit.parameters[name]);
  const logLikelihood = paretoNbdLogLikelihood(merged, natural, new Float64Array(4));
  return { ...fit, logLikelihood };
};

/** Chance that each account is still a customer at T, one per row. */
export const paretoNbdPAlive = (
  parameters: ParetoNbdParameters,
  { x, tx, T }: RepeatHistories,
): Float64Array => {
  const { r, alpha, s, beta } = parameters;
  const left = emptyDropoutIntegral();
  const alive = new Float64Array(x.length);
  for (let row = 0; row < alive.length; row++) {
    const shape = r + x[row]!;
    dropoutIntegral(parameters, shape, tx[row]!, T[row]!, false, left);
    const logStayed = -shape * Math.log(alpha + T[row]!) - s * Math.log(beta + T[row]!);
    alive[row] = 1 / (1 + s * Math.exp(left.log - logStayed));
  }
  return alive;
};

/** ∫₀ᵗ P(still alive at u) du for an account alive at its start whose dropout rate is Gamma(s, scale). */
const timeAlive = (s: number, scale: number, t: number): number => {
  const growth = Math.log1p(t / scale);
  const power = (1 - s) * growth;
  return Math.abs(power) < 1e-9
    ? scale * growth * (1 + power / 2)
    : (scale * Math.expm1(power)) / (1 - s);
};

/** Orders expected from each account in the `horizon` after T (same time unit as the fit). */
export const paretoNbdConditionalExpectation = (
  parameters: ParetoNbdParameters,
  histories: RepeatHistories,
  horizon: number,
): Float64Array => {
  const { r, alpha, s, beta } = parameters;
  const expected = paretoNbdPAlive(parameters, histories);
  const timeAfter = remembered(histories.x.length, (T) => timeAlive(s, beta + T, horizon));
  for (let row = 0; row < expected.length; row++) {
    const T = histories.T[row]!;
    expected[row]! *= ((r + histories.x[row]!) / (alpha + T)) * timeAfter(T, 0);
  }
  return expected;
};

/** Repeat orders expected from a new account within time t of its first order. */
export const paretoNbdExpectation = (
  { r, alpha, s, beta }: ParetoNbdParameters,
  t: number,
): number => (t > 0 ? (r / alpha) * timeAlive(s, beta, t) : 0);

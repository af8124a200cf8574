import { expectedOrdersIfAlive } from "./erlang-future-orders.ts";
import { orderDropoutPAlive, orderDropoutProbability } from "./order-dropout-forecast.ts";
import { fitOrderDropout } from "./order-dropout-fit.ts";
import type { OrderDropoutParameters } from "./order-dropout-likelihood.ts";
import type { PurchaseFit, PurchaseFitOptions } from "./purchase-fit.ts";
import type { RepeatHistories } from "./repeat-history.ts";

/**
 * MBG/CNBD-k: as MBG/NBD, but gaps between orders are Erlang-k, so a larger k means a more regular rhythm
 * (k = 1 random). r and α belong to the rate of the k phases of a gap.
 */
export interface MbgCnbdKParameters extends OrderDropoutParameters {
  k: number;
}

/** Options of an MBG/CNBD-k fit: a given k, or the k of best likelihood up to `maxK` (12) when left out. */
export interface MbgCnbdKFitOptions extends PurchaseFitOptions<keyof OrderDropoutParameters> {
  k?: number;
  maxK?: number;
}

const kindOf = (k: number) => {
  if (!(Number.isInteger(k) && k >= 1 && k <= 64))
    throw new RangeError(`k = ${k} is not in 1 … 64`);
  return { k, leavesAfterFirst: true } as const;
};

/**
 * Fits MBG/CNBD-k by maximum likelihood (Platzer & Reutterer 2016; Reutterer, Platzer & Schröder 2020). Without
 * `k` the regularities 1, 2, 3 … are tried until the likelihood has fallen twice; that needs `sumLogGaps`.
 * k is chosen, not estimated: its standard error is 0. Throws RangeError on impossible rows or none.
 */
export const fitMbgCnbdK = (
  histories: RepeatHistories,
  options: MbgCnbdKFitOptions = {},
): PurchaseFit<keyof MbgCnbdKParameters> => {
  const fitAt = (k: number): PurchaseFit<keyof MbgCnbdKParameters> => {
    const fit = fitOrderDropout(kindOf(k), histories, options);
    return {
      ...fit,
      parameters: { k, ...fit.parameters },
      standardErrors: { k: 0, ...fit.standardErrors },
    };
  };
  if (options.k !== undefined) return fitAt(options.k);
  if (!histories.sumLogGaps) throw new RangeError("choosing k needs sumLogGaps; give k instead");
  let best = fitAt(1);
  let falls = 0;
  for (let k = 2; k <= (options.maxK ?? 12) && falls < 2; k++) {
    const next = fitAt(k);
    falls = next.logLikelihood > best.logLikelihood ? 0 : falls + 1;
    const evaluations = best.evaluations + next.evaluations;
    best = { ...(falls === 0 ? next : best), evaluations };
  }
  return best;
};

/** Chance that each account is still a customer at T, one per row. */
export const mbgCnbdKPAlive = (
  parameters: MbgCnbdKParameters,
  histories: RepeatHistories,
): Float64Array => orderDropoutPAlive(kindOf(parameters.k), parameters, histories);

/**
 * Orders expected from each account in the `horizon` after T, exactly: summed over the phases of the gap
 * already passed. (BTYDplus approximates this; see {@link publishedConditionalExpectation}.)
 */
export const mbgCnbdKConditionalExpectation = (
  parameters: MbgCnbdKParameters,
  histories: RepeatHistories,
  horizon: number,
): Float64Array => {
  const expected = mbgCnbdKPAlive(parameters, histories);
  const ifAlive = expectedOrdersIfAlive(parameters, horizon);
  for (let row = 0; row < expected.length; row++) {
    expected[row]! *= ifAlive(
      histories.x[row]!,
      histories.T[row]! - histories.tx[row]!,
      histories.T[row]!,
    );
  }
  return expected;
};

/** Repeat orders expected from a new account within time t of its first order. */
export const mbgCnbdKExpectation = (parameters: MbgCnbdKParameters, t: number): number =>
  (parameters.b / (parameters.a + parameters.b)) * expectedOrdersIfAlive(parameters, t)(0, 0, 0);

/** Chance that a new account places exactly `count` repeat orders within time t of its first order. */
export const mbgCnbdKProbability = (
  parameters: MbgCnbdKParameters,
  count: number,
  t: number,
): number => orderDropoutProbability(kindOf(parameters.k), parameters, count, t);

import { logBeta, logGamma } from "../numeric/log-gamma.ts";
import { quickErlangSurvival } from "./erlang-survival.ts";
import { longestHistory, type PreparedModel } from "./prepared-model.ts";
import { gapStages } from "./rhythm-model.ts";
import type { RhythmPosterior } from "./rhythm-posterior.ts";

const mostMultiple = 6;
const multiplesForetold = 5;
const fewestGaps = 6;
const leastMultiple = 1.6;
/** Before any gap is seen, one order in nine may be skipped. */
const skipPrior = 1;
const keepPrior = 8;
/** Log prior of skipping being this account's habit. */
const habitPrior = -2;

/** Who skips once may skip twice for a new reason: tempered like the irregular laws. */
const temper = 0.87;

const times = new Float64Array(mostMultiple + 1);

/** How many of the account's orders were skipped, and the chance that the next one is. */
export interface SkippedOrders {
  skipChance: number;
}

/**
 * Adds the components of a steady buyer who now and then leaves out an order: gaps near a multiple of the median gap
 * count as that many intervals of one Erlang law, with a Beta-geometric number of skipped orders. False, and nothing
 * added, when no gap is as long as 1.6 median gaps or a gap is longer than six.
 */
export const addSkippingLaws = (
  of: RhythmPosterior,
  prepared: PreparedModel,
  into: SkippedOrders,
  list: Int32Array,
  count: number,
  logPrior: number,
): boolean => {
  const gaps = count - 1;
  if (gaps < fewestGaps || of.baseClosed.count > 0) return false;
  const median = of.gaps[gaps >> 1]!;
  if (of.gaps[gaps - 1]! < leastMultiple * median) return false;
  if (of.gaps[gaps - 1]! > (mostMultiple + 0.4) * median || of.gaps[gaps >> 2]! < 0.5 * median)
    return false;
  times.fill(0);
  let sum = 0;
  let logSum = 0;
  let weightedLogs = 0;
  let intervals = 0;
  for (let i = 1; i < count; i++) {
    const gap = list[i]! - list[i - 1]!;
    const multiple = Math.max(1, Math.round(gap / median));
    const log = Math.log(gap);
    times[multiple]!++;
    sum += gap;
    logSum += log;
    weightedLogs += multiple * log;
    intervals += multiple;
  }
  const skipped = intervals - gaps;
  if (intervals > longestHistory) return false;
  const habit =
    habitPrior + logBeta(skipPrior + skipped, keepPrior + gaps) - logBeta(skipPrior, keepPrior);
  const { rateShape, rateScale } = prepared.model;
  const width = longestHistory + 1;
  for (let m = 2; m < gapStages.length; m++) {
    const k = gapStages[m]!;
    const shape = rateShape[m]! + k * intervals;
    const rate = rateScale[m]! + sum;
    let density = k * weightedLogs - logSum;
    for (let multiple = 1; multiple <= mostMultiple; multiple++)
      if (times[multiple]! > 0) density -= times[multiple]! * logGamma(k * multiple);
    const c = of.count++;
    // evidenceBase holds −n ln Γ(k) for n intervals; the true divisors are in `density`.
    of.weight[c] =
      logPrior +
      habit +
      prepared.logLawWeight[m]! +
      prepared.evidenceBase[m * width + intervals]! +
      intervals * logGamma(k) -
      shape * Math.log(rate) +
      density;
    of.law[c] = m;
    of.shape[c] = shape;
    of.rate[c] = rate;
  }
  into.skipChance = (skipPrior + skipped) / (skipPrior + skipped + keepPrior + gaps);
  return true;
};

/** Survival of one such component: the next order may be the first, second … that was due. */
export const skippingSurvival = (
  of: RhythmPosterior,
  c: number,
  skipChance: number,
  time: number,
): number => {
  const k = gapStages[of.law[c]!]!;
  let survival = 0;
  let share = 1 - skipChance;
  let left = 1;
  for (let multiple = 1; multiple <= multiplesForetold; multiple++) {
    const weight = multiple === multiplesForetold ? left : share;
    survival += weight * quickErlangSurvival(k * multiple, of.shape[c]!, of.rate[c]!, time);
    left -= share;
    share *= skipChance;
  }
  return survival ** temper;
};

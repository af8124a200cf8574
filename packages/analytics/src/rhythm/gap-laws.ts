import { quickErlangSurvival } from "./erlang-survival.ts";
import type { GapMoments } from "./gap-clock.ts";
import { longestHistory, type PreparedModel } from "./prepared-model.ts";
import { gapStages, lognormalLaw } from "./rhythm-model.ts";
import type { RhythmPosterior } from "./rhythm-posterior.ts";
import { studentCdf } from "./student-t.ts";

/** ln(sum + more), by the series of ln(1 + x) when `share` = more ÷ sum is small: half the time of a logarithm. */
const logOfSum = (logSum: number, share: number, whole: number): number =>
  share < 0.02
    ? logSum + share * (1 - share * (1 / 2 - share * (1 / 3 - share * (1 / 4 - share / 5))))
    : Math.log(whole);

/**
 * Adds one component per gap law for a list of `gaps` gaps: log weight (prior and evidence) and the parameters of the
 * predictive. Erlang laws: Γ-conjugate evidence `Γ(r+kx)/Γ(r) · α^r (α+Σg)^−(r+kx) · Πg^(k−1)/Γ(k)^x` (spec analytics
 * § 5.3, step 2). Log-normal law: normal-inverse-gamma evidence of the log-gaps.
 */
export const addGapLaws = (
  of: RhythmPosterior,
  prepared: PreparedModel,
  moments: GapMoments,
  gaps: number,
  logPrior: number,
): void => {
  const { rateShape, rateScale, lognormal } = prepared.model;
  const width = longestHistory + 1;
  const prior = logPrior + moments.logSpeed;
  const logSum = Math.log(moments.sum);
  for (let m = 0; m < gapStages.length; m++) {
    const k = gapStages[m]!;
    const shape = rateShape[m]! + k * gaps;
    const rate = rateScale[m]! + moments.sum;
    const c = of.count++;
    of.weight[c] =
      prior +
      prepared.logLawWeight[m]! +
      prepared.evidenceBase[m * width + gaps]! -
      shape * logOfSum(logSum, rateScale[m]! / moments.sum, rate) +
      (k - 1) * moments.logSum;
    of.law[c] = m;
    of.shape[c] = shape;
    of.rate[c] = rate;
  }
  const weight = lognormal.meanWeight + gaps;
  const mean = moments.logSum / gaps;
  const away = mean - lognormal.logMean;
  const shape = lognormal.spreadShape + gaps / 2;
  const scale =
    lognormal.spreadScale +
    Math.max(0, moments.logSquares - gaps * mean * mean) / 2 +
    (lognormal.meanWeight * gaps * away * away) / (2 * weight);
  const c = of.count++;
  of.weight[c] =
    prior +
    prepared.logLawWeight[lognormalLaw]! +
    prepared.lognormalBase[gaps]! -
    moments.logSum -
    shape * Math.log(scale);
  of.law[c] = lognormalLaw;
  of.shape[c] = 2 * shape;
  of.rate[c] = Math.sqrt((scale * (weight + 1)) / (shape * weight));
  of.location[c] = (lognormal.meanWeight * lognormal.logMean + moments.logSum) / weight;
};

/**
 * Gap laws are over-sure of irregular buyers, who fall silent for reasons no gap has shown before: their survival is
 * tempered by these powers (published remedy: 0.8), one per law.
 */
const temper = Float64Array.from([0.75, 0.88, 0.93, 0.95, 1, 1, 1, 1, 1, 0.75]);

/** Predictive survival of one component after `time` on its group's clock. */
export const componentSurvival = (of: RhythmPosterior, c: number, time: number): number => {
  if (time <= 0) return 1;
  const law = of.law[c]!;
  const survival =
    law === lognormalLaw
      ? studentCdf((of.location[c]! - Math.log(time)) / of.rate[c]!, of.shape[c]!)
      : quickErlangSurvival(gapStages[law]!, of.shape[c]!, of.rate[c]!, time);
  const power = temper[law]!;
  if (power === 1 || survival === 1) return survival;
  return power === 0.75
    ? Math.sqrt(survival * Math.sqrt(survival))
    : Math.exp(power * Math.log(survival));
};

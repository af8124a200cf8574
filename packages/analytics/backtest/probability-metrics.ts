import { fitLogistic } from "./logistic-regression.ts";

const clamp = (p: number): number => Math.min(1 - 1e-6, Math.max(1e-6, p));

/** Chance that a random positive case is ranked above a random negative one (ties count half). */
export const areaUnderCurve = (scores: readonly number[], outcomes: readonly boolean[]): number => {
  const order = [...scores.keys()].sort((a, b) => scores[a]! - scores[b]!);
  let rankSum = 0;
  let positives = 0;
  for (let from = 0; from < order.length; ) {
    let to = from;
    while (to < order.length && scores[order[to]!] === scores[order[from]!]) to++;
    for (let i = from; i < to; i++) {
      if (outcomes[order[i]!]) {
        positives++;
        rankSum += (from + to + 1) / 2;
      }
    }
    from = to;
  }
  const negatives = scores.length - positives;
  return (rankSum - (positives * (positives + 1)) / 2) / (positives * negatives);
};

/** Mean squared distance of the probabilities from what happened (0 is perfect). */
export const brierScore = (p: readonly number[], outcomes: readonly boolean[]): number =>
  p.reduce((sum, value, i) => sum + (value - (outcomes[i] ? 1 : 0)) ** 2, 0) / p.length;

/** Mean negative log-likelihood; probabilities are kept a millionth away from 0 and 1. */
export const logLoss = (p: readonly number[], outcomes: readonly boolean[]): number =>
  p.reduce((sum, value, i) => sum - Math.log(outcomes[i] ? clamp(value) : 1 - clamp(value)), 0) /
  p.length;

/** Slope of the outcomes on logit(p): 1 is calibrated, below 1 over-sure, above 1 too timid. */
export const calibrationSlope = (p: readonly number[], outcomes: readonly boolean[]): number => {
  const logits = p.map((value) => [Math.log(clamp(value) / (1 - clamp(value)))]);
  return fitLogistic(logits, outcomes, 1e-6)[1]!;
};

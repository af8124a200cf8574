import type { HealthBand } from "./health-band.ts";
import {
  type HealthInput,
  healthInputs,
  type HealthScores,
  healthWeights,
} from "./health-input.ts";
import type { HealthVeto } from "./health-veto.ts";

/** Of the weights, so many of 100 must be known before health is called anything but insufficient. */
const leastKnownWeight = 60;
/** The most a person may add or take away, and for how long (formulas § 7). */
export const mostAdjustment = 10;
export const adjustmentDays = 30;

export interface Health {
  /** 0 … 100 after adjustment; null where too little is known. */
  readonly score: number | null;
  /** The same over the known inputs alone, however few; a hint, never a judgement. Null where nothing is known. */
  readonly provisionalScore: number | null;
  readonly band: HealthBand;
  /** 0 … 100: the weights of the known inputs. */
  readonly knownWeight: number;
}

/** Below 50 red, 50 to 75 amber, above 75 green (formulas § 7). */
export const bandOfScore = (score: number): "red" | "amber" | "green" =>
  score < 50 ? "red" : score <= 75 ? "amber" : "green";

/** What an input counts once the weights are shared among the known ones: 0 … 100, 0 for an unknown input. */
export const effectiveWeight = (scores: HealthScores, input: HealthInput): number =>
  scores[input] === null ? 0 : (100 * healthWeights[input]) / knownWeightOf(scores);

const knownWeightOf = (scores: HealthScores): number =>
  healthInputs.reduce((sum, input) => sum + (scores[input] === null ? 0 : healthWeights[input]), 0);

/**
 * Health in two layers (formulas § 7): weights shared among the known inputs; under 60 known `insufficient`, never green;
 * any veto turns it red whatever the score. A person's adjustment moves the score at most ten points and heals neither a
 * veto nor a lack of knowledge. How completely a record is filled in does not enter.
 */
export const judgeHealth = (
  scores: HealthScores,
  vetoes: readonly HealthVeto[],
  adjustment = 0,
): Health => {
  const knownWeight = knownWeightOf(scores);
  const points = Math.min(mostAdjustment, Math.max(-mostAdjustment, adjustment));
  const sum = healthInputs.reduce(
    (total, input) => total + (scores[input] ?? 0) * healthWeights[input],
    0,
  );
  const provisionalScore =
    knownWeight === 0 ? null : Math.min(100, Math.max(0, sum / knownWeight + points));
  const score = knownWeight < leastKnownWeight ? null : provisionalScore;
  const band = vetoes.length > 0 ? "red" : score === null ? "insufficient" : bandOfScore(score);
  return { score, provisionalScore, band, knownWeight };
};

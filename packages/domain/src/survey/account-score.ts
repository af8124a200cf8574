import type { BuyingRole } from "../buying-role/buying-role.ts";
import { chainWeight } from "../buying-role/role-factor.ts";
import { assumedInfluence } from "../influence/influence.ts";
import { isDissatisfied, normalisedScore } from "./scale-score.ts";
import type { VoiceScale } from "./survey-kind.ts";

/** What one person of an account said to the overall question. */
export interface OverallAnswer {
  readonly score: number;
  /** 1 … 5; null when nobody judged it. */
  readonly influence: number | null;
  readonly role: BuyingRole | null;
}

export interface AccountScore {
  readonly scale: VoiceScale;
  readonly n: number;
  /** Influence-weighted mean on the scale itself. */
  readonly mean: number;
  /** The same on 0 … 100, for health. */
  readonly normalised: number;
  /** The economic buyer's own answer, the worst of several; null when none of them answered. */
  readonly buyerScore: number | null;
  /** True when an economic buyer is dissatisfied: it stands beside every mean and is never averaged away. */
  readonly isBuyerDissatisfied: boolean;
}

/**
 * 客户满意度 of one account on one scale (formulas § 2): the mean of its people's newest answers weighted by influence ×
 * role (formulas § 3; influence not judged counts 3), and beside it the economic buyer's own answer. Null when nobody
 * answered. Answers of different scales never belong into one call.
 */
export const accountScoreOf = (
  scale: VoiceScale,
  answers: readonly OverallAnswer[],
): AccountScore | null => {
  if (answers.length === 0) return null;
  let weights = 0;
  let sum = 0;
  for (const { score, influence, role } of answers) {
    const weight = chainWeight(influence ?? assumedInfluence, role);
    weights += weight;
    sum += weight * score;
  }
  const buyers = answers.filter(({ role }) => role === "economic_buyer");
  const buyerScore = buyers.length === 0 ? null : Math.min(...buyers.map(({ score }) => score));
  const mean = sum / weights;
  return {
    scale,
    n: answers.length,
    mean,
    normalised: normalisedScore(scale, mean),
    buyerScore,
    isBuyerDissatisfied: buyerScore !== null && isDissatisfied(scale, buyerScore),
  };
};

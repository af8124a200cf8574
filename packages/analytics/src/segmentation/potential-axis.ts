import type { EvaluationSettings } from "@mainstay/domain/evaluation/evaluation-settings";

/** The potential score with its parts (0..1); a part that is not known is null and counts as 0.5. */
export interface PotentialAxis {
  /** Null when no part is known: shown as unknown, never as an average. */
  score: number | null;
  growthPercentile: number | null;
  industryGrowth: number | null;
  openWallet: number | null;
}

/** potential = 0.4 × growth percentile + 0.3 × industry growth + 0.3 × (1 − share of wallet) (formulas.md § 4). */
export const potentialAxis = (
  growthPercentile: number | null,
  industryGrowth: number | null,
  shareOfWallet: number | null,
  { potentialWeights: weights }: Pick<EvaluationSettings, "potentialWeights">,
): PotentialAxis => {
  const openWallet = shareOfWallet === null ? null : 1 - Math.min(1, Math.max(0, shareOfWallet));
  const unknown = growthPercentile === null && industryGrowth === null && openWallet === null;
  const score =
    weights.growth * (growthPercentile ?? 0.5) +
    weights.industryGrowth * (industryGrowth ?? 0.5) +
    weights.openWallet * (openWallet ?? 0.5);
  return { score: unknown ? null : score, growthPercentile, industryGrowth, openWallet };
};

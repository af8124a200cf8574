/**
 * Cut lines, weights and thresholds of the evaluation; all of them tenant settings, versioned as `evaluation_policy`.
 * Definitions: formulas.md § 4 and § 6, analytics.md § 4 and § 5. Shares and scores are 0..1, money is minor units of the base
 * currency, a year is 12 months back from the as-of day.
 */
export interface EvaluationSettings {
  /** Value axis: weight of the margin (or revenue) percentile; the rest is stability. */
  readonly valueMarginWeight: number;
  readonly valueMeasure: "trailing_12m" | "clv_36m";
  readonly potentialWeights: { growth: number; industryGrowth: number; openWallet: number };
  /** `core` needs a value score in this top share of accounts. */
  readonly coreTopShare: number;
  /** `core` needs each of the last three years at this share of their mean, or a contract over the next year. */
  readonly coreYearFloor: number;
  /** Potential at or above this is high. */
  readonly potentialCut: number;
  /** `maintain` needs a value percentile at or above this. */
  readonly maintainValueCut: number;
  /** How many evaluations in a row must ask for a lower segment before the move is proposed. */
  readonly demotionEvaluations: number;
  /** Yearly revenue from which each grade holds, in minor units of the base currency. */
  readonly gradeFloors: { strategic: number; key: number; base: number };
  readonly riskLevels: { watch: number; act: number; lost: number };
  readonly clv: { months: number; yearlyDiscount: number; defaultMargin: number };
  /** Growth of an industry over the next years as a 0..1 score, by industry name. */
  readonly industryGrowth: Readonly<Record<string, number>>;
}

/** The defaults that formulas.md prints. */
export const defaultEvaluationSettings: EvaluationSettings = {
  valueMarginWeight: 0.7,
  valueMeasure: "trailing_12m",
  potentialWeights: { growth: 0.4, industryGrowth: 0.3, openWallet: 0.3 },
  coreTopShare: 0.1,
  coreYearFloor: 0.7,
  potentialCut: 0.6,
  maintainValueCut: 0.5,
  demotionEvaluations: 2,
  gradeFloors: { strategic: 500_000_000, key: 100_000_000, base: 50_000_000 },
  riskLevels: { watch: 0.3, act: 0.6, lost: 0.9 },
  clv: { months: 36, yearlyDiscount: 0.1, defaultMargin: 0.3 },
  industryGrowth: {},
};

import type { ComputedCriterion, ProgrammeCriterion } from "./programme-rule.ts";

/** One line of a scorecard: 0 (does not fit) … 5 (fits fully), and why. */
export interface CriterionScore {
  readonly score: number;
  /** A person's words; null where the product worked it out (`reason`). */
  readonly because: string | null;
  readonly reason: ScoreReason | null;
}
export type Scorecard = Readonly<Record<string, CriterionScore>>;

/** What the standing of an account says of it; null where data are missing. */
export interface ScoringFacts {
  readonly revenueRank: number | null;
  readonly accounts: number;
  /** 0 … 1. */
  readonly potential: number | null;
  /** Change against the year before, −1 … */
  readonly growth: number | null;
  /** 0 … 1: how well the weighty people are in contact with us. */
  readonly coverage: number | null;
}

export interface ScoreReasons {
  "score.value": { rank: number; accounts: number };
  "score.potential": { potential: number };
  "score.growth": { growth: number };
  "score.relationship": { coverage: number };
}
export type ScoreReason = {
  [Code in keyof ScoreReasons]: { code: Code; params: ScoreReasons[Code] };
}[keyof ScoreReasons];

/** 5 where the figure reaches the first floor, 4 for the second … 0 where it reaches none. */
const score = (figure: number, floors: readonly number[]): number => {
  const reached = floors.findIndex((floor) => figure >= floor);
  return reached < 0 ? 0 : floors.length - reached;
};

/**
 * What the product can say of a criterion from the standing. Value by rank of the last twelve months' revenue (best 1 %: 5,
 * 5 %: 4, 10 %: 3, 25 %: 2, 50 %: 1), growth from +30 % (5) to −20 % (1), potential and coverage in fifths.
 */
export const computeScore = (
  criterion: ComputedCriterion,
  facts: ScoringFacts,
): CriterionScore | null => {
  const { revenueRank: rank, accounts, potential, growth, coverage } = facts;
  const computed = (value: number, reason: ScoreReason) => ({
    score: value,
    because: null,
    reason,
  });
  switch (criterion) {
    case "value": {
      if (rank === null || accounts === 0) return null;
      const better = 1 - (rank - 1) / accounts;
      return computed(score(better, [0.99, 0.95, 0.9, 0.75, 0.5]), {
        code: "score.value",
        params: { rank, accounts },
      });
    }
    case "potential":
      if (potential === null) return null;
      return computed(Math.round(5 * Math.min(1, Math.max(0, potential))), {
        code: "score.potential",
        params: { potential },
      });
    case "growth":
      if (growth === null) return null;
      return computed(score(growth, [0.3, 0.15, 0.05, -0.05, -0.2]), {
        code: "score.growth",
        params: { growth },
      });
    case "relationship":
      if (coverage === null) return null;
      return computed(Math.round(5 * Math.min(1, Math.max(0, coverage))), {
        code: "score.relationship",
        params: { coverage },
      });
  }
};

/** Criteria of the rule that have no score, or one outside 0 … 5. */
export const missingScores = (criteria: readonly ProgrammeCriterion[], card: Scorecard): string[] =>
  criteria
    .filter(({ key, weight }) => {
      const line = card[key];
      return weight > 0 && (line === undefined || !(line.score >= 0 && line.score <= 5));
    })
    .map(({ key }) => key);

/** Σ weight × score ÷ 5: 0 … 100. A criterion without a score counts 0. */
export const weightedScore = (criteria: readonly ProgrammeCriterion[], card: Scorecard): number =>
  criteria.reduce((all, { key, weight }) => all + (weight * (card[key]?.score ?? 0)) / 5, 0);

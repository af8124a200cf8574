import type { Segment } from "../account/segment.ts";
import type { EvaluationSettings } from "./evaluation-settings.ts";

/** How steady the last years were: the lowest of up to three whole years against their mean. */
export interface YearSteadiness {
  years: number;
  lowestShare: number | null;
}

/** What decides the segment of one account. */
export interface SegmentFacts {
  /** Share of accounts whose value score is strictly higher (0 = the best). */
  shareAbove: number;
  /** Percentile of the value score among all accounts. */
  valuePercentile: number;
  potential: number | null;
  steadiness: YearSteadiness;
  /** A contract in force over the whole next year stands for steadiness. */
  isUnderContract: boolean;
}

/** Whether each of the last (two or three) whole years reached the floor, or a contract covers the next one. */
export const isSteady = (
  { steadiness, isUnderContract }: Pick<SegmentFacts, "steadiness" | "isUnderContract">,
  coreYearFloor: number,
): boolean =>
  isUnderContract || (steadiness.years >= 2 && (steadiness.lowestShare ?? 0) >= coreYearFloor);

/**
 * The segment the rules of formulas.md § 4 ask for, before hysteresis: `core` = value in the top tenth and
 * steady; `high_potential` = potential at the cut or above; `maintain` = value from the median up; `develop` =
 * the rest. Unknown potential never makes an account high-potential.
 */
export const proposeSegment = (
  facts: SegmentFacts,
  settings: Pick<
    EvaluationSettings,
    "coreTopShare" | "coreYearFloor" | "potentialCut" | "maintainValueCut"
  >,
): Segment => {
  if (facts.shareAbove < settings.coreTopShare && isSteady(facts, settings.coreYearFloor))
    return "core";
  if (facts.potential !== null && facts.potential >= settings.potentialCut) return "high_potential";
  return facts.valuePercentile >= settings.maintainValueCut ? "maintain" : "develop";
};

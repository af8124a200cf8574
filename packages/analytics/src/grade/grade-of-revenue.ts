import type { Grade } from "@mainstay/domain/account/grade";
import type { EvaluationSettings } from "@mainstay/domain/evaluation/evaluation-settings";

/** 级别 by revenue of the last 12 months (minor units of the base currency); a floor belongs to its grade. */
export const gradeOfRevenue = (
  revenueMinor: number,
  { gradeFloors: floors }: Pick<EvaluationSettings, "gradeFloors">,
): Grade =>
  revenueMinor >= floors.strategic
    ? "strategic"
    : revenueMinor >= floors.key
      ? "key"
      : revenueMinor >= floors.base
        ? "base"
        : "none";

/**
 * With fewer than ten accounts percentiles say nothing: the amount bands stand in for them
 * (analytics.md § 4.3): strategic 1, key 0.75, base 0.5, else 0.25.
 */
export const percentileOfBand = (grade: Grade): number =>
  ({ strategic: 1, key: 0.75, base: 0.5, none: 0.25 })[grade];

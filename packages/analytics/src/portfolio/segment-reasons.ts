import type { DayNumber } from "@mainstay/domain/calendar/day-number";
import { isoFromDayNumber } from "@mainstay/domain/calendar/day-number";
import type { Segment } from "@mainstay/domain/account/segment";
import type { EvaluationReason } from "@mainstay/domain/evaluation/evaluation-reason";
import type { EvaluationSettings } from "@mainstay/domain/evaluation/evaluation-settings";
import type { LevelMove } from "../segmentation/hold-demotion.ts";
import type { SegmentFacts } from "@mainstay/domain/evaluation/propose-segment";
import { fewestForPercentiles } from "./portfolio-model.ts";

/** Why an account stands in its segment: its rank in value, its steadiness, its potential, and what is pending. */
export const segmentReasons = (
  facts: SegmentFacts,
  asked: Segment,
  move: LevelMove<Segment>,
  accounts: number,
  settings: EvaluationSettings,
  contractUntil: DayNumber | null,
): EvaluationReason[] => {
  const reasons: EvaluationReason[] = [];
  if (accounts < fewestForPercentiles)
    reasons.push({ code: "segment.absolute_bands", params: { accounts } });
  else {
    const rank = Math.max(1, Math.round(facts.shareAbove * accounts) + 1);
    reasons.push({ code: "segment.value_rank", params: { rank, accounts } });
  }
  const { years, lowestShare } = facts.steadiness;
  if (facts.isUnderContract && contractUntil !== null) {
    reasons.push({
      code: "segment.under_contract",
      params: { until: isoFromDayNumber(contractUntil) },
    });
  } else if (years < 2 || lowestShare === null) {
    reasons.push({ code: "segment.years_unknown", params: { years } });
  } else {
    const steady = lowestShare >= settings.coreYearFloor;
    reasons.push({
      code: steady ? "segment.steady_years" : "segment.unsteady_years",
      params: { years, lowestShare },
    });
  }
  reasons.push(
    facts.potential === null
      ? { code: "segment.potential_unknown", params: {} }
      : {
          code: "segment.potential",
          params: { score: facts.potential, cut: settings.potentialCut },
        },
  );
  if (move.demotionStreak > 0 && move.proposed === null) {
    reasons.push({
      code: "segment.demotion_waits",
      params: { to: asked, evaluations: move.demotionStreak, needed: settings.demotionEvaluations },
    });
  }
  return reasons;
};

import { isoFromDayNumber } from "@mainstay/domain/calendar/day-number";
import type { EvaluationReason } from "@mainstay/domain/evaluation/evaluation-reason";
import type { RhythmScore } from "../rhythm/rhythm-score.ts";

/** How an account orders, in one sentence's worth of data: the caption of its rhythm strip. */
export const rhythmReason = ({ explanation: told, basis }: RhythmScore): EvaluationReason => {
  if (told.orderDays === 0 || told.lastOrderDay === null)
    return { code: "rhythm.no_order", params: {} };
  if (told.orderDays === 1) {
    return { code: "rhythm.one_order", params: { firstOn: isoFromDayNumber(told.lastOrderDay) } };
  }
  const season = told.seasons[0];
  if (told.kind === "seasonal" && season && told.expectedDay !== null) {
    const { calendar, from, to } = season;
    return {
      code: "rhythm.seasonal",
      params: { calendar, from, to, expectedOn: isoFromDayNumber(told.expectedDay) },
    };
  }
  const gapDays = Math.round(told.typicalGapDays ?? 0);
  if (basis === "cannot_tell" || told.kind === "none" || gapDays === 0) {
    return { code: "rhythm.cannot_tell", params: { orders: told.orderDays } };
  }
  const isSteady = told.kind === "regular" && (told.gapSpreadDays ?? 0) <= gapDays;
  if (isSteady && told.expectedDay !== null) {
    return {
      code: "rhythm.regular",
      params: {
        gapDays,
        spreadDays: Math.round(told.gapSpreadDays ?? 0),
        sinceYear: told.sinceYear ?? 0,
        expectedOn: isoFromDayNumber(told.expectedDay),
      },
    };
  }
  return {
    code: "rhythm.irregular",
    params: { gapDays, longestGapDays: Math.round(told.longestGapDays ?? 0) },
  };
};

import type { DayNumber } from "@mainstay/domain/calendar/day-number";
import { fitRhythmModel } from "../src/rhythm/fit-rhythm-model.ts";
import type { OrderDayHistories } from "../src/rhythm/order-day-histories.ts";
import { scoreLost } from "../src/rhythm/score-rhythm.ts";
import type { RiskScorer } from "./alarm-evaluation.ts";

/** The product's own warning: fitted on the orders known at `asOf`, then scoring P(lost) at any later day. */
export const fitRhythmScorer = (histories: OrderDayHistories, asOf: DayNumber): RiskScorer => {
  const model = fitRhythmModel(histories, asOf);
  return (known, day) => scoreLost(model, known, day).map((pLost) => (pLost >= 0 ? pLost : 0));
};

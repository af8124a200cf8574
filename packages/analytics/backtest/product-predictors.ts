import { fitRhythmModel } from "../src/rhythm/fit-rhythm-model.ts";
import type { OrderDayHistories } from "../src/rhythm/order-day-histories.ts";
import { scoreAllRhythms } from "../src/rhythm/score-rhythm.ts";
import type { OrderPredictor } from "./order-probability-backtest.ts";

/** The histories as they were known at the end of a day: later orders are cut off, not merely ignored. */
export const knownBy = (histories: OrderDayHistories, asOf: number): OrderDayHistories => {
  const offsets = new Int32Array(histories.offsets.length);
  const days: number[] = [];
  for (let account = 0; account + 1 < offsets.length; account++) {
    for (let i = histories.offsets[account]!; i < histories.offsets[account + 1]!; i++) {
      if (histories.days[i]! <= asOf) days.push(histories.days[i]!);
    }
    offsets[account + 1] = days.length;
  }
  return { offsets, days: Int32Array.from(days) };
};

/** P(order within H) as the product shows it: the order rhythm, fitted on all customers of that day. */
export const predictByRhythm: OrderPredictor = (retail, accounts, asOf, horizon) => {
  const known = knownBy(retail.histories, asOf);
  const model = fitRhythmModel(known, asOf);
  const columns = scoreAllRhythms(model, known, asOf, { horizonDays: horizon });
  return accounts.map((account) => columns.pOrderHorizon[account]!);
};

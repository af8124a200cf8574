import { bgNbdPAlive, fitBgNbd } from "../src/purchase-model/bg-nbd.ts";
import { fitMbgNbd, type MbgNbdParameters, mbgNbdPAlive } from "../src/purchase-model/mbg-nbd.ts";
import {
  type RepeatHistories,
  repeatHistoriesFromOrderDays,
} from "../src/purchase-model/repeat-history.ts";
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

/**
 * P(order within H) of BG/NBD and MBG/NBD: alive, and at least one order at the account's Gamma(r + x, α + T) rate.
 * The horizon enters in weeks, the unit of the fit.
 */
const predictByPurchaseModel =
  (
    fit: typeof fitMbgNbd,
    pAliveOf: (parameters: MbgNbdParameters, histories: RepeatHistories) => Float64Array,
  ): OrderPredictor =>
  (retail, accounts, asOf, horizon) => {
    const window = { until: asOf, unitDays: 7 } as const;
    const known = repeatHistoriesFromOrderDays(knownBy(retail.histories, asOf), window);
    const { parameters } = fit(known.histories);
    const pAlive = pAliveOf(parameters, known.histories);
    const rowOf = new Map([...known.accounts].map((account, row) => [account, row]));
    return accounts.map((account) => {
      const row = rowOf.get(account)!;
      const shape = parameters.r + known.histories.x[row]!;
      const rate = parameters.alpha + known.histories.T[row]!;
      return pAlive[row]! * (1 - (rate / (rate + horizon / 7)) ** shape);
    });
  };

/** The purchase models' own answer, without rhythm or season. */
export const purchaseModelPredictors: Record<string, OrderPredictor> = {
  "MBG/NBD": predictByPurchaseModel(fitMbgNbd, mbgNbdPAlive),
  "BG/NBD": predictByPurchaseModel(fitBgNbd, bgNbdPAlive),
};

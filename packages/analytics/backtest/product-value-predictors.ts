import type { DayNumber } from "@mainstay/domain/calendar/day-number";
import { bgNbdConditionalExpectation, fitBgNbd } from "../src/purchase-model/bg-nbd.ts";
import { fitMbgNbd, mbgNbdConditionalExpectation } from "../src/purchase-model/mbg-nbd.ts";
import { repeatHistoriesFromOrderDays } from "../src/purchase-model/repeat-history.ts";
import {
  type OrderValues,
  repeatSpendFromOrderValues,
  spendPerOrder,
} from "../src/spend/spend-per-order.ts";
import type { OnlineRetail } from "./online-retail-orders.ts";
import { knownBy } from "./product-predictors.ts";
import { plainValuePredictors, seasonFactor, type ValuePredictor } from "./value-backtest.ts";

/**
 * Net pence of every order-day known at the end of `asOf`; what was taken back by then is booked against the
 * newest earlier order-day of the account, or left out when there is none.
 */
export const orderValuesKnownBy = (retail: OnlineRetail, asOf: DayNumber): OrderValues => {
  const { offsets, days } = knownBy(retail.histories, asOf);
  const values = new Float64Array(days.length);
  for (const { account, day, pence } of retail.invoices) {
    if (day > asOf) continue;
    let order = offsets[account + 1]! - 1;
    while (order >= offsets[account]! && days[order]! > day) order--;
    if (order >= offsets[account]!) values[order]! += pence;
  }
  return { offsets, values };
};

/** Expected orders of a purchase model × expected value of an order; 0 for accounts unknown at `asOf`. */
const modelValue =
  (fit: typeof fitMbgNbd, expectation: typeof mbgNbdConditionalExpectation): ValuePredictor =>
  (retail, asOf, horizon) => {
    const known = knownBy(retail.histories, asOf);
    const window = { until: asOf, unitDays: 7 } as const;
    const { histories, accounts } = repeatHistoriesFromOrderDays(known, window);
    const orders = expectation(fit(histories).parameters, histories, horizon / 7);
    const spend = spendPerOrder(repeatSpendFromOrderValues(orderValuesKnownBy(retail, asOf)));
    const values = new Float64Array(known.offsets.length - 1);
    accounts.forEach((account, row) => {
      values[account] = orders[row]! * spend.expected[account]!;
    });
    return values;
  };

const bgValue = modelValue(fitBgNbd, bgNbdConditionalExpectation);
const mbgValue = modelValue(fitMbgNbd, mbgNbdConditionalExpectation);

const withSeason =
  (predict: ValuePredictor): ValuePredictor =>
  (retail, asOf, horizon) => {
    const factor = seasonFactor(retail, asOf, horizon);
    return predict(retail, asOf, horizon).map((value) => value * factor);
  };

const half =
  (one: ValuePredictor, other: ValuePredictor): ValuePredictor =>
  (retail, asOf, horizon) => {
    const second = other(retail, asOf, horizon);
    return one(retail, asOf, horizon).map((value, account) => (value + second[account]!) / 2);
  };

export const productValue = "MBG/NBD × spend × season";

/** Lifetime value without cost data, as the product computes it, and its relatives of the published table. */
export const modelValuePredictors: Record<string, ValuePredictor> = {
  "BG/NBD × spend (p99)": bgValue,
  "MBG/NBD × spend (p99)": mbgValue,
  [productValue]: withSeason(mbgValue),
  "½ trailing + ½ MBG, × season": withSeason(
    half(plainValuePredictors["trailing 12 months, pro rata"]!, mbgValue),
  ),
};

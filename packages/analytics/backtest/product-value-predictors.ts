import type { DayNumber } from "@mainstay/domain/calendar/day-number";
import { lifetimeValuer } from "../src/lifetime-value/lifetime-value.ts";
import { fitValueModel } from "../src/lifetime-value/value-model.ts";
import { buildOrderBook, type OrderBook } from "../src/order-day/order-book.ts";
import { createOrderCollector } from "../src/order-day/order-collector.ts";
import { bgNbdConditionalExpectation, fitBgNbd } from "../src/purchase-model/bg-nbd.ts";
import {
  fitMbgNbd,
  mbgNbdConditionalExpectation,
  mbgNbdPAlive,
} from "../src/purchase-model/mbg-nbd.ts";
import { repeatHistoriesFromOrderDays } from "../src/purchase-model/repeat-history.ts";
import { fitRhythmModel } from "../src/rhythm/fit-rhythm-model.ts";
import { scoreAllRhythms } from "../src/rhythm/score-rhythm.ts";
import { repeatSpendFromOrderValues, spendPerOrder } from "../src/spend/spend-per-order.ts";
import type { OnlineRetail } from "./online-retail-orders.ts";
import { seasonFactor, type ValuePredictor } from "./value-backtest.ts";

/** The shop's order book as known at the end of `asOf`, in pence, returns netted the product's own way. */
const bookKnownBy = (retail: OnlineRetail, asOf: DayNumber): OrderBook => {
  const collector = createOrderCollector();
  for (const { account, day, pence } of retail.invoices) {
    collector.add({ account, day, net: pence, cost: null, orderId: null, refersTo: null });
  }
  return buildOrderBook(collector.collect(), retail.histories.offsets.length - 1, asOf);
};

const weeksUntil = (asOf: DayNumber) => ({ until: asOf, unitDays: 7 }) as const;

/** Expected orders of a purchase model × expected value of an order; 0 for accounts unknown at `asOf`. */
const modelValue =
  (fit: typeof fitMbgNbd, expectation: typeof mbgNbdConditionalExpectation): ValuePredictor =>
  (retail, asOf, horizon) => {
    const book = bookKnownBy(retail, asOf);
    const { histories, accounts } = repeatHistoriesFromOrderDays(book, weeksUntil(asOf));
    const orders = expectation(fit(histories).parameters, histories, horizon / 7);
    const spend = spendPerOrder(
      repeatSpendFromOrderValues({ offsets: book.offsets, values: book.net }),
    );
    const values = new Float64Array(book.offsets.length - 1);
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

/**
 * Lifetime value as the product shows it, over the months of the horizon and undiscounted: P(alive) from the order
 * rhythm, from MBG/NBD where the rhythm has nothing to say yet.
 */
const lifetimeValue: ValuePredictor = (retail, asOf, horizon) => {
  const book = bookKnownBy(retail, asOf);
  const model = fitValueModel(book, asOf);
  const rhythm = scoreAllRhythms(fitRhythmModel(book, asOf), book, asOf).pAlive;
  const { histories, accounts } = repeatHistoriesFromOrderDays(book, weeksUntil(asOf));
  const fallback = mbgNbdPAlive(model.purchase, histories);
  const months = Math.round(horizon / 30.4375);
  const valueOf = lifetimeValuer(book, model, asOf, { months, yearlyDiscount: 0 });
  const values = new Float64Array(book.offsets.length - 1);
  accounts.forEach((account, row) => {
    const pAlive = rhythm[account]! >= 0 ? rhythm[account]! : fallback[row]!;
    values[account] = valueOf(account, pAlive)?.mid ?? 0;
  });
  return values;
};

export const productValue = "lifetime value (this product)";

/** Lifetime value without cost data, as the product computes it, and its relatives of the published table. */
export const modelValuePredictors: Record<string, ValuePredictor> = {
  "BG/NBD × spend (p99)": bgValue,
  "MBG/NBD × spend (p99)": mbgValue,
  "MBG/NBD × spend × season": withSeason(mbgValue),
  [productValue]: lifetimeValue,
};

import { expect, test } from "vitest";
import { packOrderDays } from "../src/rhythm/order-day-histories.ts";
import { customerRandom } from "./customer-random.ts";
import { keyAccounts, netValues, type OnlineRetail } from "./online-retail-orders.ts";
import { orderProbabilityFigures, plainPredictors } from "./order-probability-backtest.ts";
import { predictByRhythm, purchaseModelPredictors } from "./product-predictors.ts";

const asOf = 15_000;
const random = customerRandom(8);

/** Three hundred shops that buy at their own random pace; two in five fall silent within the last months. */
const shops = Array.from({ length: 300 }, () => {
  const pace = random.uniform(10, 60);
  const leaves = random.bernoulli(0.4) ? asOf - random.uniform(30, 250) : asOf + 400;
  const days: number[] = [];
  for (
    let day = asOf - 700;
    day < Math.min(leaves, asOf + 200);
    day += random.exponential(pace) + 1
  ) {
    days.push(Math.floor(day));
  }
  return days;
});

const retail: OnlineRetail = {
  histories: packOrderDays(shops),
  invoices: shops.flatMap((days, account) => days.map((day) => ({ account, day, pence: 10_000 }))),
};

test("key accounts are the top fifth by net revenue of the year that have four order-days", () => {
  const key = keyAccounts(retail, asOf);
  const revenue = netValues(retail, asOf - 365, asOf);
  const least = Math.min(...key.map((account) => revenue[account]!));
  expect(revenue.filter((value) => value > least).length).toBeLessThanOrEqual(key.length);
  expect(key.length).toBeGreaterThan(40);
});

test.each(
  Object.entries({ rhythm: predictByRhythm, ...purchaseModelPredictors, ...plainPredictors }),
)("%s gives probabilities from the past only, better than a coin", (_, predict) => {
  const figures = orderProbabilityFigures(retail, predict, 60, [asOf]);
  expect(figures.auc).toBeGreaterThan(0.6);
  expect(figures.brier).toBeLessThan(0.25);
  const blind: OnlineRetail = {
    histories: packOrderDays(shops.map((days) => days.filter((day) => day <= asOf))),
    invoices: retail.invoices.filter(({ day }) => day <= asOf),
  };
  const key = keyAccounts(retail, asOf);
  expect(predict(blind, key, asOf, 60)).toEqual(predict(retail, key, asOf, 60));
});

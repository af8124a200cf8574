import { packOrderDays } from "../src/rhythm/order-day-histories.ts";
import { expect, test } from "vitest";
import type { OnlineRetail } from "./online-retail-orders.ts";
import {
  compareValues,
  plainValuePredictors,
  seasonFactor,
  valueFigures,
} from "./value-backtest.ts";

const asOf = 15_000;

/** Ten accounts; account i sells (i + 1) pounds on one day of each half year, twice as much in the second half. */
const shop = (): OnlineRetail => {
  const days = [asOf - 300, asOf - 100, asOf + 65];
  const invoices = Array.from({ length: 10 }, (_, account) =>
    days.map((day, half) => ({ account, day, pence: 100 * (account + 1) * (half === 1 ? 1 : 2) })),
  ).flat();
  return { histories: packOrderDays(invoices.map(() => days).slice(0, 10)), invoices };
};

test("the share held by the top fifth is the share of what really came", () => {
  const figures = compareValues([1, 9, 2, 8, 3, 0, 0, 0, 0, 0], [10, 50, 0, 20, 20, 0, 0, 0, 0, 0]);
  expect(figures.topFifth).toBeCloseTo(0.7, 12);
  expect(figures.totalRatio).toBeCloseTo(0.23, 12);
  expect(figures.meanError).toBeCloseTo((9 + 41 + 2 + 12 + 17) / 10, 12);
});

test("rank correlation is 1 for any rising transform and −1 for a falling one", () => {
  const actual = [3, 1, 4, 1.5, 9];
  expect(compareValues(actual.map(Math.exp), actual).spearman).toBeCloseTo(1, 12);
  expect(
    compareValues(
      actual.map((v) => -v),
      actual,
    ).spearman,
  ).toBeCloseTo(-1, 12);
});

test("the season factor says how far the coming months stand above an even year", () => {
  const factor = seasonFactor(shop(), asOf, 184);
  expect(factor).toBeCloseTo((2 / 3) * (365 / 184), 12);
});

test("the oracle is right to the penny and a season brings the total back", () => {
  const retail = shop();
  expect(valueFigures(retail, plainValuePredictors.oracle!, asOf).meanErrorPounds).toBe(0);
  const plain = valueFigures(retail, plainValuePredictors["trailing 12 months, pro rata"]!, asOf);
  const season = valueFigures(retail, plainValuePredictors["trailing 12 months × season"]!, asOf);
  expect(plain.totalRatio).toBeLessThan(0.8);
  expect(season.totalRatio).toBeCloseTo(1, 12);
});

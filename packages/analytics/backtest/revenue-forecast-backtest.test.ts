import { expect, test } from "vitest";
import { fullMonths, monthForecasts, rollingWape } from "./revenue-forecast-backtest.ts";

const seasonal = Array.from(
  { length: 27 },
  (_, month) => 100 + 50 * Math.sin((month * Math.PI) / 6),
);

test("a yearly pattern that repeats is forecast without error by the same month last year", () => {
  const forecast = monthForecasts["seasonal naive (same month last year)"]!;
  expect(rollingWape(seasonal, forecast)).toBeCloseTo(0, 12);
});

test("growth over last year is carried into the next month", () => {
  const grown = seasonal.map((value, month) => value * 1.1 ** Math.floor(month / 12));
  const forecast = monthForecasts["seasonal naive × 3-month growth"]!;
  expect(forecast(grown.slice(0, 24 + 2))).toBeGreaterThan(grown[14]! * 1.05);
});

test("the error is weighted by revenue", () => {
  const months = [...Array.from({ length: 12 }, () => 10), 20, 30];
  const lastMonth = monthForecasts["last month"]!;
  expect(rollingWape(months, lastMonth, 2)).toBeCloseTo((10 + 10) / 50, 12);
});

test("months are put in order and the cut-short last one is left out", () => {
  const sales = new Map([
    ["2011-02", 2],
    ["2010-12", 12],
    ["2011-01", 1],
  ]);
  expect(fullMonths(sales)).toEqual([12, 1]);
});

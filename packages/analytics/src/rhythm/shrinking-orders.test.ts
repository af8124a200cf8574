import { expect, test } from "vitest";
import { fewOrdersChance, shrinkingOrders } from "./shrinking-orders.ts";

const today = 20_000;
const monthly = (until: number): number[] =>
  Array.from({ length: 36 }, (_, i) => until - 30 * (35 - i));

test("the count test is the negative binomial sum", () => {
  // Shape 1 is geometric: P(N ≤ n) = 1 − (t / (b + t))^(n + 1).
  expect(fewOrdersChance(2, 1, 100, 50)).toBeCloseTo(1 - (50 / 150) ** 3, 12);
});

test("a monthly buyer who goes on is not shrinking", () => {
  const days = Int32Array.from(monthly(today));
  const test90 = shrinkingOrders(days, new Float64Array(36).fill(1000), today)!;
  expect(test90.orders).toBe(3);
  expect(test90.expectedOrders).toBeCloseTo(3, 0);
  expect(test90.fewerOrders).toBe(false);
  expect(test90.lessRevenue).toBe(false);
});

test("half-size orders at the old rhythm shrink in revenue, not in number", () => {
  const days = Int32Array.from(Array.from({ length: 150 }, (_, i) => today - 7 * (149 - i)));
  const values = Float64Array.from(days, (day) => (day > today - 90 ? 400 : 1000));
  const found = shrinkingOrders(days, values, today)!;
  expect(found.lessRevenue).toBe(true);
  expect(found.fewerOrders).toBe(false);
});

test("a weekly buyer who orders monthly now shrinks in number", () => {
  const days = [
    ...Array.from({ length: 100 }, (_, i) => today - 100 - 7 * (99 - i)),
    today - 60,
    today - 20,
  ];
  const found = shrinkingOrders(Int32Array.from(days), null, today)!;
  expect(found.fewerOrders).toBe(true);
  expect(found.revenue).toBeNull();
});

test("an annual buyer out of season is not shrinking", () => {
  const days = [0, 1, 2, 3, 4, 5].map((year) => today - 200 - Math.round(365.25 * (5 - year)));
  const found = shrinkingOrders(Int32Array.from(days), null, today)!;
  expect(found.orders).toBe(0);
  expect(found.expectedOrders).toBeLessThan(1);
  expect(found.fewerOrders).toBe(false);
});

test("too short a past gives no answer", () => {
  expect(shrinkingOrders(Int32Array.from([today - 50, today - 20]), null, today)).toBeNull();
  expect(shrinkingOrders(new Int32Array(0), null, today)).toBeNull();
});

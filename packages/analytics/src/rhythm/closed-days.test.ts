import { expect, test } from "vitest";
import { closedBetween, createClosedDays, fillClosedDays } from "./closed-days.ts";

const closed = createClosedDays();

test("closed days are merged and counted once", () => {
  fillClosedDays(closed, [
    { from: 20, to: 29 },
    { from: 10, to: 14 },
    { from: 25, to: 34 },
  ]);
  expect(closed.count).toBe(2);
  expect(closedBetween(closed, 0, 100)).toBe(20);
});

test("only the closed days after the first day and up to the last count", () => {
  fillClosedDays(closed, [{ from: 10, to: 19 }]);
  expect(closedBetween(closed, 0, 9)).toBe(0);
  expect(closedBetween(closed, 0, 10)).toBe(1);
  expect(closedBetween(closed, 9, 19)).toBe(10);
  expect(closedBetween(closed, 14, 16)).toBe(2);
  expect(closedBetween(closed, 19, 40)).toBe(0);
});

test("a range that ends before it starts is no closure", () => {
  fillClosedDays(closed, [{ from: 10, to: 9 }]);
  expect(closed.count).toBe(0);
});

import { calendarParts, dayNumberOf } from "@mainstay/domain/calendar/day-number";
import { expect, test } from "vitest";
import { closedBetween, createClosedDays } from "./closed-days.ts";
import { findYearlyClosure } from "./yearly-closure.ts";

const closed = createClosedDays();

const everyTwelveDaysButAugust = (): Int32Array => {
  const days: number[] = [];
  for (let day = dayNumberOf(2018, 1, 5); day < dayNumberOf(2024, 1, 1); day += 12)
    if (calendarParts(day).month !== 8) days.push(day);
  return Int32Array.from(days);
};

test("a works closure every August is found and reaches into the coming year", () => {
  const days = everyTwelveDaysButAugust();
  expect(findYearlyClosure(closed, days, days.length, "solar")).toBe(true);
  const august = closedBetween(closed, dayNumberOf(2024, 7, 31), dayNumberOf(2024, 8, 31));
  expect(august).toBeGreaterThan(24);
  expect(closedBetween(closed, dayNumberOf(2024, 3, 1), dayNumberOf(2024, 6, 1))).toBe(0);
});

test("no closure is read from two years or a handful of orders", () => {
  const days = everyTwelveDaysButAugust();
  expect(findYearlyClosure(closed, days.subarray(0, 40), 40, "solar")).toBe(false);
  expect(findYearlyClosure(closed, Int32Array.from([0, 400, 800, 1300]), 4, "solar")).toBe(false);
});

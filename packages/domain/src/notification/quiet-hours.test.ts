import { expect, test } from "vitest";
import { mailPatience, robotPatience, waitAfter } from "./back-off.ts";
import { heldWays, mayBeOff } from "./notification-preference.ts";
import { isQuiet } from "./quiet-hours.ts";

const at = (hour: number, minute = 0, isWorkday = true) => ({
  minuteOfDay: hour * 60 + minute,
  isWorkday,
});
const hours = (from: number | null, to: number | null, workdaysOnly = false) => ({
  from: from === null ? null : from * 60,
  to: to === null ? null : to * 60,
  workdaysOnly,
});

test("quiet hours across midnight hold from their first minute to before their last", () => {
  const night = hours(22, 7);
  expect([21, 22, 23, 0, 6, 7, 12].map((hour) => isQuiet(night, at(hour)))).toEqual([
    false,
    true,
    true,
    true,
    true,
    false,
    false,
  ]);
  expect(isQuiet(night, at(21, 59))).toBe(false);
  expect(isQuiet(night, at(6, 59))).toBe(true);
});

test("quiet hours within a day, none at all, and of no length", () => {
  expect([11, 12, 13, 14].map((hour) => isQuiet(hours(12, 14), at(hour)))).toEqual([
    false,
    true,
    true,
    false,
  ]);
  expect(isQuiet(hours(null, null), at(3))).toBe(false);
  expect(isQuiet(hours(8, 8), at(8))).toBe(false);
});

test("who wants workdays only has every other day quiet, a make-up day not", () => {
  const wish = hours(null, null, true);
  expect(isQuiet(wish, at(10, 0, false))).toBe(true);
  expect(isQuiet(wish, at(10, 0, true))).toBe(false);
});

test("what waits for one's decision cannot be switched off; other wishes hold, the rest is as shipped", () => {
  expect(mayBeOff("approval_asked")).toBe(false);
  expect(heldWays({ approval_asked: "off", task_due: "mail", day_ahead: "off" })).toMatchObject({
    approval_asked: "in_app",
    task_due: "mail",
    day_ahead: "off",
    signal_raised: "mail",
  });
});

test("waits double up to a limit, are spread over the upper half, and end", () => {
  const waits = [1, 2, 3, 4].map((tried) => waitAfter(robotPatience, tried, 1));
  expect(waits).toEqual([5_000, 10_000, 20_000, 40_000]);
  expect(waitAfter(robotPatience, 5, 1)).toBeNull();
  expect(waitAfter(robotPatience, 1, 0)).toBe(2_500);
  expect(waitAfter(mailPatience, 11, 1)).toBe(mailPatience.longestMs);
  expect(waitAfter(mailPatience, 12, 1)).toBeNull();
});

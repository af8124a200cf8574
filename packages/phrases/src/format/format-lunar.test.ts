import { expect, test } from "vitest";
import { formatLunarDay } from "./format-lunar.ts";

test.each([
  [1, 1, false, "正月初一", "day 1 of lunar month 1"],
  [12, 30, false, "腊月三十", "day 30 of lunar month 12"],
  [6, 15, true, "闰六月十五", "day 15 of leap lunar month 6"],
  [11, 20, false, "冬月二十", "day 20 of lunar month 11"],
  [8, 23, false, "八月廿三", "day 23 of lunar month 8"],
  [10, 10, false, "十月初十", "day 10 of lunar month 10"],
] as const)("month %i day %i (leap: %s) is said %s, %s", (month, day, isLeapMonth, zh, en) => {
  expect(formatLunarDay({ month, day, isLeapMonth }, "zh-CN")).toBe(zh);
  expect(formatLunarDay({ month, day, isLeapMonth }, "en")).toBe(en);
});

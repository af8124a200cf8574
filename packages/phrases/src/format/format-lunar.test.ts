import { expect, test } from "vitest";
import { formatLunarDay, formatLunarShort } from "./format-lunar.ts";

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

test("in a cell the first of a month carries the month's name, other days their own", () => {
  const short = (month: number, day: number, isLeapMonth = false) =>
    (["zh-CN", "en"] as const).map((locale) =>
      formatLunarShort({ month, day, isLeapMonth }, locale),
    );
  expect(short(8, 1)).toEqual(["八月", "8/1"]);
  expect(short(6, 1, true)).toEqual(["闰六月", "+6/1"]);
  expect(short(8, 23)).toEqual(["廿三", "8/23"]);
});

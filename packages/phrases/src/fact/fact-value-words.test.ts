import { expect, test } from "vitest";
import { factValueWords } from "./fact-value-words.ts";

const anniversary = {
  shape: "anniversary",
  calendar: "solar",
  month: 3,
  day: 15,
  year: null,
  isLeapMonth: false,
} as const;

test("a value is said as people say it, in both languages", () => {
  const both = (value: Parameters<typeof factValueWords>[0]) =>
    `${factValueWords(value, "zh-CN")} | ${factValueWords(value, "en")}`;
  expect(both({ shape: "words", words: "爱打羽毛球" })).toBe("爱打羽毛球 | 爱打羽毛球");
  expect(both({ shape: "year", year: 1975 })).toBe("1975年 | 1975");
  expect(both({ shape: "yes_no", isSo: false })).toBe("否 | No");
  expect(both(anniversary)).toBe("3月15日 | 15 March");
  expect(both({ ...anniversary, year: 1975 })).toBe("1975年3月15日 | 15 March, 1975");
  expect(both({ ...anniversary, day: null, year: 1975 })).toBe("1975年3月 | March 1975");
  expect(both({ ...anniversary, calendar: "lunar", month: 6, isLeapMonth: true })).toBe(
    "农历闰六月十五 | day 15 of leap lunar month 6",
  );
  expect(both({ ...anniversary, calendar: "lunar", day: null, year: 1979 })).toBe(
    "农历1979年3月 | lunar month 3 of 1979",
  );
  expect(both({ shape: "trip", region: "云南", month: "2026-10" })).toBe(
    "云南 · 2026年10月 | 云南 · October 2026",
  );
});

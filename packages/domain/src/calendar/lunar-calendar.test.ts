import { Lunar } from "lunar-typescript";
import { expect, test } from "vitest";
import { dayNumberFromIso, isoFromDayNumber } from "./day-number.ts";
import {
  dayOfLunarDate,
  leapMonthOf,
  lunarDateOf,
  lunarNewYearDay,
  nextLunarAnniversary,
} from "./lunar-calendar.ts";

const day = (iso: string): number => dayNumberFromIso(iso) as number;
const lunar = (month: number, dayOfMonth: number, isLeapMonth = false) => ({
  month,
  day: dayOfMonth,
  isLeapMonth,
});

test("春节 falls on the published days of 2024 to 2033", () => {
  const days = [];
  for (let year = 2024; year <= 2033; year++) days.push(isoFromDayNumber(lunarNewYearDay(year)));
  expect(days).toEqual([
    "2024-02-10",
    "2025-01-29",
    "2026-02-17",
    "2027-02-06",
    "2028-01-26",
    "2029-02-13",
    "2030-02-03",
    "2031-01-23",
    "2032-02-11",
    "2033-01-31",
  ]);
});

test("leap months are those of the almanac", () => {
  expect([2023, 2025, 2028, 2031, 2033, 2026].map(leapMonthOf)).toEqual([2, 6, 5, 3, 11, 0]);
});

test.each([
  [lunar(1, 1), "2026-01-01", "2026-02-17"],
  [lunar(12, 30), "2026-01-01", "2026-02-16"],
  [lunar(12, 23), "2026-01-01", "2026-02-10"],
  [lunar(6, 15, true), "2026-01-01", "2026-07-28"],
  [lunar(6, 15, true), "2025-01-01", "2025-08-08"],
  [lunar(5, 5), "2026-01-01", "2026-06-19"],
  [lunar(8, 15), "2026-01-01", "2026-09-25"],
])("the next anniversary of %j seen from %s is %s", (anniversary, today, expected) => {
  expect(isoFromDayNumber(nextLunarAnniversary(anniversary, day(today)))).toBe(expected);
});

test("10 February 1990 was the fifteenth of the first month", () => {
  expect(lunarDateOf(day("1990-02-10"))).toEqual({
    year: 1990,
    month: 1,
    day: 15,
    isLeapMonth: false,
  });
});

test("every day converts to a lunar date and back, and agrees with the library", () => {
  for (let d = day("1960-01-01"); d < day("2060-01-01"); d += 11) {
    const date = lunarDateOf(d);
    expect(dayOfLunarDate(date)).toBe(d);
    if (d % 7 !== 0) continue;
    const solar = Lunar.fromYmd(
      date.year,
      date.isLeapMonth ? -date.month : date.month,
      date.day,
    ).getSolar();
    expect(solar.toYmd()).toBe(isoFromDayNumber(d));
  }
});

test("days and years outside the tables are refused", () => {
  expect(() => lunarDateOf(day("1899-01-01"))).toThrow(RangeError);
  expect(() => lunarNewYearDay(2200)).toThrow(RangeError);
});

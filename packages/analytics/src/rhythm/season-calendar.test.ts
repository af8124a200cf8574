import { dayNumberOf } from "@mainstay/domain/calendar/day-number";
import { dayOfLunarDate } from "@mainstay/domain/calendar/lunar-calendar";
import { expect, test } from "vitest";
import { dayOfPhase, phaseOf, phaseYearOf, seasonCalendars } from "./season-calendar.ts";

test("a day leads to its phase and back in every calendar, leap months aside", () => {
  for (const calendar of seasonCalendars)
    for (let day = dayNumberOf(2021, 2, 12); day < dayNumberOf(2022, 1, 20); day += 9) {
      const back = dayOfPhase(calendar, phaseYearOf(calendar, day), phaseOf(calendar, day));
      expect(Math.abs(back - day)).toBeLessThanOrEqual(1);
    }
});

test("the mid-autumn festival has one lunar phase every year", () => {
  const phases = [2019, 2020, 2021, 2023, 2025].map((year) =>
    phaseOf("lunar_month", dayOfLunarDate({ year, month: 8, day: 15, isLeapMonth: false })),
  );
  expect(new Set(phases).size).toBe(1);
});

test("twenty days before dragon boat is one phase of the leading calendar, also after a leap month", () => {
  const phases = [2019, 2020, 2021].map((year) =>
    phaseOf("lunar_lead", dayOfLunarDate({ year, month: 5, day: 5, isLeapMonth: false }) - 20),
  );
  expect(Math.max(...phases) - Math.min(...phases)).toBeLessThanOrEqual(1.1);
});

test("days before the new year count backwards from it", () => {
  const newYear = dayNumberOf(2024, 2, 10);
  expect(phaseOf("new_year_offset", newYear - 25)).toBe(-25);
  expect(phaseYearOf("new_year_offset", newYear - 60)).toBe(2024);
  expect(dayOfPhase("new_year_offset", 2025, -25)).toBe(dayNumberOf(2025, 1, 29) - 25);
});

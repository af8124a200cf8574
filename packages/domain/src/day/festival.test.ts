import { expect, test } from "vitest";
import { dayNumberOf, isoFromDayNumber } from "../calendar/day-number.ts";
import { festivalsBetween } from "./festival.ts";

test("the festivals of 2026 fall on the days of the published calendar", () => {
  const found = festivalsBetween(dayNumberOf(2026, 1, 1), dayNumberOf(2026, 12, 31));
  expect(found.map(({ festival, day }) => `${festival} ${isoFromDayNumber(day)}`)).toEqual([
    "new_year 2026-01-01",
    "spring_festival 2026-02-17",
    "lantern_festival 2026-03-03",
    "womens_day 2026-03-08",
    "labour_day 2026-05-01",
    "dragon_boat 2026-06-19",
    "teachers_day 2026-09-10",
    "mid_autumn 2026-09-25",
    "national_day 2026-10-01",
    "winter_solstice 2026-12-22",
  ]);
});

test.each([
  [2021, "2021-12-21"],
  [2024, "2024-12-21"],
  [2027, "2027-12-22"],
  [2030, "2030-12-22"],
])("the winter solstice of %i is on %s", (year, on) => {
  const [found] = festivalsBetween(dayNumberOf(year, 12, 15), dayNumberOf(year, 12, 31));
  expect(found && isoFromDayNumber(found.day)).toBe(on);
});

test("a window across new year finds both years' festivals, in order", () => {
  const found = festivalsBetween(dayNumberOf(2026, 12, 20), dayNumberOf(2027, 2, 10));
  expect(found.map(({ festival }) => festival)).toEqual([
    "winter_solstice",
    "new_year",
    "spring_festival",
  ]);
});

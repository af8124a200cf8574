import { dayNumberFromIso } from "@mainstay/domain/calendar/day-number";
import { expect, test } from "vitest";
import { festivalDay } from "./festival-days.ts";

test.each([
  ["new year", 2020, "2020-01-25"],
  ["new year", 2024, "2024-02-10"],
  ["dragon boat", 2023, "2023-06-22"],
  ["mid autumn", 2020, "2020-10-01"],
  ["double ninth", 2021, "2021-10-14"],
] as const)("%s of %i falls on %s", (festival, year, iso) => {
  expect(festivalDay(festival, year)).toBe(dayNumberFromIso(iso));
});

test("every festival is found in every year a portfolio can touch", () => {
  for (const festival of ["new year", "dragon boat", "mid autumn", "double ninth"] as const) {
    for (let year = 2004; year <= 2031; year++)
      expect(festivalDay(festival, year)).toBeGreaterThan(0);
  }
});

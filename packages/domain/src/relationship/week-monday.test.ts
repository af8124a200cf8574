import { expect, test } from "vitest";
import { dayNumberFromIso, isoFromDayNumber } from "../calendar/day-number.ts";
import { mondayOf } from "./week-monday.ts";

test.each([
  ["2026-11-22", "2026-11-16"],
  ["2026-11-23", "2026-11-23"],
  ["2027-01-01", "2026-12-28"],
  ["1969-12-31", "1969-12-29"],
])("%s lies in the week of %s", (day, monday) => {
  expect(isoFromDayNumber(mondayOf(dayNumberFromIso(day) ?? 0))).toBe(monday);
});

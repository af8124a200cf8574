import fc from "fast-check";
import { expect, test } from "vitest";
import { calendarParts, dayNumberFromIso, dayNumberOf, isoFromDayNumber } from "./day-number.ts";

test("1970-01-01 is day 0 and leap days exist only in leap years", () => {
  expect(dayNumberFromIso("1970-01-01")).toBe(0);
  expect(dayNumberFromIso("2024-02-29")).toBe(dayNumberOf(2024, 2, 29));
  expect(dayNumberFromIso("2023-02-29")).toBeNull();
  expect(dayNumberFromIso("2023-2-9")).toBeNull();
});

test("every day survives the round trip through its ISO text and its parts", () => {
  fc.assert(
    fc.property(fc.integer({ min: -25_000, max: 60_000 }), (day) => {
      const { year, month, day: dayOfMonth } = calendarParts(day);
      expect(dayNumberFromIso(isoFromDayNumber(day))).toBe(day);
      expect(dayNumberOf(year, month, dayOfMonth)).toBe(day);
    }),
  );
});

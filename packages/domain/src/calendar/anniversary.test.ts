import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type Anniversary,
  anniversariesBetween,
  anniversaryKeysOf,
  isPossibleAnniversary,
  nextAnniversary,
} from "./anniversary.ts";
import { dayNumberOf, isoFromDayNumber } from "./day-number.ts";

const dayOf = (text: string) => {
  const [year = 0, month = 0, day = 0] = text.split("-").map(Number);
  return dayNumberOf(year, month, day);
};

const next = (anniversary: Partial<Anniversary>, today: string, habit?: "both") => {
  const whole = { calendar: "lunar", month: 1, day: 1, year: null, isLeapMonth: false } as const;
  const day = nextAnniversary({ ...whole, ...anniversary }, dayOf(today), habit);
  return day === null ? null : isoFromDayNumber(day);
};

test.each([
  [{ month: 1, day: 1 }, "2026-01-01", "2026-02-17"],
  [{ month: 12, day: 30 }, "2026-01-01", "2026-02-16"],
  [{ month: 12, day: 23 }, "2026-01-01", "2026-02-10"],
  [{ month: 6, day: 15, isLeapMonth: true }, "2026-01-01", "2026-07-28"],
  [{ month: 6, day: 15, isLeapMonth: true }, "2025-01-01", "2025-08-08"],
  [{ month: 5, day: 5 }, "2026-01-01", "2026-06-19"],
  [{ month: 8, day: 15 }, "2026-01-01", "2026-09-25"],
  [{ month: 1, day: 1 }, "2027-01-01", "2027-02-06"],
  [{ month: 1, day: 1 }, "2030-01-01", "2030-02-03"],
] as const)("the lunar anniversary %o, seen from %s, is kept on %s", (lunar, today, kept) => {
  expect(next(lunar, today)).toBe(kept);
});

test("a leap-month birthday is kept twice in a year with that month only where the habit says so", () => {
  const leap = { month: 6, day: 15, isLeapMonth: true };
  expect(next(leap, "2025-01-01", "both")).toBe("2025-07-09");
  expect(next(leap, "2025-07-10", "both")).toBe("2025-08-08");
  expect(next(leap, "2026-01-01", "both")).toBe("2026-07-28");
});

test("29 February is kept on the 28th in ordinary years", () => {
  const leapDay = { calendar: "solar", month: 2, day: 29 } as const;
  expect(next(leapDay, "2026-01-01")).toBe("2026-02-28");
  expect(next(leapDay, "2028-01-01")).toBe("2028-02-29");
});

test("a month without its day has no anniversary yet", () => {
  expect(next({ calendar: "solar", month: 3, day: null }, "2026-01-01")).toBeNull();
});

test.each([
  ["solar", 2, 29, true],
  ["solar", 2, 30, false],
  ["solar", 4, 31, false],
  ["solar", 12, 31, true],
  ["solar", 13, 1, false],
  ["lunar", 12, 30, true],
  ["lunar", 12, 31, false],
  ["lunar", 1, null, true],
] as const)("%s month %i day %o is possible: %s", (calendar, month, day, possible) => {
  expect(isPossibleAnniversary({ calendar, month, day, year: null, isLeapMonth: false })).toBe(
    possible,
  );
});

const anyAnniversary = fc.record({
  calendar: fc.constantFrom("solar" as const, "lunar" as const),
  month: fc.integer({ min: 1, max: 12 }),
  day: fc.integer({ min: 1, max: 30 }),
  year: fc.constant(null),
  isLeapMonth: fc.boolean(),
});

test("every day an anniversary is kept on can be found by its key", () => {
  fc.assert(
    fc.property(anyAnniversary, fc.integer({ min: 18_000, max: 24_000 }), (any, from) => {
      fc.pre(isPossibleAnniversary(any));
      for (const day of anniversariesBetween(any, from, from + 500, "both")) {
        expect(anniversaryKeysOf(day)).toContain(`${any.calendar}-${any.month}-${any.day}`);
      }
    }),
  );
});

test("an anniversary comes every year: the next one is never more than 385 days away", () => {
  fc.assert(
    fc.property(anyAnniversary, fc.integer({ min: 18_000, max: 24_000 }), (any, today) => {
      fc.pre(isPossibleAnniversary(any));
      const kept = nextAnniversary(any, today);
      expect(kept).not.toBeNull();
      expect((kept as number) - today).toBeLessThanOrEqual(385);
    }),
  );
});

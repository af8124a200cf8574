import fc from "fast-check";
import { expect, test } from "vitest";
import { dayNumberFromIso, isoFromDayNumber } from "../calendar/day-number.ts";
import { cadences } from "./cadence.ts";
import { dutyPeriodOf, dutyPeriodsBetween, firstOwedPeriod } from "./duty-period.ts";

const day = (iso: string) => dayNumberFromIso(iso) ?? Number.NaN;
const days = (period: { from: number; to: number } | null) =>
  period && [isoFromDayNumber(period.from), isoFromDayNumber(period.to)];

test.each([
  ["month", "2028-02-29", "2028-02-01", "2028-02-29"],
  ["month", "2026-02-28", "2026-02-01", "2026-02-28"],
  ["month", "2026-12-31", "2026-12-01", "2026-12-31"],
  ["quarter", "2028-02-29", "2028-01-01", "2028-03-31"],
  ["quarter", "2026-12-31", "2026-10-01", "2026-12-31"],
  ["half_year", "2026-06-30", "2026-01-01", "2026-06-30"],
  ["half_year", "2026-07-01", "2026-07-01", "2026-12-31"],
  ["year", "2028-02-29", "2028-01-01", "2028-12-31"],
] as const)("the %s of %s runs from %s to %s", (every, on, from, to) => {
  expect(days(dutyPeriodOf(every, day(on)))).toEqual([from, to]);
});

test("what is owed case by case has no period", () => {
  expect(dutyPeriodOf("case", 0)).toBeNull();
  expect(firstOwedPeriod("case", 0)).toBeNull();
  expect(dutyPeriodsBetween("case", 0, 1000)).toEqual([]);
});

test.each([
  ["month", "2026-11-15", "2026-11-01"],
  ["month", "2026-11-16", "2026-12-01"],
  ["month", "2026-12-31", "2027-01-01"],
  ["quarter", "2026-10-01", "2026-10-01"],
  ["half_year", "2026-11-20", "2027-01-01"],
] as const)("a %s duty that begins on %s is first owed from %s", (every, on, from) => {
  expect(days(firstOwedPeriod(every, day(on)))?.[0]).toBe(from);
});

test("law: periods of a cadence cover every day once, without a gap", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...cadences.filter((one) => one !== "case")),
      fc.integer({ min: 15_000, max: 40_000 }),
      fc.integer({ min: 0, max: 1500 }),
      (every, from, length) => {
        const periods = dutyPeriodsBetween(every, from, from + length);
        expect(periods[0]?.from).toBeLessThanOrEqual(from);
        expect(periods.at(-1)?.to).toBeGreaterThanOrEqual(from + length);
        for (const [i, period] of periods.entries())
          if (i > 0) expect(period.from).toBe((periods[i - 1]?.to ?? 0) + 1);
        expect(dutyPeriodOf(every, from)).toEqual(periods[0]);
      },
    ),
    { numRuns: 200 },
  );
});

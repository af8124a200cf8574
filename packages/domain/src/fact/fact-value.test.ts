import fc from "fast-check";
import { expect, test } from "vitest";
import { dayNumberOf } from "../calendar/day-number.ts";
import { factKinds, factRules } from "./fact-kind.ts";
import { type FactValue, faultOfFactValue, latestBirthOf } from "./fact-value.ts";

const today = dayNumberOf(2026, 11, 22);
const born = (value: Partial<Extract<FactValue, { shape: "anniversary" }>>): FactValue => ({
  shape: "anniversary",
  calendar: "solar",
  month: 3,
  day: 15,
  year: null,
  isLeapMonth: false,
  ...value,
});
const fault = (value: FactValue) => faultOfFactValue("birthday", value, today);

test("a birthday may lack its year or its day, not both", () => {
  expect(fault(born({}))).toBeNull();
  expect(fault(born({ day: null, year: 1975 }))).toBeNull();
  expect(fault(born({ year: 1975 }))).toBeNull();
  expect(fault(born({ day: null }))).toBe("value_not_real");
});

test("days that do not exist or have not come are refused", () => {
  const unreal = [
    born({ month: 2, day: 30 }),
    born({ month: 2, day: 29, year: 1975 }),
    born({ month: 13 }),
    born({ year: 2027 }),
    born({ month: 11, day: 23, year: 2026 }),
    born({ month: 12, day: null, year: 2026 }),
    born({ isLeapMonth: true }),
    born({ calendar: "lunar", day: 31 }),
    born({ calendar: "lunar", year: 2025, month: 5, isLeapMonth: true }),
  ];
  for (const value of unreal) expect(fault(value), JSON.stringify(value)).toBe("value_not_real");
});

test("a lunar leap birthday is real in a year that had the leap month", () => {
  expect(fault(born({ calendar: "lunar", year: 2025, month: 6, isLeapMonth: true }))).toBeNull();
  expect(fault(born({ calendar: "lunar", month: 6, day: 30, isLeapMonth: true }))).toBeNull();
  expect(fault(born({ month: 2, day: 29 }))).toBeNull();
});

test("a value of another shape than its kind's is refused, for every kind", () => {
  const values: FactValue[] = [
    { shape: "words", words: "羽毛球" },
    { shape: "year", year: 1975 },
    { shape: "yes_no", isSo: true },
    born({}),
    { shape: "trip", region: "云南", month: "2026-10" },
  ];
  for (const kind of factKinds)
    for (const value of values)
      expect(faultOfFactValue(kind, value, today)).toBe(
        value.shape === factRules[kind].shape ? null : "value_form",
      );
});

test("empty or endless words and a month that is none are refused", () => {
  const words = (text: string) =>
    faultOfFactValue("school", { shape: "words", words: text }, today);
  expect([words(" "), words("x".repeat(501)), words("清华")]).toEqual([
    "value_form",
    "value_form",
    null,
  ]);
  const trip = (month: string) =>
    faultOfFactValue("itinerary", { shape: "trip", region: "云南", month }, today);
  expect([trip("2026-13"), trip("2026-12")]).toEqual(["value_not_real", null]);
  expect(faultOfFactValue("birth_year", { shape: "year", year: 1899 }, today)).toBe(
    "value_not_real",
  );
});

test("whatever is accepted with its year was born no later than today", () => {
  fc.assert(
    fc.property(
      fc.record({
        shape: fc.constant("anniversary" as const),
        calendar: fc.constantFrom("solar" as const, "lunar" as const),
        month: fc.integer({ min: 0, max: 13 }),
        day: fc.option(fc.integer({ min: 0, max: 32 })),
        year: fc.option(fc.integer({ min: 1890, max: 2030 })),
        isLeapMonth: fc.boolean(),
      }),
      (value) => {
        if (faultOfFactValue("birthday", value, today) !== null) return;
        const { year, day } = value;
        expect(year !== null || day !== null).toBe(true);
        const latest = latestBirthOf(value);
        if (latest !== null && day !== null) expect(latest).toBeLessThanOrEqual(today);
      },
    ),
  );
});

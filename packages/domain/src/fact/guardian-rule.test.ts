import { expect, test } from "vitest";
import { dayNumberOf } from "../calendar/day-number.ts";
import type { FactValue } from "./fact-value.ts";
import { needsGuardianConsent } from "./guardian-rule.ts";

const born = (year: number | null, month = 11, day: number | null = 22): FactValue => ({
  shape: "anniversary",
  calendar: "solar",
  month,
  day,
  year,
  isLeapMonth: false,
});
const today = dayNumberOf(2026, 11, 22);
const needs = (value: FactValue) => needsGuardianConsent("child_birthday", value, today);

test("below fourteen a guardian must consent, from the fourteenth birthday on no longer", () => {
  expect(needs(born(2012, 11, 23))).toBe(true);
  expect(needs(born(2012, 11, 22))).toBe(false);
  expect(needs(born(2018))).toBe(true);
  expect(needs(born(2000))).toBe(false);
});

test("where the year is not known the child may be below fourteen; an unknown day counts as the last", () => {
  expect(needs(born(null))).toBe(true);
  expect(needs(born(2012, 11, null))).toBe(true);
  expect(needs(born(2012, 10, null))).toBe(false);
});

test("grown people's birthdays need no guardian", () => {
  expect(needsGuardianConsent("birthday", born(2018), today)).toBe(false);
});

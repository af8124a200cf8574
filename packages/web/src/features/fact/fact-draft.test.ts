import type { FactValue } from "@mainstay/domain/fact/fact-value";
import { expect, test } from "vitest";
import { formOfValue, papersOfForm, valueOfForm } from "./fact-draft.ts";

const values: FactValue[] = [
  { shape: "words", words: "羽毛球" },
  { shape: "year", year: 1975 },
  { shape: "yes_no", isSo: false },
  { shape: "trip", region: "云南", month: "2026-12" },
  {
    shape: "anniversary",
    calendar: "lunar",
    month: 6,
    day: 15,
    year: null,
    isLeapMonth: true,
  },
];

test("a stored value comes back from the form as it was", () => {
  for (const value of values)
    expect(valueOfForm(value.shape, { basis: "consent", ...formOfValue(value) })).toEqual(value);
});

test("half a value is none; a birthday may lack its day or its year", () => {
  const basis = "consent" as const;
  expect(valueOfForm("words", { basis, words: "  " })).toBeNull();
  expect(valueOfForm("trip", { basis, region: "云南" })).toBeNull();
  expect(valueOfForm("anniversary", { basis, month: 3 })).toBeNull();
  expect(valueOfForm("anniversary", { basis, month: 3, day: 1 })).toMatchObject({ year: null });
  expect(valueOfForm("anniversary", { basis, month: 3, year: 1975 })).toMatchObject({ day: null });
});

test("a leap month belongs to the lunar calendar", () => {
  const form = { basis: "consent", month: 6, day: 1, isLeapMonth: true } as const;
  expect(valueOfForm("anniversary", { ...form, calendar: "solar" })).toMatchObject({
    isLeapMonth: false,
  });
});

test("a fact on consent takes the consent's purpose; any other names its source", () => {
  expect(papersOfForm({ basis: "consent", consentId: "c", source: "x", purpose: "y" })).toEqual({
    basis: "consent",
    consentId: "c",
  });
  expect(papersOfForm({ basis: "public_source", source: " 官网 ", purpose: "维护" })).toEqual({
    basis: "public_source",
    consentId: null,
    source: "官网",
    purpose: "维护",
  });
});

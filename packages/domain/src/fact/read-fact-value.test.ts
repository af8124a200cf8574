import { expect, test } from "vitest";
import type { FactKind } from "./fact-kind.ts";
import { readFactValue } from "./read-fact-value.ts";

const read = (kind: FactKind, cell: string) => {
  const value = readFactValue(kind, cell);
  if (value?.shape !== "anniversary") return value;
  const { calendar, year, month, day, isLeapMonth } = value;
  return `${calendar} ${year ?? "?"}-${isLeapMonth ? "闰" : ""}${month}-${day ?? "?"}`;
};

test("days are read as people write them, solar and lunar, with or without year or day", () => {
  const cases: [string, string][] = [
    ["1975-03-15", "solar 1975-3-15"],
    ["1975/3/15", "solar 1975-3-15"],
    ["3月15日", "solar ?-3-15"],
    ["03-15", "solar ?-3-15"],
    ["1975年3月", "solar 1975-3-?"],
    ["15 March", "solar ?-3-15"],
    ["15 March, 1975", "solar 1975-3-15"],
    ["农历六月十五", "lunar ?-6-15"],
    ["农历1975年闰六月初五", "lunar 1975-闰6-5"],
    ["农历腊月廿三", "lunar ?-12-23"],
    ["农历一月三十", "lunar ?-1-30"],
    ["阴历8-15", "lunar ?-8-15"],
    ["lunar 6-15", "lunar ?-6-15"],
  ];
  for (const [cell, expected] of cases) expect(read("birthday", cell), cell).toBe(expected);
});

test("trips, years and answers are read; what cannot be told is not guessed", () => {
  expect(read("itinerary", "云南 2026-12")).toEqual({
    shape: "trip",
    region: "云南",
    month: "2026-12",
  });
  expect(read("itinerary", "云南 · 2026年3月")).toMatchObject({ month: "2026-03" });
  expect(read("birth_year", "1975年")).toEqual({ shape: "year", year: 1975 });
  expect(read("has_children", "有")).toEqual({ shape: "yes_no", isSo: true });
  expect(read("school", " 清华大学 ")).toEqual({ shape: "words", words: "清华大学" });
  for (const [kind, cell] of [
    ["birthday", "春天"],
    ["birthday", "农历初五"],
    ["itinerary", "云南"],
    ["birth_year", "七五年"],
    ["has_children", "也许"],
    ["school", "  "],
  ] as const)
    expect(read(kind, cell), cell).toBeNull();
});

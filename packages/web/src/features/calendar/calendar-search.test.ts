import { expect, test } from "vitest";
import { rangeOf, readCalendarSearch, stepOf } from "./calendar-search.ts";

test("a month shows six weeks from the Monday on or before its first day", () => {
  expect(rangeOf("month", "2026-11-22")).toEqual({ from: "2026-10-26", to: "2026-12-07" });
  expect(rangeOf("month", "2027-02-01")).toEqual({ from: "2027-02-01", to: "2027-03-15" });
});

test("a week begins on Monday, a list today", () => {
  expect(rangeOf("week", "2026-11-22")).toEqual({ from: "2026-11-16", to: "2026-11-23" });
  expect(rangeOf("agenda", "2026-11-22")).toEqual({ from: "2026-11-22", to: "2026-12-20" });
});

test("stepping from the 31st does not skip a month", () => {
  expect(stepOf("month", "2026-10-31", 1)).toBe("2026-11-01");
  expect(stepOf("month", "2026-10-31", -8)).toBe("2026-02-01");
  expect(stepOf("week", "2026-12-29", 1)).toBe("2027-01-05");
});

test("an address nobody could mean is read as none", () => {
  expect(readCalendarSearch({ view: "year", on: "9999-12-31", user: "x" })).toEqual({});
  expect(readCalendarSearch({ view: "week", on: "2026-11-22" })).toEqual({
    view: "week",
    on: "2026-11-22",
  });
});

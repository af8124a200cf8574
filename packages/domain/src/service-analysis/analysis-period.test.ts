import { expect, test } from "vitest";
import { isFitWindow, periodBetween, periodToDate } from "./analysis-period.ts";

test.each([
  ["month", "2026-11-22", "2026-11-01", "2026-10-01", "2026-10-22"],
  ["quarter", "2026-11-22", "2026-10-01", "2026-07-01", "2026-08-22"],
  ["half_year", "2026-11-22", "2026-07-01", "2026-01-01", "2026-05-25"],
  ["year", "2026-11-22", "2026-01-01", "2025-01-01", "2025-11-22"],
  ["month", "2026-03-31", "2026-03-01", "2026-02-01", "2026-02-28"],
] as const)(
  "the %s of %s begins on %s and is compared with %s … %s",
  (period, today, from, beforeFrom, beforeTo) => {
    expect(periodToDate(period, today)).toEqual({ from, to: today, beforeFrom, beforeTo });
  },
);

test("at most ten years are asked for at once, from the first day to the last", () => {
  expect(isFitWindow("2016-11-22", "2026-11-22")).toBe(true);
  expect(isFitWindow("2016-01-01", "2026-11-22")).toBe(false);
  expect(isFitWindow("0001-01-01", "9999-12-31")).toBe(false);
  expect(isFitWindow("2026-11-22", "2026-11-22")).toBe(true);
  expect(isFitWindow("2026-11-23", "2026-11-22")).toBe(false);
});

test("days chosen by hand are compared with as many days before them", () => {
  expect(periodBetween("2026-01-11", "2026-01-20")).toEqual({
    from: "2026-01-11",
    to: "2026-01-20",
    beforeFrom: "2026-01-01",
    beforeTo: "2026-01-10",
  });
});

import { expect, test } from "vitest";
import { splitWindow } from "./split-window.ts";

test("whole months are taken as they are, the days at the ends one by one", () => {
  const { months, days } = splitWindow("2026-01-30", "2026-04-02", []);
  expect(months).toEqual(["2026-02-01", "2026-03-01"]);
  expect(days).toEqual(["2026-01-30", "2026-01-31", "2026-04-01", "2026-04-02"]);
});

test("a month with a day behind its rows is read by its other days", () => {
  const { months, days } = splitWindow("2026-02-01", "2026-03-31", ["2026-02-10"]);
  expect(months).toEqual(["2026-03-01"]);
  expect(days).toHaveLength(27);
  expect(days).not.toContain("2026-02-10");
});

test("a window that ends before it begins has nothing", () => {
  expect(splitWindow("2026-02-02", "2026-02-01", [])).toEqual({ months: [], days: [] });
});

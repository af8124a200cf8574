import { expect, test } from "vitest";
import { isoFromDayNumber } from "./day-number.ts";
import { windowsOfYears } from "./season-windows.ts";

const iso = (windows: { from: number; to: number }[]) =>
  windows.map(({ from, to }) => `${isoFromDayNumber(from)}..${isoFromDayNumber(to)}`);

test("a solar window stands on the same days every year", () => {
  const window = {
    calendar: "solar",
    from: { month: 2, day: 1 },
    to: { month: 2, day: 20 },
  } as const;
  expect(iso(windowsOfYears(window, 2025, 2026))).toEqual([
    "2025-02-01..2025-02-20",
    "2026-02-01..2026-02-20",
  ]);
});

test("a window over the turn of the year belongs to the year it begins in", () => {
  const window = {
    calendar: "solar",
    from: { month: 12, day: 20 },
    to: { month: 1, day: 8 },
  } as const;
  expect(iso(windowsOfYears(window, 2025, 2025))).toEqual(["2025-12-20..2026-01-08"]);
});

test("a lunar window moves with the spring festival", () => {
  const window = {
    calendar: "lunar",
    from: { month: 1, day: 1 },
    to: { month: 1, day: 15 },
  } as const;
  expect(iso(windowsOfYears(window, 2025, 2026))).toEqual([
    "2025-01-29..2025-02-12",
    "2026-02-17..2026-03-03",
  ]);
});

test("a window in the twelfth lunar month is found in the solar year it falls into", () => {
  const window = {
    calendar: "lunar",
    from: { month: 12, day: 1 },
    to: { month: 12, day: 20 },
  } as const;
  const windows = windowsOfYears(window, 2024, 2026);
  expect(windows.map(({ from }) => isoFromDayNumber(from).slice(0, 4))).toEqual([
    "2024",
    "2024",
    "2026",
  ]);
});

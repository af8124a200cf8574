import { lunarNewYearDay } from "@mainstay/domain/calendar/lunar-calendar";
import { describe, expect, it } from "vitest";
import { lunarNewYearOf } from "./lunar-new-year.ts";
import { dotRadius, rhythmLayout } from "./rhythm-layout.ts";

const dot = (on: string, netMinor = 100) => ({ on, netMinor, orders: 1 });
const window = (from: string, to: string, met: boolean | null) => ({
  from,
  expected: from,
  to,
  met,
});

describe("the order-rhythm strip", () => {
  it("has a row for every year from the first order to today, the newest first", () => {
    const rows = rhythmLayout(
      { dots: [dot("2022-03-01"), dot("2024-03-01")], windows: [] },
      "2026-02-01",
    );
    expect(rows.map(({ year }) => year)).toEqual([2026, 2025, 2024, 2023, 2022]);
    expect(rows.map(({ dots }) => dots.length)).toEqual([0, 0, 1, 0, 1]);
  });

  it("keeps the newest twelve years of a long history", () => {
    const rows = rhythmLayout(
      { dots: [dot("1990-01-01"), dot("2026-01-01")], windows: [] },
      "2026-02-01",
    );
    expect(rows).toHaveLength(12);
    expect(rows[11]?.year).toBe(2015);
  });

  it("puts 1 January at the left edge and the area of a dot in proportion to its amount", () => {
    const [row] = rhythmLayout(
      {
        dots: [dot("2026-01-01", 400), dot("2026-07-02", 100), dot("2026-12-31", -50)],
        windows: [],
      },
      "2026-12-31",
    );
    expect(row?.dots.map(({ x }) => Number(x.toFixed(3)))).toEqual([0, 0.499, 0.997]);
    const grown = (dotRadius.most - dotRadius.least) / 2;
    expect(row?.dots.map(({ radius }) => radius)).toEqual([
      dotRadius.most,
      dotRadius.least + grown,
      dotRadius.least,
    ]);
    expect(row?.totalMinor).toBe(450);
  });

  it("tells a missed window from a met and an open one", () => {
    const [now, before] = rhythmLayout(
      {
        dots: [dot("2025-02-10")],
        windows: [
          window("2025-02-01", "2025-02-20", true),
          window("2026-02-01", "2026-02-20", false),
          window("2026-12-01", "2026-12-10", null),
        ],
      },
      "2026-03-10",
    );
    expect(now?.windows.map(({ state }) => state)).toEqual(["missed", "open"]);
    expect(before?.windows.map(({ state }) => state)).toEqual(["met"]);
  });

  it("splits a window at the turn of the year and says its word once", () => {
    const [next, now] = rhythmLayout(
      { dots: [dot("2025-12-20")], windows: [window("2025-12-20", "2026-01-09", null)] },
      "2026-01-02",
    );
    expect(now?.windows[0]).toMatchObject({ x1: 1, isFirstPart: true });
    expect(next?.windows[0]).toMatchObject({ x0: 0, isFirstPart: false });
    expect(next?.windows[0]?.x1).toBeCloseTo(9 / 365, 9);
  });

  it("draws today in its own year only, and nothing at all without an order", () => {
    const rows = rhythmLayout({ dots: [dot("2025-05-05")], windows: [] }, "2026-07-02");
    expect(rows.map(({ todayX }) => todayX !== null)).toEqual([true, false]);
    expect(rhythmLayout({ dots: [], windows: [] }, "2026-07-02")).toEqual([]);
  });

  it("knows 春节 as the domain's tables do", () => {
    for (let year = 1970; year <= 2099; year++)
      expect([year, lunarNewYearOf(year)]).toEqual([year, lunarNewYearDay(year)]);
  });
});

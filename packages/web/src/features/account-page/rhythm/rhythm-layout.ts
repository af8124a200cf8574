import type { AccountPage } from "@mainstay/contract/account-page";
import type { IsoDay } from "@mainstay/domain/calendar/day-number";
import { calendarParts, dayNumberFromIso, dayNumberOf } from "@mainstay/domain/calendar/day-number";
import { lunarNewYearOf } from "./lunar-new-year.ts";

type Rhythm = AccountPage["rhythm"];
export type WindowState = "met" | "open" | "missed";

export interface StripDot {
  readonly on: IsoDay;
  readonly netMinor: number;
  readonly orders: number;
  /** Place within the year, 0 (1 January) to 1. */
  readonly x: number;
  /** Radius in pixels; the area grows with the amount. */
  readonly radius: number;
}

export interface StripWindow {
  readonly from: IsoDay;
  readonly to: IsoDay;
  readonly state: WindowState;
  readonly x0: number;
  readonly x1: number;
  /** False on the second part of a window that crosses the turn of the year. */
  readonly isFirstPart: boolean;
}

export interface StripYear {
  readonly year: number;
  readonly totalMinor: number;
  readonly dots: readonly StripDot[];
  readonly windows: readonly StripWindow[];
  readonly newYearX: number | null;
  readonly newYearDay: number | null;
  readonly todayX: number | null;
}

export const dotRadius = { least: 2.5, most: 9 } as const;
const mostYears = 12;

const placeIn = (year: number, day: number): number => {
  const start = dayNumberOf(year, 1, 1);
  return (day - start) / (dayNumberOf(year + 1, 1, 1) - start);
};

const stateOf = (met: boolean | null): WindowState =>
  met === null ? "open" : met ? "met" : "missed";

const yearOf = (on: IsoDay) => Number(on.slice(0, 4));

/** One window as it falls into a year, or null when it does not touch it. */
const windowIn = (year: number, window: Rhythm["windows"][number]): StripWindow | null => {
  const [from, to] = [dayNumberFromIso(window.from) ?? 0, dayNumberFromIso(window.to) ?? 0];
  const [x0, x1] = [placeIn(year, from), placeIn(year, to + 1)];
  if (x1 <= 0 || x0 >= 1) return null;
  return {
    from: window.from,
    to: window.to,
    state: stateOf(window.met),
    x0: Math.max(0, x0),
    x1: Math.min(1, x1),
    isFirstPart: x0 >= 0,
  };
};

/**
 * The order-rhythm strip as data: a row a year, the newest first; a dot an order-day, its area in proportion to the
 * amount; the expected windows; 春节 and today. At most twelve years, the newest ones.
 */
export const rhythmLayout = (
  { dots, windows }: Pick<Rhythm, "dots" | "windows">,
  today: IsoDay,
): StripYear[] => {
  if (dots.length === 0) return [];
  const now = dayNumberFromIso(today) ?? 0;
  const largest = Math.max(1, ...dots.map(({ netMinor }) => netMinor));
  const years = [...dots.map(({ on }) => yearOf(on)), ...windows.map(({ to }) => yearOf(to))];
  const last = Math.max(calendarParts(now).year, ...years);
  const first = Math.max(Math.min(...years), last - mostYears + 1);
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const year = last - index;
    const own = dots.filter(({ on }) => yearOf(on) === year);
    const newYear = lunarNewYearOf(year);
    const todayX = placeIn(year, now);
    return {
      year,
      totalMinor: own.reduce((sum, { netMinor }) => sum + netMinor, 0),
      dots: own.map((dot) => ({
        ...dot,
        x: placeIn(year, dayNumberFromIso(dot.on) ?? 0),
        radius:
          dotRadius.least +
          (dotRadius.most - dotRadius.least) * Math.sqrt(Math.max(0, dot.netMinor) / largest),
      })),
      windows: windows.flatMap((window) => windowIn(year, window) ?? []),
      newYearX: newYear === null ? null : placeIn(year, newYear),
      newYearDay: newYear,
      todayX: todayX >= 0 && todayX < 1 ? todayX : null,
    };
  });
};

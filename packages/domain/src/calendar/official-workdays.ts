import {
  calendarParts,
  dayNumberFromIso,
  dayNumberOf,
  isoFromDayNumber,
  type IsoDay,
} from "./day-number.ts";
import { dayOfLunarDate, lunarNewYearDay } from "./lunar-calendar.ts";
import type { WorkdayYearStatus } from "./workday-year-status.ts";

/** A day that differs from the plain week: a holiday, or a make-up workday (调休). */
export interface DifferentDay {
  readonly onDate: IsoDay;
  readonly isWorkday: boolean;
  readonly label: string;
}

interface Holiday {
  readonly label: string;
  readonly from: IsoDay;
  readonly to: IsoDay;
  readonly madeUpOn: readonly IsoDay[];
}

/**
 * Holiday arrangements of mainland China, transcribed from the yearly notices of the State Council's General Office.
 * The notice itself is authoritative; a workspace adopts a year and may change any day.
 */
const arrangements: Readonly<Record<number, readonly Holiday[]>> = {
  2024: [
    { label: "元旦", from: "2024-01-01", to: "2024-01-01", madeUpOn: [] },
    { label: "春节", from: "2024-02-10", to: "2024-02-17", madeUpOn: ["2024-02-04", "2024-02-18"] },
    { label: "清明节", from: "2024-04-04", to: "2024-04-06", madeUpOn: ["2024-04-07"] },
    {
      label: "劳动节",
      from: "2024-05-01",
      to: "2024-05-05",
      madeUpOn: ["2024-04-28", "2024-05-11"],
    },
    { label: "端午节", from: "2024-06-10", to: "2024-06-10", madeUpOn: [] },
    { label: "中秋节", from: "2024-09-15", to: "2024-09-17", madeUpOn: ["2024-09-14"] },
    {
      label: "国庆节",
      from: "2024-10-01",
      to: "2024-10-07",
      madeUpOn: ["2024-09-29", "2024-10-12"],
    },
  ],
  2025: [
    { label: "元旦", from: "2025-01-01", to: "2025-01-01", madeUpOn: [] },
    { label: "春节", from: "2025-01-28", to: "2025-02-04", madeUpOn: ["2025-01-26", "2025-02-08"] },
    { label: "清明节", from: "2025-04-04", to: "2025-04-06", madeUpOn: [] },
    { label: "劳动节", from: "2025-05-01", to: "2025-05-05", madeUpOn: ["2025-04-27"] },
    { label: "端午节", from: "2025-05-31", to: "2025-06-02", madeUpOn: [] },
    {
      label: "国庆节、中秋节",
      from: "2025-10-01",
      to: "2025-10-08",
      madeUpOn: ["2025-09-28", "2025-10-11"],
    },
  ],
  2026: [
    { label: "元旦", from: "2026-01-01", to: "2026-01-03", madeUpOn: ["2026-01-04"] },
    { label: "春节", from: "2026-02-15", to: "2026-02-23", madeUpOn: ["2026-02-14", "2026-02-28"] },
    { label: "清明节", from: "2026-04-04", to: "2026-04-06", madeUpOn: [] },
    { label: "劳动节", from: "2026-05-01", to: "2026-05-05", madeUpOn: ["2026-05-09"] },
    { label: "端午节", from: "2026-06-19", to: "2026-06-21", madeUpOn: [] },
    { label: "中秋节", from: "2026-09-25", to: "2026-09-27", madeUpOn: [] },
    {
      label: "国庆节",
      from: "2026-10-01",
      to: "2026-10-07",
      madeUpOn: ["2026-09-20", "2026-10-10"],
    },
  ],
};

/** Years whose arrangement has been published and is shipped. */
export const officialYears: readonly number[] = Object.keys(arrangements).map(Number);

/** Years shipped by the law alone (未正式公布): holidays are known, days off beside them and make-up days are not. */
export const preliminaryYears: readonly number[] = [2027];

/** What Mainstay ships for a year. */
export const shippedYearStatus = (year: number): WorkdayYearStatus =>
  officialYears.includes(year)
    ? "official"
    : preliminaryYears.includes(year)
      ? "preliminary"
      : "none";

/** Every day of the year that differs from the plain week; empty for a year whose arrangement is not published. */
export const officialWorkdays = (year: number): DifferentDay[] =>
  (arrangements[year] ?? [])
    .flatMap(({ label, from, to, madeUpOn }) => [
      ...daysBetween(from, to).map((onDate) => ({ onDate, isWorkday: false, label })),
      ...madeUpOn.map((onDate) => ({ onDate, isWorkday: true, label: `${label}调休` })),
    ])
    .sort((a, b) => a.onDate.localeCompare(b.onDate));

/**
 * The 13 statutory holidays of a year as the law has them since 1 January 2025 (《全国年节及纪念日放假办法》 article 2);
 * no bridging days and no make-up days, which only the yearly notice arranges.
 */
export const preliminaryWorkdays = (year: number): DifferentDay[] => {
  const newYear = lunarNewYearDay(year);
  const lunar = (month: number, day: number) =>
    dayOfLunarDate({ year, month, day, isLeapMonth: false });
  const holidays: readonly (readonly [label: string, first: number, days: number])[] = [
    ["元旦", dayNumberOf(year, 1, 1), 1],
    ["春节", newYear - 1, 4],
    ["清明节", qingmingOf(year), 1],
    ["劳动节", dayNumberOf(year, 5, 1), 2],
    ["端午节", lunar(5, 5), 1],
    ["中秋节", lunar(8, 15), 1],
    ["国庆节", dayNumberOf(year, 10, 1), 3],
  ];
  const days = new Map<IsoDay, DifferentDay>();
  for (const [label, first, count] of holidays)
    for (let day = first; day < first + count; day++) {
      const onDate = isoFromDayNumber(day);
      days.set(onDate, days.get(onDate) ?? { onDate, isWorkday: false, label });
    }
  return [...days.values()].sort((a, b) => a.onDate.localeCompare(b.onDate));
};

/** The days shipped for a year, published or not; empty where nothing is known. */
export const shippedWorkdays = (year: number): DifferentDay[] => {
  const status = shippedYearStatus(year);
  if (status === "official") return officialWorkdays(year);
  return status === "preliminary" ? preliminaryWorkdays(year) : [];
};

/** 清明, the solar term at 15° of the sun: the almanac's 寿星 formula, exact for 2000–2099. */
const qingmingOf = (year: number): number => {
  const short = year % 100;
  return dayNumberOf(year, 4, Math.floor(short * 0.2422 + 4.81) - Math.floor(short / 4));
};

/** The calendar year of a day. */
export const yearOf = (on: IsoDay): number => calendarParts(dayNumberFromIso(on) ?? 0).year;

const daysBetween = (from: IsoDay, to: IsoDay): IsoDay[] => {
  const [first, last] = [dayNumberFromIso(from) ?? 0, dayNumberFromIso(to) ?? -1];
  return Array.from({ length: last - first + 1 }, (_, index) => isoFromDayNumber(first + index));
};

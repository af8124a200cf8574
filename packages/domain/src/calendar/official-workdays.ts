import { dayNumberFromIso, isoFromDayNumber, type IsoDay } from "./day-number.ts";

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

/** Years that Mainstay ships an arrangement for. */
export const officialYears: readonly number[] = Object.keys(arrangements).map(Number);

/** Every day of the year that differs from the plain week; empty for a year we do not have. */
export const officialWorkdays = (year: number): DifferentDay[] =>
  (arrangements[year] ?? [])
    .flatMap(({ label, from, to, madeUpOn }) => [
      ...daysBetween(from, to).map((onDate) => ({ onDate, isWorkday: false, label })),
      ...madeUpOn.map((onDate) => ({ onDate, isWorkday: true, label: `${label}调休` })),
    ])
    .sort((a, b) => a.onDate.localeCompare(b.onDate));

const daysBetween = (from: IsoDay, to: IsoDay): IsoDay[] => {
  const [first, last] = [dayNumberFromIso(from) ?? 0, dayNumberFromIso(to) ?? -1];
  return Array.from({ length: last - first + 1 }, (_, index) => isoFromDayNumber(first + index));
};

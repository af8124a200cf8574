import {
  calendarParts,
  dayNumberFromIso,
  dayNumberOf,
  type IsoDay,
  isoFromDayNumber,
} from "../calendar/day-number.ts";
import { monthsAfter } from "../calendar/months-after.ts";

/** Stretches a figure can be asked for. */
export const analysisPeriods = ["month", "quarter", "half_year", "year"] as const;
export type AnalysisPeriod = (typeof analysisPeriods)[number];

const months: Readonly<Record<AnalysisPeriod, number>> = {
  month: 1,
  quarter: 3,
  half_year: 6,
  year: 12,
};

/** Days from … to, both included, and the stretch before it of the same length. */
export interface PeriodPair {
  readonly from: IsoDay;
  readonly to: IsoDay;
  readonly beforeFrom: IsoDay;
  readonly beforeTo: IsoDay;
}

const shifted = (on: IsoDay, days: number): IsoDay =>
  isoFromDayNumber((dayNumberFromIso(on) ?? 0) + days);

/**
 * The calendar month, quarter, half-year or year a day lies in, up to that day, and the same stretch of the period before:
 * as many days from its beginning, at most to its end. So a quarter of six weeks is compared with six weeks.
 */
export const periodToDate = (period: AnalysisPeriod, today: IsoDay): PeriodPair => {
  const { year, month } = calendarParts(dayNumberFromIso(today) ?? 0);
  const length = months[period];
  const from = isoFromDayNumber(dayNumberOf(year, month - ((month - 1) % length), 1));
  const beforeFrom = monthsAfter(from, -length);
  const days = (dayNumberFromIso(today) ?? 0) - (dayNumberFromIso(from) ?? 0);
  const sameLength = shifted(beforeFrom, days);
  const lastBefore = shifted(from, -1);
  return {
    from,
    to: today,
    beforeFrom,
    beforeTo: sameLength < lastBefore ? sameLength : lastBefore,
  };
};

/** Longest stretch anybody may ask for at once, in days: ten years. Each day of it is looked at. */
export const analysisDaysAtMost = 3_660;

/** Whether a stretch can be reckoned: its days in order, not longer than may be asked for. */
export const isFitWindow = (from: IsoDay, to: IsoDay): boolean => {
  const [first, last] = [dayNumberFromIso(from), dayNumberFromIso(to)];
  return first !== null && last !== null && last >= first && last - first < analysisDaysAtMost;
};

/** Days chosen by hand, and as many days before them. */
export const periodBetween = (from: IsoDay, to: IsoDay): PeriodPair => {
  const days = (dayNumberFromIso(to) ?? 0) - (dayNumberFromIso(from) ?? 0) + 1;
  return { from, to, beforeFrom: shifted(from, -days), beforeTo: shifted(from, -1) };
};

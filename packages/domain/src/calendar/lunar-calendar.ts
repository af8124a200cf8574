import { LunarYear } from "lunar-typescript";
import { calendarParts, type DayNumber, dayNumberOf } from "./day-number.ts";

/** A day of the Chinese lunar calendar (农历): the year that began at its 春节, month 1–12, day 1–30. */
export interface LunarDate {
  year: number;
  month: number;
  day: number;
  isLeapMonth: boolean;
}

/** First and last lunar year the tables cover. */
export const lunarYears = { first: 1900, last: 2100 } as const;

interface LunarMonthTable {
  /** Day number on which each month starts, ascending. */
  starts: Int32Array;
  years: Int16Array;
  /** Month number; a leap month is negative, as in the library the table is made from. */
  months: Int8Array;
  /** Index of the first month of each lunar year, by year − first year. */
  firstMonth: Int32Array;
}

const julianDayOfDayZero = 2_440_587.5;

const buildTable = (): LunarMonthTable => {
  const starts: number[] = [];
  const years: number[] = [];
  const months: number[] = [];
  const firstMonth: number[] = [];
  for (let year = lunarYears.first; year <= lunarYears.last; year++) {
    firstMonth.push(starts.length);
    for (const month of LunarYear.fromYear(year).getMonths()) {
      if (month.getYear() !== year) continue;
      starts.push(Math.round(month.getFirstJulianDay() - julianDayOfDayZero - 0.5));
      years.push(year);
      months.push(month.getMonth());
    }
  }
  return {
    starts: Int32Array.from(starts),
    years: Int16Array.from(years),
    months: Int8Array.from(months),
    firstMonth: Int32Array.from(firstMonth),
  };
};

let table: LunarMonthTable | null = null;
const lunarMonths = (): LunarMonthTable => {
  table ??= buildTable();
  return table;
};

const monthIndexAt = (months: LunarMonthTable, day: DayNumber): number => {
  let low = 0;
  let high = months.starts.length - 1;
  if (day < (months.starts[0] as number)) throw new RangeError("day before the lunar tables");
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((months.starts[middle] as number) <= day) low = middle;
    else high = middle - 1;
  }
  if (day - (months.starts[low] as number) >= 30)
    throw new RangeError("day after the lunar tables");
  return low;
};

/** The lunar date of a calendar day. Throws RangeError outside the lunar years 1900–2100. */
export const lunarDateOf = (day: DayNumber): LunarDate => {
  const months = lunarMonths();
  const index = monthIndexAt(months, day);
  const month = months.months[index] as number;
  return {
    year: months.years[index] as number,
    month: Math.abs(month),
    day: day - (months.starts[index] as number) + 1,
    isLeapMonth: month < 0,
  };
};

/** The day number of 春节 (first day of the first lunar month) that falls in the given solar year. */
export const lunarNewYearDay = (year: number): DayNumber => {
  const months = lunarMonths();
  const first = months.firstMonth[year - lunarYears.first];
  if (first === undefined) throw new RangeError("year outside the lunar tables");
  return months.starts[first] as number;
};

/** The month that is doubled in a lunar year, or 0 when none is. */
export const leapMonthOf = (year: number): number => {
  const months = lunarMonths();
  const from = months.firstMonth[year - lunarYears.first];
  if (from === undefined) throw new RangeError("year outside the lunar tables");
  for (let i = from; i < months.years.length && months.years[i] === year; i++)
    if ((months.months[i] as number) < 0) return -(months.months[i] as number);
  return 0;
};

/**
 * The calendar day of a lunar date. A leap month the year does not have becomes the ordinary month, and day 30 of a
 * 29-day month becomes its last day, as people keep lunar anniversaries.
 */
export const dayOfLunarDate = (date: LunarDate): DayNumber => {
  const months = lunarMonths();
  const from = months.firstMonth[date.year - lunarYears.first];
  if (from === undefined) throw new RangeError("year outside the lunar tables");
  let index = -1;
  for (let i = from; i < months.years.length && months.years[i] === date.year; i++) {
    if (months.months[i] === date.month) index = i;
    if (date.isLeapMonth && months.months[i] === -date.month) {
      index = i;
      break;
    }
  }
  if (index < 0) throw new RangeError("no such lunar month");
  const length =
    (months.starts[index + 1] ?? (months.starts[index] as number) + 29) -
    (months.starts[index] as number);
  return (months.starts[index] as number) + Math.min(date.day, length) - 1;
};

/** The first day on or after `today` on which a yearly lunar anniversary falls. */
export const nextLunarAnniversary = (
  date: Pick<LunarDate, "month" | "day" | "isLeapMonth">,
  today: DayNumber,
): DayNumber => {
  const { year } = calendarParts(today);
  for (let lunarYear = year - 1; lunarYear <= year + 2; lunarYear++) {
    const day = dayOfLunarDate({ ...date, year: lunarYear });
    if (day >= today) return day;
  }
  return dayNumberOf(year + 1, 1, 1);
};

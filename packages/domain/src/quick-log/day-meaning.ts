import { calendarParts, type DayNumber, dayNumberOf } from "../calendar/day-number.ts";
import { addWorkingDays } from "../calendar/working-days.ts";
import { dayNumberFromIso, isoFromDayNumber } from "../calendar/day-number.ts";
import type { HolidayStretch } from "./holiday-stretches.ts";

/** What an expression of time means when it looks back and when it looks ahead; null where it cannot. */
export interface DayMeaning {
  readonly past: DayNumber | null;
  readonly future: DayNumber | null;
}

/** From where days are counted. */
export interface DayWorld {
  readonly today: DayNumber;
  readonly different: ReadonlyMap<string, boolean>;
  readonly holidays: readonly HolidayStretch[];
}

export interface DayRule {
  /** Global; tried over the whole line. */
  readonly pattern: RegExp;
  readonly read: (groups: readonly (string | undefined)[], world: DayWorld) => DayMeaning | null;
}

/** Monday is 0. Day 0 was a Thursday. */
export const weekdayOf = (day: DayNumber): number => (((day + 3) % 7) + 7) % 7;

export const mondayOf = (day: DayNumber): DayNumber => day - weekdayOf(day);

/** One certain day: it looks back or ahead by where it lies; today does both. */
export const certain = (day: DayNumber, today: DayNumber): DayMeaning => ({
  past: day <= today ? day : null,
  future: day >= today ? day : null,
});

/** A bare weekday: back to the latest one (today counts), ahead to the next one (today does not). */
export const bareWeekday = (weekday: number, today: DayNumber): DayMeaning => ({
  past: today - ((weekdayOf(today) - weekday + 7) % 7),
  future: today + ((weekday - weekdayOf(today) + 7) % 7 || 7),
});

export const lastOfMonth = (year: number, month: number): DayNumber =>
  dayNumberOf(year, month + 1, 1) - 1;

/** A day of a month that exists; null for 31 November. Months may run over the year's ends. */
export const existingDay = (year: number, month: number, day: number): DayNumber | null => {
  if (day < 1 || day > 31) return null;
  const number = dayNumberOf(year, month, day);
  return number <= lastOfMonth(year, month) ? number : null;
};

/** A day of the year without its year: back to the latest one, ahead to the next one; today is both. */
export const bareMonthDay = (month: number, day: number, today: DayNumber): DayMeaning | null => {
  if (month < 1 || month > 12) return null;
  const { year } = calendarParts(today);
  const years = [year - 4, year - 1, year, year + 1, year + 4];
  const days = years.flatMap((one) => existingDay(one, month, day) ?? []);
  if (days.length === 0) return null;
  return {
    past: days.findLast((one) => one <= today) ?? null,
    future: days.find((one) => one >= today) ?? null,
  };
};

/** A day of some month (`5号`): back to the latest one, ahead to the next one. */
export const bareDayOfMonth = (day: number, today: DayNumber): DayMeaning | null => {
  if (day < 1 || day > 31) return null;
  const { year, month } = calendarParts(today);
  const days = [-2, -1, 0, 1, 2].flatMap((by) => existingDay(year, month + by, day) ?? []);
  return {
    past: days.findLast((one) => one <= today) ?? null,
    future: days.find((one) => one >= today) ?? null,
  };
};

/** The same day so many months away, or the month's last. */
export const monthsFrom = (day: DayNumber, months: number): DayNumber => {
  const parts = calendarParts(day);
  const last = lastOfMonth(parts.year, parts.month + months);
  return Math.min(dayNumberOf(parts.year, parts.month + months, parts.day), last);
};

/** The Friday of a week; what is "due this week" on a weekend is due on its Sunday. */
export const endOfWeek = (weeks: number, today: DayNumber): DayNumber => {
  const friday = mondayOf(today) + weeks * 7 + 4;
  return weeks === 0 && friday < today ? mondayOf(today) + 6 : friday;
};

/** So many working days away by the workday table. */
export const workingDaysFrom = (day: DayNumber, count: number, world: DayWorld): DayNumber =>
  dayNumberFromIso(addWorkingDays(isoFromDayNumber(day), count, world.different)) ?? day;

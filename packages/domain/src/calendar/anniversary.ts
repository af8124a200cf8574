import type { AnniversaryCalendar } from "./anniversary-calendar.ts";
import type { LeapMonthHabit } from "./leap-month-habit.ts";
import { calendarParts, type DayNumber, dayNumberOf } from "./day-number.ts";
import { dayOfLunarDate, leapMonthOf, lunarDateOf } from "./lunar-calendar.ts";

/**
 * A day that comes back every year, as people tell it: in the solar or the lunar calendar, often without its year and
 * sometimes without its day. `year` is the lunar year when the calendar is lunar; `isLeapMonth` only then means anything.
 */
export interface Anniversary {
  readonly calendar: AnniversaryCalendar;
  readonly month: number;
  readonly day: number | null;
  readonly year: number | null;
  readonly isLeapMonth: boolean;
}

/** Whether the calendar can have such a day at all, in some year. */
export const isPossibleAnniversary = ({ calendar, month, day }: Anniversary): boolean => {
  if (!Number.isInteger(month) || month < 1 || month > 12) return false;
  if (day === null) return true;
  const longest =
    calendar === "lunar" ? 30 : calendarParts(dayNumberOf(2024, month + 1, 1) - 1).day;
  return Number.isInteger(day) && day >= 1 && day <= longest;
};

const isLeapYear = (year: number): boolean =>
  (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** 29 February is kept on the 28th in ordinary years. */
const solarDayIn = (year: number, month: number, day: number): DayNumber =>
  dayNumberOf(year, month, month === 2 && day === 29 && !isLeapYear(year) ? 28 : day);

const lunarDaysIn = (
  lunarYear: number,
  { month, isLeapMonth }: Anniversary,
  day: number,
  habit: LeapMonthHabit,
): DayNumber[] => {
  const kept = dayOfLunarDate({ year: lunarYear, month, day, isLeapMonth });
  const hasBoth = isLeapMonth && leapMonthOf(lunarYear) === month;
  if (!hasBoth || habit === "leap_month") return [kept];
  return [dayOfLunarDate({ year: lunarYear, month, day, isLeapMonth: false }), kept];
};

/**
 * Every day from `from` to `to` (both included, ascending) on which the anniversary is kept; none while its day is not
 * known. Lunar days follow facts § 5: day 30 of a 29-day month is its 29th, a missing leap month is the ordinary one.
 */
export const anniversariesBetween = (
  anniversary: Anniversary,
  from: DayNumber,
  to: DayNumber,
  habit: LeapMonthHabit = "leap_month",
): DayNumber[] => {
  const { calendar, month, day } = anniversary;
  if (day === null) return [];
  const [first, last] = [calendarParts(from).year, calendarParts(to).year];
  const days: DayNumber[] = [];
  // A lunar year ends in the following solar year: days of its last months are found from the year before.
  for (let year = first - 1; year <= last; year++) {
    if (calendar === "solar") days.push(solarDayIn(year, month, day));
    else days.push(...lunarDaysIn(year, anniversary, day, habit));
  }
  return days.filter((found) => found >= from && found <= to).sort((a, b) => a - b);
};

/** The first day on or after `today` on which the anniversary is kept; null while its day is not known. */
export const nextAnniversary = (
  anniversary: Anniversary,
  today: DayNumber,
  habit: LeapMonthHabit = "leap_month",
): DayNumber | null => anniversariesBetween(anniversary, today, today + 800, habit)[0] ?? null;

/**
 * The (calendar, month, day) under which an anniversary kept on this day may be written down, as `solar-2-10`: what a
 * search by key must look for. It may name more than are truly kept that day, never fewer.
 */
export const anniversaryKeysOf = (day: DayNumber): string[] => {
  const solar = calendarParts(day);
  const keys = [`solar-${solar.month}-${solar.day}`];
  if (solar.month === 2 && solar.day === 28) keys.push("solar-2-29");
  const lunar = lunarDateOf(day);
  keys.push(`lunar-${lunar.month}-${lunar.day}`);
  if (lunar.day === 29 && lunarDateOf(day + 1).day === 1) keys.push(`lunar-${lunar.month}-30`);
  return keys;
};

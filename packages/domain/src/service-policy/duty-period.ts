import { calendarParts, type DayNumber, dayNumberOf } from "../calendar/day-number.ts";
import { type Cadence, monthsOfCadence } from "./cadence.ts";

/** A stretch of the calendar in which something is owed once; both days belong to it. */
export interface DutyPeriod {
  readonly from: DayNumber;
  readonly to: DayNumber;
}

/**
 * The calendar month, quarter, half-year or year a day lies in; null for a duty that is owed on no date. Periods come from
 * the calendar alone, so that it does not matter when somebody last looked.
 */
export const dutyPeriodOf = (every: Cadence, day: DayNumber): DutyPeriod | null => {
  const months = monthsOfCadence[every];
  if (months === null) return null;
  const { year, month } = calendarParts(day);
  const first = month - ((month - 1) % months);
  return { from: dayNumberOf(year, first, 1), to: dayNumberOf(year, first + months, 1) - 1 };
};

/** Periods of a duty that touch the days from `from` to `to`, earliest first. */
export const dutyPeriodsBetween = (
  every: Cadence,
  from: DayNumber,
  to: DayNumber,
): DutyPeriod[] => {
  const periods: DutyPeriod[] = [];
  for (let period = dutyPeriodOf(every, from); period && period.from <= to; ) {
    periods.push(period);
    period = dutyPeriodOf(every, period.to + 1);
  }
  return periods;
};

/**
 * The first day on which a duty that begins on `day` is owed in its own period: a duty that begins in the later half of a
 * period is first owed in the next one, so that nobody is late on the day the account came to them.
 */
export const firstOwedPeriod = (every: Cadence, day: DayNumber): DutyPeriod | null => {
  const present = dutyPeriodOf(every, day);
  if (!present) return null;
  const isLate = (day - present.from) * 2 >= present.to - present.from + 1;
  return isLate ? dutyPeriodOf(every, present.to + 1) : present;
};

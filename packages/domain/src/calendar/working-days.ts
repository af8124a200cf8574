import { dayNumberFromIso, type DayNumber, type IsoDay, isoFromDayNumber } from "./day-number.ts";

/** Days that differ from the plain week: true for a make-up day (调休), false for a holiday. */
export type DifferentDays = ReadonlyMap<IsoDay, boolean>;

const numberOf = (on: IsoDay): DayNumber => {
  const day = dayNumberFromIso(on);
  if (day === null) throw new Error(`${on} is no calendar day.`);
  return day;
};

const isWorked = (day: DayNumber, different: DifferentDays): boolean => {
  const said = different.get(isoFromDayNumber(day));
  if (said !== undefined) return said;
  // Day 0 was a Thursday; days before it count backwards.
  const weekday = (((day + 4) % 7) + 7) % 7;
  return weekday !== 0 && weekday !== 6;
};

/** Whether people work on a day: the plain week, unless the table of holidays and make-up days says otherwise. */
export const isWorkingDay = (on: IsoDay, different: DifferentDays): boolean =>
  isWorked(numberOf(on), different);

/** Nobody works less than one day in a stretch as long as this; a table that says so is broken. */
const longestSearchDays = 3_660;

/**
 * The `count`-th working day after a day (negative: before it); the day itself does not count. Zero is the day itself,
 * or the first working day after it when it is off.
 */
export const addWorkingDays = (from: IsoDay, count: number, different: DifferentDays): IsoDay => {
  let day = numberOf(from);
  if (count === 0 && isWorked(day, different)) return from;
  const step = count < 0 ? -1 : 1;
  let idle = 0;
  for (let left = Math.max(1, Math.abs(count)); left > 0; ) {
    day += step;
    idle += 1;
    if (idle > longestSearchDays) throw new RangeError("The workday table has no working days.");
    if (!isWorked(day, different)) continue;
    left -= 1;
    idle = 0;
  }
  return isoFromDayNumber(day);
};

/** How many working days lie after `from` up to and including `to`; negative when `to` is the earlier one. */
export const workingDaysBetween = (from: IsoDay, to: IsoDay, different: DifferentDays): number => {
  const [start, end] = [numberOf(from), numberOf(to)];
  let worked = 0;
  if (end >= start) {
    for (let day = start + 1; day <= end; day++) if (isWorked(day, different)) worked += 1;
    return worked;
  }
  for (let day = end; day < start; day++) if (isWorked(day, different)) worked += 1;
  return worked === 0 ? 0 : -worked;
};

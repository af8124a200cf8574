import { dayNumberFromIso, type IsoDay, isoFromDayNumber } from "../calendar/day-number.ts";

/** Days that differ from the plain week: true for a make-up day (调休), false for a holiday. */
export type DifferentDays = ReadonlyMap<IsoDay, boolean>;

const isWorkday = (day: number, different: DifferentDays): boolean => {
  const said = different.get(isoFromDayNumber(day));
  if (said !== undefined) return said;
  // Day 0 was a Thursday.
  const weekday = (day + 4) % 7;
  return weekday !== 0 && weekday !== 6;
};

/** The last of `count` working days after a day; the day itself does not count. */
export const addWorkingDays = (from: IsoDay, count: number, different: DifferentDays): IsoDay => {
  const start = dayNumberFromIso(from);
  if (start === null) throw new Error(`${from} is no calendar day.`);
  let day = start;
  for (let left = count; left > 0; ) {
    day += 1;
    if (isWorkday(day, different)) left -= 1;
  }
  return isoFromDayNumber(day);
};

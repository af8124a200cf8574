import {
  calendarParts,
  dayNumberFromIso,
  dayNumberOf,
  type IsoDay,
  isoFromDayNumber,
} from "./day-number.ts";

/** The same day so many months later, or the month's last where it has no such day. */
export const monthsAfter = (on: IsoDay, months: number): IsoDay => {
  const day = dayNumberFromIso(on);
  if (day === null) throw new RangeError(`${on} is no calendar day`);
  const parts = calendarParts(day);
  const lastOfMonth = calendarParts(dayNumberOf(parts.year, parts.month + months + 1, 1) - 1).day;
  return isoFromDayNumber(
    dayNumberOf(parts.year, parts.month + months, Math.min(parts.day, lastOfMonth)),
  );
};

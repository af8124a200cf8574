import { calendarParts, type DayNumber, dayNumberOf } from "./day-number.ts";
import { dayOfLunarDate } from "./lunar-calendar.ts";

/** A yearly window by month and day, in the solar or the lunar calendar; `to` before `from` runs into the next year. */
export interface YearlyWindow {
  readonly calendar: "solar" | "lunar";
  readonly from: { readonly month: number; readonly day: number };
  readonly to: { readonly month: number; readonly day: number };
}

const dayIn = (
  calendar: YearlyWindow["calendar"],
  year: number,
  at: { month: number; day: number },
): DayNumber =>
  calendar === "solar"
    ? dayNumberOf(year, at.month, at.day)
    : dayOfLunarDate({ year, month: at.month, day: at.day, isLeapMonth: false });

/** The window in each calendar year from `firstYear` to `lastYear`, as day numbers, earliest first. */
export const windowsOfYears = (
  window: YearlyWindow,
  firstYear: number,
  lastYear: number,
): { from: DayNumber; to: DayNumber }[] => {
  const windows = [];
  for (let year = firstYear - 1; year <= lastYear; year++) {
    const from = dayIn(window.calendar, year, window.from);
    let to = dayIn(window.calendar, year, window.to);
    if (to < from) to = dayIn(window.calendar, year + 1, window.to);
    const fallsIn = calendarParts(from).year;
    if (fallsIn >= firstYear && fallsIn <= lastYear) windows.push({ from, to });
  }
  return windows;
};

import { type Anniversary, isPossibleAnniversary } from "../calendar/anniversary.ts";
import {
  calendarParts,
  type DayNumber,
  dayNumberFromIso,
  dayNumberOf,
} from "../calendar/day-number.ts";
import { dayOfLunarDate, leapMonthOf, lunarYears } from "../calendar/lunar-calendar.ts";
import { type FactKind, factRules } from "./fact-kind.ts";
import { longestFactWords, longestRegion } from "./fact-value-limit.ts";

/**
 * What a fact says. An anniversary may lack its year or its day, never both; a trip is a region and a month (`YYYY-MM`),
 * nothing finer is ever kept of where somebody is.
 */
export type FactValue =
  | { readonly shape: "words"; readonly words: string }
  | { readonly shape: "year"; readonly year: number }
  | { readonly shape: "yes_no"; readonly isSo: boolean }
  | ({ readonly shape: "anniversary" } & Anniversary)
  | { readonly shape: "trip"; readonly region: string; readonly month: string };

const earliestYear = 1900;

/** Why a value cannot be a fact of its kind: another form than the kind has, or a day or year that is not real. */
export type FactValueFault = "value_form" | "value_not_real";

/** Looks at a value by its kind's shape; null when it can be one. `today` is the workspace's day. */
export const faultOfFactValue = (
  kind: FactKind,
  value: FactValue,
  today: DayNumber,
): FactValueFault | null => {
  if (value.shape !== factRules[kind].shape) return "value_form";
  const thisYear = calendarParts(today).year;
  switch (value.shape) {
    case "words":
      return value.words.trim() === "" || value.words.length > longestFactWords
        ? "value_form"
        : null;
    case "year":
      return isYear(value.year, thisYear) ? null : "value_not_real";
    case "yes_no":
      return null;
    case "anniversary":
      return isRealAnniversary(value, today) ? null : "value_not_real";
    case "trip":
      if (value.region.trim() === "" || value.region.length > longestRegion) return "value_form";
      return dayNumberFromIso(`${value.month}-01`) === null ? "value_not_real" : null;
  }
};

const isYear = (year: number, thisYear: number): boolean =>
  Number.isInteger(year) && year >= earliestYear && year <= thisYear;

const isRealAnniversary = (value: Anniversary, today: DayNumber): boolean => {
  const { calendar, month, day, year, isLeapMonth } = value;
  if (!isPossibleAnniversary(value)) return false;
  if (isLeapMonth && calendar === "solar") return false;
  if (year === null) return day !== null;
  if (!isYear(year, calendarParts(today).year)) return false;
  if (calendar === "lunar") {
    if (isLeapMonth && leapMonthOf(year) !== month) return false;
    return day === null || dayOfLunarDate({ year, month, day, isLeapMonth }) <= today;
  }
  if (day === null) return dayNumberOf(year, month, 1) <= today;
  const exact = dayNumberOf(year, month, day);
  return calendarParts(exact).month === month && exact <= today;
};

/** The last day on which the remembered birth can have been; null while its year is not known. */
export const latestBirthOf = (value: Anniversary): DayNumber | null => {
  const { calendar, year, month, day, isLeapMonth } = value;
  if (year === null) return null;
  if (calendar === "solar") {
    return day === null ? dayNumberOf(year, month + 1, 1) - 1 : dayNumberOf(year, month, day);
  }
  if (year > lunarYears.last) return null;
  return dayOfLunarDate({ year, month, day: day ?? 30, isLeapMonth });
};

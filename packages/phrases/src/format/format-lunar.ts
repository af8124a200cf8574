import type { Locale } from "../locale.ts";

const months = "正二三四五六七八九十冬腊";
const digits = "一二三四五六七八九十";

const dayWords = (day: number): string => {
  if (day <= 10) return `初${digits[day - 1]}`;
  if (day < 20) return `十${digits[day - 11]}`;
  if (day === 20) return "二十";
  if (day < 30) return `廿${digits[day - 21]}`;
  return "三十";
};

/** The same in the space of a calendar's cell: `十五`, on the first the month's name `闰六月`; in English `6/15`, `+6/15`. */
export const formatLunarShort = (
  { month, day, isLeapMonth }: { month: number; day: number; isLeapMonth: boolean },
  locale: Locale,
): string => {
  if (locale === "en") return `${isLeapMonth ? "+" : ""}${month}/${day}`;
  return day === 1 ? `${isLeapMonth ? "闰" : ""}${months[month - 1]}月` : dayWords(day);
};

/** A day of the lunar calendar as it is said: `闰六月十五`, `day 15 of leap lunar month 6`. */
export const formatLunarDay = (
  { month, day, isLeapMonth }: { month: number; day: number; isLeapMonth: boolean },
  locale: Locale,
): string =>
  locale === "en"
    ? `day ${day} of ${isLeapMonth ? "leap " : ""}lunar month ${month}`
    : `${isLeapMonth ? "闰" : ""}${months[month - 1]}月${dayWords(day)}`;

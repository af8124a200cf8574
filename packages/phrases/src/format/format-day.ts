import type { IsoDay } from "@mainstay/domain/calendar/day-number";
import { calendarParts, dayNumberFromIso } from "@mainstay/domain/calendar/day-number";
import type { Locale } from "../locale.ts";

const monthsEn =
  "January February March April May June July August September October November December";
const monthNames = monthsEn.split(" ");

/** A calendar day in full: `2026年2月3日`, `3 February 2026`. Text that is no day comes back as it is. */
export const formatDay = (on: IsoDay, locale: Locale): string => {
  const day = dayNumberFromIso(on.slice(0, 10));
  if (day === null) return on;
  const parts = calendarParts(day);
  return locale === "en"
    ? `${parts.day} ${monthNames[parts.month - 1]} ${parts.year}`
    : `${parts.year}年${parts.month}月${parts.day}日`;
};

/** A calendar day for tight places: `2月3日`, `3 Feb`; with the year when it is not the reader's year. */
export const formatShortDay = (on: IsoDay, locale: Locale, today?: IsoDay): string => {
  const day = dayNumberFromIso(on.slice(0, 10));
  if (day === null) return on;
  const { year, month, day: date } = calendarParts(day);
  const otherYear = today === undefined || Number(today.slice(0, 4)) !== year;
  if (locale === "en") {
    const short = `${date} ${monthNames[month - 1]?.slice(0, 3)}`;
    return otherYear ? `${short} ${year}` : short;
  }
  return otherYear ? `${year}年${month}月${date}日` : `${month}月${date}日`;
};

/** A month and day without a year, for what comes back every year: `2月1日`, `1 February`. */
export const formatMonthDay = (month: number, date: number, locale: Locale): string =>
  locale === "en" ? `${date} ${monthNames[month - 1]}` : `${month}月${date}日`;

/** A day near today in words (`明天`, `3 天前`, `in 2 weeks`), else the short day. */
export const formatNearDay = (on: IsoDay, locale: Locale, today: IsoDay): string => {
  const [day, base] = [dayNumberFromIso(on.slice(0, 10)), dayNumberFromIso(today)];
  if (day === null || base === null) return on;
  const away = day - base;
  if (Math.abs(away) > 60) return formatShortDay(on, locale, today);
  const words = new Intl.RelativeTimeFormat(locale, { numeric: "auto" }).format(away, "day");
  return words.replace(/(\d)(\p{Script=Han})/u, "$1 $2");
};

/** An instant in the reader's own clock: `2026-02-03 14:05`. */
export const formatInstant = (at: string, timeZone?: string): string =>
  new Intl.DateTimeFormat("sv-SE", {
    dateStyle: "short",
    timeStyle: "short",
    ...(timeZone === undefined ? {} : { timeZone }),
  }).format(new Date(at));

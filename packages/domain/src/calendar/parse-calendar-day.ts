import { type DayNumber, dayNumberOf } from "./day-number.ts";

/** How a column writes `1/2/2024`: 1 February (`day_first`) or 2 January (`month_first`). */
export type DayOrder = "day_first" | "month_first";

export type CalendarDayRefusal =
  | "empty"
  | "not_a_day"
  | "impossible_day"
  | "too_early"
  | "too_late";

/** Facts before 1980 and more than 400 days ahead are slips (1900, 2999), never orders. */
export const earliestPlausibleDay: DayNumber = dayNumberOf(1980, 1, 1);
export const plausibleDaysAhead = 400;

const excelEpochOffset = 25_569;
/** No day is written longer, time and zone included; a longer cell is not even looked at. */
const longestDay = 60;
const time =
  "(?:[T,\\s]+(?:上午|下午|[AP]M)?\\s*\\d{1,2}(?:[:时点]\\d{1,2})?(?:[:分]\\d{1,2}(?:[.,]\\d+)?)?[分秒]?\\s*(?:[AP]M)?\\s*(?:Z|UTC|[+-]\\d{2}:?\\d{2})?)?";
const yearFirst = new RegExp(
  `^(\\d{4})\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})\\s*[日号]?${time}$`,
  "i",
);
const compact = new RegExp(`^(\\d{4})(\\d{2})(\\d{2})(?:${time}|T?\\d{4,6}Z?)$`, "i");
const yearLast = new RegExp(`^(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4}|\\d{2})${time}$`, "i");
const dayMonthName = new RegExp(
  `^(\\d{1,2})[-\\s/.]([A-Za-z]{3,9})\\.?,?[-\\s/.](\\d{4}|\\d{2})${time}$`,
  "i",
);
const monthNameDay = new RegExp(
  `^([A-Za-z]{3,9})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})${time}$`,
  "i",
);
const serial = /^\d{5}(\.\d+)?$/;
const months = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

const daysIn = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const existing = (year: number, month: number, day: number): DayNumber | CalendarDayRefusal => {
  if (month < 1 || month > 12 || day < 1) return "impossible_day";
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  if (day > (daysIn[month - 1] ?? 0) + (leap ? 1 : 0)) return "impossible_day";
  return dayNumberOf(year, month, day);
};

const fullYear = (text: string): number => {
  const year = Number(text);
  return text.length === 4 ? year : year + (year < 70 ? 2000 : 1900);
};

const monthNumber = (name: string): number => months.indexOf(name.slice(0, 3).toLowerCase()) + 1;

const readNamedMonth = (text: string): DayNumber | CalendarDayRefusal => {
  const dayFirst = dayMonthName.exec(text);
  if (dayFirst) {
    return existing(
      fullYear(dayFirst[3] ?? ""),
      monthNumber(dayFirst[2] ?? ""),
      Number(dayFirst[1]),
    );
  }
  const named = monthNameDay.exec(text);
  if (!named) return "not_a_day";
  return existing(Number(named[3]), monthNumber(named[1] ?? ""), Number(named[2]));
};

/** The one day a text names, without judging whether it is plausible for an order. */
export const readCalendarDay = (
  input: string,
  order: DayOrder = "month_first",
): DayNumber | CalendarDayRefusal => {
  const plain = isoPrefix(input);
  if (plain !== null) return plain;
  if (input.length > longestDay) return "not_a_day";
  const text = input.normalize("NFKC").trim();
  if (text === "") return "empty";
  const ymd = yearFirst.exec(text) ?? compact.exec(text);
  if (ymd) return existing(Number(ymd[1]), Number(ymd[2]), Number(ymd[3]));
  const last = yearLast.exec(text);
  if (last) {
    const [first, second] = [Number(last[1]), Number(last[3])];
    const year = fullYear(last[4] ?? "");
    return order === "day_first" ? existing(year, second, first) : existing(year, first, second);
  }
  if (serial.test(text)) return Math.floor(Number(text)) - excelEpochOffset;
  return readNamedMonth(text);
};

const digitAt = (text: string, at: number): number => text.charCodeAt(at) - 48;
const isDigit = (value: number): boolean => value >= 0 && value <= 9;

/** `YYYY-MM-DD` and `YYYY-MM-DD HH:MM[:SS]` without regular expressions: the usual case, ten times faster. */
const isoPrefix = (text: string): DayNumber | CalendarDayRefusal | null => {
  const length = text.length;
  if (length !== 10 && length !== 16 && length !== 19) return null;
  if (text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return null;
  if (length > 10 && (text.charCodeAt(13) !== 58 || (text[10] !== " " && text[10] !== "T")))
    return null;
  let value = 0;
  for (const at of [0, 1, 2, 3, 5, 6, 8, 9]) {
    const digit = digitAt(text, at);
    if (!isDigit(digit)) return null;
    value = value * 10 + digit;
  }
  return existing(Math.floor(value / 10_000), Math.floor(value / 100) % 100, value % 100);
};

/**
 * The calendar day of an order as files write it: `2024-01-05`, `2024/1/5`, `2024.1.5`, `2024年1月5日`,
 * `20240105`, `1/5/2024` (by the column's order), `5-Jan-2024`, Excel serials, each with or without a time
 * of day (the written day counts, no zone is applied). Refuses days before 1980 and more than 400 days
 * after `today`.
 */
export const parseCalendarDay = (
  text: string,
  today: DayNumber,
  order: DayOrder = "month_first",
): DayNumber | CalendarDayRefusal => {
  const day = readCalendarDay(text, order);
  if (typeof day === "string") return day;
  if (day < earliestPlausibleDay) return "too_early";
  if (day > today + plausibleDaysAhead) return "too_late";
  return day;
};

/** Which order a `1/2/2024` column uses, and whether the samples prove it. */
export type DayOrderEvidence = {
  order: DayOrder;
  dayFirst: number;
  monthFirst: number;
  undecided: number;
};

/**
 * Counts the samples that can only be day-first (`13/1/2024`) or month-first (`1/13/2024`). With no proof
 * either way the order is a guess (points: day first; slashes: month first) and `undecided` is above zero.
 */
export const decideDayOrder = (samples: readonly string[]): DayOrderEvidence => {
  let [dayFirst, monthFirst, undecided, points] = [0, 0, 0, 0];
  for (const sample of samples) {
    if (sample.length > longestDay) continue;
    const parts = yearLast.exec(sample.normalize("NFKC").trim());
    if (!parts) continue;
    if (parts[2] === ".") points += 1;
    const [first, second] = [Number(parts[1]), Number(parts[3])];
    if (first > 12 && second <= 12) dayFirst += 1;
    else if (second > 12 && first <= 12) monthFirst += 1;
    else if (first !== second) undecided += 1;
  }
  const guess = points > 0 && points * 2 >= undecided ? "day_first" : "month_first";
  const order = dayFirst > monthFirst ? "day_first" : monthFirst > dayFirst ? "month_first" : guess;
  return { order, dayFirst, monthFirst, undecided };
};

/** Whether a column's day order is only a guess and must be said to the person who imports it. */
export const isDayOrderAmbiguous = (evidence: DayOrderEvidence): boolean =>
  evidence.undecided > 0 && evidence.dayFirst === 0 && evidence.monthFirst === 0;

import { calendarParts } from "../calendar/day-number.ts";
import {
  bareDayOfMonth,
  bareMonthDay,
  bareWeekday,
  certain,
  type DayRule,
  endOfWeek,
  existingDay,
  lastOfMonth,
  mondayOf,
  monthsFrom,
  weekdayOf,
  workingDaysFrom,
} from "./day-meaning.ts";
import { holidayOfYear } from "./holiday-stretches.ts";
import { englishCountPattern, readCount } from "./written-count.ts";

const weekday = "(mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?s?\\b\\.?";
const monthName =
  "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
const weekdayNumber = (text: string | undefined): number =>
  ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].indexOf((text ?? "").slice(0, 3));
const monthNumber = (text: string | undefined): number =>
  "janfebmaraprmayjunjulaugsepoctnovdec".indexOf((text ?? "").slice(0, 3)) / 3 + 1;

const monthDay = (month: number, day: number, year: string | undefined, today: number) => {
  if (year === undefined) return bareMonthDay(month, day, today);
  const on = existingDay(Number(year), month, day);
  return on === null ? null : certain(on, today);
};

/** English expressions of time. "Last Wednesday" is the latest before today, "next Wednesday" the one of next calendar week. */
export const englishDayRules: readonly DayRule[] = [
  { pattern: /\bday before yesterday\b/g, read: (_, { today }) => certain(today - 2, today) },
  { pattern: /\bday after tomorrow\b/g, read: (_, { today }) => certain(today + 2, today) },
  { pattern: /\b(?:yesterday|last night)\b/g, read: (_, { today }) => certain(today - 1, today) },
  {
    pattern: /\b(?:today|tonight|this (?:morning|afternoon|evening)|just now)\b/g,
    read: (_, { today }) => certain(today, today),
  },
  { pattern: /\btomorrow\b/g, read: (_, { today }) => certain(today + 1, today) },
  {
    pattern: new RegExp(`\\b(last|past|previous|next|this|coming)\\s+${weekday}`, "g"),
    read: ([which, day], { today }) => {
      const w = weekdayNumber(day);
      if (which === "next") return certain(mondayOf(today) + 7 + w, today);
      if (which === "this") return certain(mondayOf(today) + w, today);
      if (which === "coming") return certain(bareWeekday(w, today).future ?? today, today);
      return certain(today - ((weekdayOf(today) - w + 7) % 7 || 7), today);
    },
  },
  {
    pattern: new RegExp(`\\b${weekday}\\s+(last|next) week\\b`, "g"),
    read: ([day, which], { today }) =>
      certain(mondayOf(today) + (which === "next" ? 7 : -7) + weekdayNumber(day), today),
  },
  {
    pattern: new RegExp(`\\b(?:on\\s+)?${weekday}`, "g"),
    read: ([day], { today }) => bareWeekday(weekdayNumber(day), today),
  },
  {
    pattern: /\b(?:(?:by |at )?(?:the )?end of )?(last|next|this|the) week\b|\beow\b/g,
    read: ([which], { today }) => {
      if (which === "the" || which === "this" || which === undefined)
        return { past: which === "this" ? today : null, future: endOfWeek(0, today) };
      return certain(endOfWeek(which === "next" ? 1 : -1, today), today);
    },
  },
  {
    pattern: new RegExp(
      `\\b(${englishCountPattern})\\s+(working days?|business days?|days?|weeks?|months?)\\s+(ago|from now|later|before)\\b`,
      "g",
    ),
    read: ([amount, unit, side], world) =>
      shifted(amount, unit, side === "ago" || side === "before" ? -1 : 1, world),
  },
  {
    pattern: new RegExp(
      `\\b(?:in|within|after)\\s+(?:the next\\s+)?(${englishCountPattern})\\s+(working days?|business days?|days?|weeks?|months?)\\b`,
      "g",
    ),
    read: ([amount, unit], world) => shifted(amount, unit, 1, world),
  },
  {
    pattern: new RegExp(
      `\\b${monthName}\\s+(\\d{1,2})(?:st|nd|rd|th)?(?:,?\\s+(20\\d{2}))?\\b`,
      "g",
    ),
    read: ([month, day, year], { today }) => monthDay(monthNumber(month), Number(day), year, today),
  },
  {
    pattern: new RegExp(
      `\\b(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?${monthName}(?:,?\\s+(20\\d{2}))?\\b`,
      "g",
    ),
    read: ([day, month, year], { today }) => monthDay(monthNumber(month), Number(day), year, today),
  },
  {
    pattern: /\b(?:on )?the (\d{1,2})(?:st|nd|rd|th)\b/g,
    read: ([day], { today }) => bareDayOfMonth(Number(day), today),
  },
  {
    pattern: /\b(?:(?:the )?end of (?:the |this )?(next |last )?month|month[- ]end|eom)\b/g,
    read: ([which], { today }) => {
      const { year, month } = calendarParts(today);
      return certain(
        lastOfMonth(year, month + (which === undefined ? 0 : which[0] === "n" ? 1 : -1)),
        today,
      );
    },
  },
  {
    pattern: /\b(next|last) month\b/g,
    read: ([which], { today }) => {
      const { year, month } = calendarParts(today);
      return certain(lastOfMonth(year, month + (which === "next" ? 1 : -1)), today);
    },
  },
  {
    pattern: /\b(?:the )?end of (?:the |this )?year\b|\byear[- ]end\b|\beoy\b/g,
    read: (_, { today }) => certain(lastOfMonth(calendarParts(today).year, 12), today),
  },
  {
    pattern:
      /\b(before|after) (?:the )?(holidays?|national day|chinese new year|spring festival|mid-autumn|dragon boat|may day|labou?r day|qingming|new year)\b/g,
    read: ([side, name], world) => {
      const { today } = world;
      const year = calendarParts(today).year;
      const isAny = name?.startsWith("holiday");
      const stretches = isAny
        ? world.holidays
        : [year - 1, year, year + 1].flatMap(
            (one) => holidayOfYear(name ?? "", one, world.holidays) ?? [],
          );
      const days = stretches.map(({ from, to }) =>
        side === "before" ? workingDaysFrom(from, -1, world) : workingDaysFrom(to, 1, world),
      );
      const future = days.find((day) => day >= today) ?? null;
      const past = isAny ? null : (days.findLast((day) => day <= today) ?? null);
      return past === null && future === null ? null : { past, future };
    },
  },
];

function shifted(
  amount: string | undefined,
  unit: string | undefined,
  sign: 1 | -1,
  world: Parameters<DayRule["read"]>[1],
) {
  const n = readCount(amount ?? "");
  if (n === null || unit === undefined) return null;
  const { today } = world;
  if (/^(?:working|business)/.test(unit))
    return certain(workingDaysFrom(today, sign * n, world), today);
  if (unit.startsWith("month")) return certain(monthsFrom(today, sign * n), today);
  return certain(today + sign * n * (unit.startsWith("week") ? 7 : 1), today);
}

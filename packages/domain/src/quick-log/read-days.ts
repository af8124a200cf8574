import { calendarParts, dayNumberFromIso } from "../calendar/day-number.ts";
import type { DayMeaning, DayRule, DayWorld } from "./day-meaning.ts";
import { englishDayRules } from "./day-words-en.ts";
import { chineseDayRules } from "./day-words-zh.ts";
import { holidayStretches, withFixedHolidays } from "./holiday-stretches.ts";
import type { QuickLogWorld, Span } from "./quick-log-reading.ts";
import { remember } from "./remember.ts";

/** An expression of time in the line. `isDeadline`: "by Friday", 周五前. */
export interface DayWords extends DayMeaning {
  readonly span: Span;
  readonly isDeadline: boolean;
}

const rules: readonly DayRule[] = [...chineseDayRules, ...englishDayRules];
const deadlineBefore =
  /(?:\b(?:by|before|until|till|no later than|due(?: on)?)\s+(?:on\s+)?(?:the\s+)?|不晚于|最晚|最迟)$/;
const deadlineAfter = /^(?:之前|以前|前|之内|以内|内)(?!天|台|景|言|往|期|部)/;

const stretchesOf = remember(holidayStretches);
const differentDaysOf = remember(
  (days: QuickLogWorld["differentDays"]) =>
    new Map(days.map(({ onDate, isWorkday }) => [onDate, isWorkday])),
);

/** Counts days from `today` with the workspace's holidays. */
export const dayWorldOf = ({ today, differentDays }: QuickLogWorld): DayWorld => {
  const day = dayNumberFromIso(today) ?? 0;
  const { year } = calendarParts(day);
  return {
    today: day,
    different: differentDaysOf(differentDays),
    holidays: withFixedHolidays(stretchesOf(differentDays), [year, year + 1]),
  };
};

/** Every expression of time in a plain line, in order; the longest reading of a place wins. */
export const readDays = (text: string, world: DayWorld): DayWords[] => {
  const found: DayWords[] = [];
  for (const { pattern, read } of rules) {
    for (const match of text.matchAll(pattern)) {
      const meaning = read(match.slice(1), world);
      if (!meaning || (meaning.past === null && meaning.future === null)) continue;
      found.push(withDeadline(text, match.index, match.index + match[0].length, meaning, world));
    }
  }
  found.sort((a, b) => a.span.from - b.span.from || b.span.to - a.span.to);
  const kept: DayWords[] = [];
  for (const one of found) {
    const last = kept.at(-1);
    if (!last || one.span.from >= last.span.to) kept.push(one);
    else if (one.span.to - one.span.from > last.span.to - last.span.from)
      kept[kept.length - 1] = one;
  }
  return kept;
};

const withDeadline = (
  text: string,
  from: number,
  to: number,
  meaning: DayMeaning,
  { today }: DayWorld,
): DayWords => {
  const before = deadlineBefore.exec(text.slice(Math.max(0, from - 20), from))?.[0] ?? "";
  const after = deadlineAfter.exec(text.slice(to, to + 4))?.[0] ?? "";
  const isDeadline = before !== "" || after !== "";
  const span = { from: from - before.length, to: to + after.length };
  if (!isDeadline) return { ...meaning, span, isDeadline };
  // A deadline looks ahead, unless it lies behind for certain.
  const ahead =
    meaning.future ?? (meaning.past !== null && meaning.past >= today ? meaning.past : null);
  return { past: ahead === null ? meaning.past : null, future: ahead, span, isDeadline };
};

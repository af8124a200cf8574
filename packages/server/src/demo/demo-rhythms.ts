import type { SeededRandom } from "@mainstay/analytics/numeric/seeded-random";
import type { DayNumber } from "@mainstay/domain/calendar/day-number";
import { calendarParts, dayNumberOf } from "@mainstay/domain/calendar/day-number";
import { dayOfLunarDate, lunarNewYearDay } from "@mainstay/domain/calendar/lunar-calendar";

/** The stretch the demo's history covers. */
export interface DemoSpan {
  readonly from: DayNumber;
  readonly today: DayNumber;
}

const within = (span: DemoSpan, days: number[]): DayNumber[] =>
  [...new Set(days.map(Math.round))]
    .filter((day) => day >= span.from && day < span.today)
    .sort((a, b) => a - b);

const yearsOf = ({ from, today }: DemoSpan): number[] => {
  const [first, last] = [calendarParts(from).year, calendarParts(today).year];
  return Array.from({ length: last - first + 2 }, (_, i) => first + i);
};

/** Orders at gaps around a mean, `shape` times as even as chance; `drift` is the yearly growth of the gap. */
export const steadyDays = (
  random: SeededRandom,
  span: DemoSpan,
  law: {
    meanGapDays: number;
    shape: number;
    driftPerYear?: number;
    startsAfterDays?: number;
    stopsBefore?: number;
  },
): DayNumber[] => {
  const days: number[] = [];
  const until = law.stopsBefore ?? span.today;
  let day = span.from + (law.startsAfterDays ?? 0) + random.uniform() * law.meanGapDays;
  while (day < until) {
    days.push(day);
    const stretch = (1 + (law.driftPerYear ?? 0)) ** ((day - span.from) / 365);
    day += Math.max(1, random.gamma(law.shape, law.shape / (law.meanGapDays * stretch)));
  }
  return within(span, days);
};

/** One or two orders a year around a day of the year counted from 1 January, up to and with `lastYear`. */
export const yearlyDays = (
  random: SeededRandom,
  span: DemoSpan,
  law: { dayOfYear: number; spreadDays: number; secondOrder: number; lastYear?: number },
): DayNumber[] => {
  const days = yearsOf(span)
    .filter((year) => year <= (law.lastYear ?? 9999))
    .flatMap((year) => {
      const first = dayNumberOf(year, 1, 1) + law.dayOfYear + random.normal() * law.spreadDays;
      return random.uniform() < law.secondOrder
        ? [first, first + 3 + random.uniform() * 12]
        : [first];
    });
  return within(span, days);
};

/** Stocking up before 春节 and restocking after it. */
export const springFestivalDays = (random: SeededRandom, span: DemoSpan): DayNumber[] =>
  within(
    span,
    yearsOf(span).flatMap((year) => {
      const newYear = lunarNewYearDay(year);
      return [newYear - 30 + random.normal() * 4, newYear + 18 + random.normal() * 4];
    }),
  );

/** Gift orders some weeks before 中秋 (the 15th day of the 8th lunar month). */
export const midAutumnDays = (random: SeededRandom, span: DemoSpan): DayNumber[] =>
  within(
    span,
    yearsOf(span).map(
      (year) =>
        dayOfLunarDate({ year, month: 8, day: 15, isLeapMonth: false }) - 40 + random.normal() * 4,
    ),
  );

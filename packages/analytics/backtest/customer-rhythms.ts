import { type DayNumber, dayNumberOf } from "@mainstay/domain/calendar/day-number";
import type { CustomerRandom } from "./customer-random.ts";
import type { SimulatedSpan } from "./simulated-portfolio.ts";

/** Orders one after another until the span ends, each gap drawn anew; the first comes within one gap. */
export const renewalDays = (
  random: CustomerRandom,
  span: SimulatedSpan,
  drawGap: (day: DayNumber) => number,
): number[] => {
  const days: number[] = [];
  for (let day = span.from + random.uniform() * drawGap(span.from); day < span.until; ) {
    days.push(day);
    day += Math.max(1, drawGap(day));
  }
  return days;
};

/** The years whose seasons can touch the span, one before and one after included. */
export const yearsAround = (span: SimulatedSpan): number[] =>
  Array.from({ length: 10 }, (_, index) => span.firstYear - 1 + index);

/** First day of a solar year. */
export const newYearsDay = (year: number): DayNumber => dayNumberOf(year, 1, 1);

/** A closure as a stretch of days: from its first closed day, for so many days. */
export type Closure = { from: DayNumber; length: number };

/** The same renewal, but closed days do not count: the rhythm stands still and goes on afterwards. */
export const renewalDaysAround = (
  random: CustomerRandom,
  span: SimulatedSpan,
  closures: readonly Closure[],
  drawGap: () => number,
): number[] => {
  const isClosed = new Set(
    closures.flatMap(({ from, length }) => Array.from({ length }, (_, k) => Math.round(from) + k)),
  );
  const days: number[] = [];
  let left = random.uniform() * drawGap();
  for (let day = span.from; day < span.until; day++) {
    if (isClosed.has(day)) continue;
    left -= 1;
    if (left > 0) continue;
    days.push(day);
    left = Math.max(1, drawGap());
  }
  return days;
};

/** One season of a customer: where it lies each year and how the customer buys in it. */
export type Season = {
  /** Middle of the season in a year. */
  centre: (year: number) => DayNumber;
  /** Spread of the orders around it (days, normal). */
  sd: number;
  drawCount: () => number;
  /** Chance that the customer skips this season in a year although it stays. */
  skips: number;
};

/** All orders of a customer who buys in seasons only. */
export const seasonDays = (
  random: CustomerRandom,
  span: SimulatedSpan,
  seasons: readonly Season[],
): number[] =>
  yearsAround(span).flatMap((year) =>
    seasons.flatMap((season) => {
      if (random.bernoulli(season.skips)) return [];
      return Array.from({ length: season.drawCount() }, () =>
        random.normal(season.centre(year), season.sd),
      );
    }),
  );

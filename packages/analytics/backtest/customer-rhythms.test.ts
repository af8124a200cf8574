import { dayNumberOf } from "@mainstay/domain/calendar/day-number";
import { expect, test } from "vitest";
import { customerRandom } from "./customer-random.ts";
import { renewalDays, renewalDaysAround, seasonDays, yearsAround } from "./customer-rhythms.ts";
import { spanFrom } from "./simulated-portfolio.ts";

const span = spanFrom(2015);

test("a renewal fills the whole span at its mean gap", () => {
  const random = customerRandom(1);
  const days = renewalDays(random, span, () => random.gamma(9, 20));
  expect(days[0]!).toBeLessThan(span.from + 60);
  expect(days.at(-1)!).toBeGreaterThan(span.until - 60);
  expect((days.at(-1)! - days[0]!) / (days.length - 1)).toBeCloseTo(20, -1);
});

test("closed days bring no order and do not use up the rhythm", () => {
  const random = customerRandom(2);
  const closures = yearsAround(span).map((year) => ({ from: dayNumberOf(year, 8, 1), length: 30 }));
  const days = renewalDaysAround(random, span, closures, () => 25);
  const isClosed = (day: number) =>
    closures.some(({ from, length }) => day >= from && day < from + length);
  expect(days.some(isClosed)).toBe(false);
  const gaps = new Set(days.slice(1).map((day, i) => day - days[i]!));
  expect([...gaps].sort((a, b) => a - b)).toEqual([25, 55]);
});

test("a season brings its orders around its day of every year, unless it is skipped", () => {
  const random = customerRandom(3);
  const season = {
    centre: (year: number) => dayNumberOf(year, 6, 1),
    sd: 3,
    drawCount: () => 2,
    skips: 0,
  };
  const days = seasonDays(random, span, [season]);
  expect(days).toHaveLength(2 * yearsAround(span).length);
  const farthest = Math.max(
    ...days.map((day) =>
      Math.min(...yearsAround(span).map((y) => Math.abs(day - season.centre(y)))),
    ),
  );
  expect(farthest).toBeLessThan(15);
  expect(seasonDays(random, span, [{ ...season, skips: 1 }])).toHaveLength(0);
});

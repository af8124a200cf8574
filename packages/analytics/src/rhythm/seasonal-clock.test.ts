import { dayNumberOf } from "@mainstay/domain/calendar/day-number";
import { expect, test } from "vitest";
import { packOrderDays } from "./order-day-histories.ts";
import { fitSeasonalIndex, seasonalClockTable } from "./seasonal-clock.ts";

const from = dayNumberOf(2019, 1, 1);
const asOf = dayNumberOf(2023, 12, 31);

/** Fifty accounts that order every ten days, but every five in November. */
const histories = packOrderDays(
  Array.from({ length: 50 }, (_, account) => {
    const days: number[] = [];
    for (let day = from + (account % 10); day <= asOf; ) {
      days.push(day);
      day += new Date(day * 86_400_000).getUTCMonth() === 10 ? 5 : 10;
    }
    return days;
  }),
);

test("a busy November runs the portfolio's clock nearly twice as fast", () => {
  const index = fitSeasonalIndex(histories, asOf)!;
  expect(index.months[10]! / index.months[6]!).toBeGreaterThan(1.6);
  expect(index.months[10]! / index.months[6]!).toBeLessThan(2.2);
});

test("a year of seasonal time is about a year", () => {
  const { cumulative, firstDay } = seasonalClockTable(fitSeasonalIndex(histories, asOf)!, asOf);
  const year = cumulative[asOf - firstDay]! - cumulative[asOf - 365 - firstDay]!;
  expect(year).toBeGreaterThan(355);
  expect(year).toBeLessThan(375);
});

test("few orders or a short time give no index", () => {
  expect(fitSeasonalIndex(packOrderDays([[from, from + 400, asOf]]), asOf)).toBeNull();
  expect(fitSeasonalIndex(histories, from + 300)).toBeNull();
});

import { calendarParts, type DayNumber } from "@mainstay/domain/calendar/day-number";
import type { OrderBook } from "../order-day/order-book.ts";
import { daysInYear } from "../order-day/yearly-revenue.ts";

const ordersOfDoubt = 50;

/**
 * How revenue of the whole portfolio spreads over the calendar months (12 factors, mean 1), from the last one
 * to three whole years before `asOf`; months with few orders are drawn towards 1 (weight 50 orders). All 1
 * when less than a year is known: then no season can be told from growth.
 */
export const seasonOfYear = (book: OrderBook, asOf: DayNumber): number[] => {
  const flat = Array.from({ length: 12 }, () => 1);
  let first = asOf;
  for (const day of book.days) first = Math.min(first, day);
  const years = Math.min(3, Math.floor((asOf - first + 1) / daysInYear));
  if (years < 1) return flat;
  const net = new Float64Array(12);
  const orders = new Float64Array(12);
  let total = 0;
  book.days.forEach((day, entry) => {
    if (day > asOf || day <= asOf - years * daysInYear) return;
    const month = calendarParts(day).month - 1;
    net[month]! += book.net[entry]!;
    orders[month]! += 1;
    total += book.net[entry]!;
  });
  if (!(total > 0)) return flat;
  const drawn = flat.map((_, month) => {
    const factor = Math.max(0, (12 * net[month]!) / total);
    return (orders[month]! * factor + ordersOfDoubt) / (orders[month]! + ordersOfDoubt);
  });
  const mean = drawn.reduce((sum, factor) => sum + factor, 0) / 12;
  return drawn.map((factor) => factor / mean);
};

/** The season factors of the `months` months that follow `asOf`, each weighted by the days it lends. */
export const comingSeasons = (
  season: readonly number[],
  asOf: DayNumber,
  months: number,
): number[] =>
  Array.from({ length: months }, (_, t) => {
    let sum = 0;
    for (let part = 0; part < 4; part++) {
      const day = asOf + Math.round((t + (part + 0.5) / 4) * (daysInYear / 12));
      sum += season[calendarParts(day).month - 1]!;
    }
    return sum / 4;
  });

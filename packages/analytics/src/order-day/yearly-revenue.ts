import type { DayNumber } from "@mainstay/domain/calendar/day-number";
import { monthIndexOf } from "@mainstay/domain/calendar/day-number";
import { accountsInBook, type OrderBook } from "./order-book.ts";

/** Length of the trailing windows called "12 months": they tile exactly and never depend on leap years. */
export const daysInYear = 365;

/**
 * Net revenue and cost of each account in the trailing 12-month windows before `asOf`: window 0 is
 * (asOf − 365, asOf], window 1 the year before, and so on; row i·years + y. Minor units.
 */
export const yearlyRevenue = (
  book: OrderBook,
  asOf: DayNumber,
  years: number,
): { net: Float64Array; cost: Float64Array | null } => {
  const accounts = accountsInBook(book);
  const net = new Float64Array(accounts * years);
  const cost = book.cost ? new Float64Array(accounts * years) : null;
  const windowOf = (day: DayNumber): number => Math.floor((asOf - day) / daysInYear);
  for (let i = 0; i < accounts; i++) {
    for (let e = book.offsets[i]!; e < book.offsets[i + 1]!; e++) {
      const year = windowOf(book.days[e]!);
      if (year < 0 || year >= years) continue;
      net[i * years + year]! += book.net[e]!;
      if (cost && book.cost) cost[i * years + year]! += book.cost[e]!;
    }
  }
  const { account, day, net: returned } = book.unmatchedReturns;
  account.forEach((i, at) => {
    const year = windowOf(day[at]!);
    if (year >= 0 && year < years) net[i * years + year]! += returned[at]!;
  });
  return { net, cost };
};

/** Net revenue of all accounts by calendar month, oldest first, months without revenue included. */
export const monthlyRevenue = (book: OrderBook): { month: number; net: number }[] => {
  const byMonth = new Map<number, number>();
  const add = (day: DayNumber, net: number): void => {
    const month = monthIndexOf(day);
    byMonth.set(month, (byMonth.get(month) ?? 0) + net);
  };
  book.days.forEach((day, e) => add(day, book.net[e]!));
  book.unmatchedReturns.day.forEach((day, at) => add(day, book.unmatchedReturns.net[at]!));
  const months = [...byMonth.keys()];
  if (months.length === 0) return [];
  const [first, last] = [Math.min(...months), Math.max(...months)];
  return Array.from({ length: last - first + 1 }, (_, i) => ({
    month: first + i,
    net: byMonth.get(first + i) ?? 0,
  }));
};

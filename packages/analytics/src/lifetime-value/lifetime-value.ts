import type { DayNumber } from "@mainstay/domain/calendar/day-number";
import type { OrderBook } from "../order-day/order-book.ts";
import { daysInYear } from "../order-day/yearly-revenue.ts";
import { futureOrdersUntilLeaving } from "../purchase-model/future-orders-until-leaving.ts";
import { accountOutlook, type AccountOutlook, expectedOrderValue } from "./account-outlook.ts";
import { comingSeasons } from "./season-of-year.ts";
import { prepareValueDraws, valueBand } from "./value-draws.ts";
import type { ValueModel } from "./value-model.ts";

/** Customer lifetime value of one account in net revenue, minor units; multiply by its margin for margin. */
export interface LifetimeValue {
  low: number;
  mid: number;
  high: number;
  /** Net expected in the next 12 months if the account is kept: what is at stake when it slips. */
  nextYearIfKept: number;
}

export interface LifetimeValueTerms {
  months: number;
  yearlyDiscount: number;
}

const weeksPerMonth = daysInYear / 7 / 12;

/** Net of the 365 days that end with the account's last order: its size while it was certainly a customer. */
const lastActiveYear = (book: OrderBook, account: number, last: DayNumber): number => {
  let sum = 0;
  for (let entry = book.offsets[account + 1]! - 1; entry >= book.offsets[account]!; entry--) {
    if (book.days[entry]! > last) continue;
    if (book.days[entry]! <= last - daysInYear) break;
    sum += book.net[entry]!;
  }
  return sum;
};

const monthlyOrdersIfAlive = (
  { x, T }: AccountOutlook,
  { purchase }: ValueModel,
  months: number,
): Float64Array => {
  const living = {
    shape: purchase.r + x,
    rate: purchase.alpha + T,
    a: purchase.a,
    b: purchase.b + x + 1,
  };
  const orders = new Float64Array(months);
  // The cumulative count is smooth: every third month exactly, the two between by its own slope.
  let before = 0;
  for (let t = 0; t < months; t += 3) {
    const step = Math.min(3, months - t);
    const until = futureOrdersUntilLeaving(living, (t + step) * weeksPerMonth);
    for (let i = 0; i < step; i++) orders[t + i] = (until - before) / step;
    before = until;
  }
  return orders;
};

/**
 * Prepares lifetime values without cost data (analytics.md § 4.2): expected orders from MBG/NBD × expected
 * value per order × season, discounted monthly, times P(alive). Half of the weight lies on what the account
 * bought in its last active year, which ranks real accounts better than the model alone. The returned function
 * gives one account's value, or null without an order; the 80 % band of a one-order account is wide on purpose.
 */
export const lifetimeValuer = (
  book: OrderBook,
  model: ValueModel,
  asOf: DayNumber,
  { months, yearlyDiscount }: LifetimeValueTerms,
): ((account: number, pAlive: number) => LifetimeValue | null) => {
  const draws = prepareValueDraws(model);
  const scratch = new Float64Array(draws.count);
  const seasons = comingSeasons(model.season, asOf, Math.max(12, months));
  const discounts = seasons.map((_, t) => (1 + yearlyDiscount) ** (-(t + 1) / 12));
  const discountPerWeek = (Math.log1p(yearlyDiscount) * 7) / daysInYear;
  return (account, pAlive) => {
    const outlook = accountOutlook(book, account, asOf, model);
    if (!outlook) return null;
    const perOrder = expectedOrderValue(outlook, model);
    const orders = monthlyOrdersIfAlive(outlook, model, Math.max(12, months));
    let [discounted, firstYear] = [0, 0];
    for (let t = 0; t < orders.length; t++) {
      const net = orders[t]! * perOrder * seasons[t]!;
      if (t < 12) firstYear += net;
      if (t < months) discounted += net * discounts[t]!;
    }
    const last = book.days[book.offsets[account]!]! + Math.round(outlook.tx * 7);
    const ownWeight = Math.min(1, outlook.tx / (daysInYear / 7)) / 2;
    const nextYearIfKept =
      (1 - ownWeight) * firstYear + ownWeight * lastActiveYear(book, account, last);
    const blend = firstYear > 0 ? nextYearIfKept / firstYear : 1;
    const mid = pAlive * discounted * blend;
    const band = valueBand(
      outlook,
      pAlive,
      model,
      draws,
      months * weeksPerMonth,
      discountPerWeek,
      scratch,
    );
    return {
      low: Math.min(mid, band.low * blend),
      mid,
      high: Math.max(mid, band.high * blend),
      nextYearIfKept,
    };
  };
};

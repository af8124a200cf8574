import type { DayNumber } from "@mainstay/domain/calendar/day-number";
import { regularisedIncompleteBeta } from "../numeric/incomplete-beta.ts";
import type { OrderBook } from "../order-day/order-book.ts";
import { daysInYear } from "../order-day/yearly-revenue.ts";

/** Recent orders of an account against its earlier ones; nets in minor units. */
export interface ShrunkenOrders {
  recentMean: number;
  usualMean: number;
  recentYearly: number;
  usualYearly: number;
  /** 1 − recent/usual, by geometric means: one giant order does not speak for all. */
  drop: number;
  months: number;
  /** Chance that the drop is real rather than chance, one-sided. */
  probability: number;
  recentDays: number[];
  recentNets: number[];
}

const fewestRecent = 3;
const mostRecent = 6;
const fewestEarlier = 5;
const leastDrop = 0.3;
const sureEnough = 0.99;

const momentsOf = (values: readonly number[]): { mean: number; variance: number } => {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, variance: squares / Math.max(1, values.length - 1) };
};

/** P(T ≤ t) of Student's law, through the incomplete beta function. */
const studentBelow = (t: number, freedom: number): number => {
  const tail = regularisedIncompleteBeta(freedom / (freedom + t * t), freedom / 2, 0.5) / 2;
  return t > 0 ? 1 - tail : tail;
};

const yearly = (nets: readonly number[], days: readonly number[], until: number): number => {
  const sum = nets.reduce((total, net) => total + net, 0);
  return (sum * daysInYear) / Math.max(daysInYear / 4, until - days[0]!);
};

/**
 * Tests whether an account's last three to six orders (within 18 months) are smaller than those of up to three
 * years before: Welch's t on log values, one-sided at 99 %, and a drop of at least 30 % of the geometric mean
 * (analytics.md § 5.3, step 7). Null when too few orders tell, or nothing shrank.
 */
export const findShrinkingOrders = (
  book: OrderBook,
  account: number,
  asOf: DayNumber,
): ShrunkenOrders | null => {
  const days: number[] = [];
  const nets: number[] = [];
  for (let entry = book.offsets[account]!; entry < book.offsets[account + 1]!; entry++) {
    if (book.days[entry]! <= asOf - 4.5 * daysInYear || book.net[entry]! <= 0) continue;
    days.push(book.days[entry]!);
    nets.push(book.net[entry]!);
  }
  const count = Math.min(mostRecent, Math.max(fewestRecent, Math.floor(days.length / 3)));
  const split = days.length - count;
  if (split < fewestEarlier || days[split]! <= asOf - 1.5 * daysInYear) return null;
  const recent = momentsOf(nets.slice(split).map(Math.log));
  const usual = momentsOf(nets.slice(0, split).map(Math.log));
  const [a, b] = [recent.variance / count, usual.variance / split];
  const drop = 1 - Math.exp(recent.mean - usual.mean);
  if (drop < leastDrop) return null;
  const spread = Math.max(a + b, 1e-6);
  const freedom = Math.max(
    1,
    spread ** 2 / Math.max(1e-12, a ** 2 / (count - 1) + b ** 2 / (split - 1)),
  );
  const probability = studentBelow((usual.mean - recent.mean) / Math.sqrt(spread), freedom);
  if (probability < sureEnough) return null;
  const [recentDays, recentNets] = [days.slice(split), nets.slice(split)];
  return {
    recentMean: Math.exp(recent.mean),
    usualMean: Math.exp(usual.mean),
    recentYearly: yearly(recentNets, recentDays, asOf),
    usualYearly: yearly(nets.slice(0, split), days, recentDays[0]!),
    drop,
    months: Math.max(1, Math.round((asOf - recentDays[0]!) / (daysInYear / 12))),
    probability,
    recentDays,
    recentNets,
  };
};

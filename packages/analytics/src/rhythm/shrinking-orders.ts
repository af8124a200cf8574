import { regularisedIncompleteBeta } from "../numeric/incomplete-beta.ts";

/** How far back the test looks. */
export const shrinkingWindowDays = 90;
const surelyBelow = 0.05;
const notableDrop = 0.7;
const fewestEarlierOrders = 4;
const fewestEarlierDays = 180;

/** Whether an account that still orders does so less often, or for less, than it used to. */
export interface ShrinkingOrders {
  /** Order-days in the last 90 days, and what its own earlier rate and season let expect. */
  orders: number;
  expectedOrders: number;
  /** P(so few orders or fewer | the old rate). */
  pOrdersByChance: number;
  /** The same for revenue (minor units); null when no values are given. */
  revenue: number | null;
  expectedRevenue: number | null;
  pRevenueByChance: number | null;
  fewerOrders: boolean;
  lessRevenue: boolean;
}

/** P(N ≤ n) of a negative binomial: Poisson orders at a Gamma(shape, rate) known rate, over `exposure`. */
export const fewOrdersChance = (
  orders: number,
  shape: number,
  rate: number,
  exposure: number,
): number => regularisedIncompleteBeta(rate / (rate + exposure), shape, orders + 1);

const normalBelow = (z: number): number => {
  const t = 1 / (1 + 0.3275911 * Math.abs(z) * Math.SQRT1_2);
  const poly =
    t *
    (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
  const tail = 0.5 * poly * Math.exp((-z * z) / 2);
  return z > 0 ? 1 - tail : tail;
};

/** P(X ≤ x) of a Gamma law with this mean and variance (Wilson & Hilferty 1931, error below 0.01). */
const gammaBelow = (x: number, mean: number, variance: number): number => {
  if (x <= 0) return 0;
  const shape = (mean * mean) / variance;
  const spread = 1 / (9 * shape);
  return normalBelow(((x / mean) ** (1 / 3) - 1 + spread) / Math.sqrt(spread));
};

/** Sum of `values` whose day lies in (from, to]. */
const sumBetween = (
  days: Int32Array,
  values: Float64Array | null,
  from: number,
  to: number,
): number => {
  let sum = 0;
  for (let i = 0; i < days.length; i++)
    if (days[i]! > from && days[i]! <= to) sum += values ? values[i]! : 1;
  return sum;
};

/** This 90-day window's share of the year in earlier years, against an even year; shrunk by four orders. */
const seasonFactor = (days: Int32Array, asOf: number, firstDay: number): number => {
  let inWindow = 0;
  let inYear = 0;
  let years = 0;
  for (
    let back = 1;
    asOf - 365 * (back + 1) >= firstDay - shrinkingWindowDays && back <= 6;
    back++
  ) {
    const until = asOf - Math.round(365.25 * back);
    inWindow += sumBetween(days, null, until - shrinkingWindowDays, until);
    inYear += sumBetween(days, null, until - 365, until);
    years++;
  }
  if (years === 0) return 1;
  const even = shrinkingWindowDays / 365;
  return (inWindow + 4 * even) / (inYear + 4) / even;
};

/**
 * Tests the last 90 days against the account's own past (spec analytics § 5.3, step 7): the count of order-days has a
 * negative binomial law given the earlier orders, the revenue a compound Gamma law with the earlier order values; both
 * are set against the same season of earlier years. `days` ascending distinct day numbers up to `asOf`, `values` their
 * net amounts (minor units) or null. Null when there are fewer than four orders or half a year before the window.
 */
export const shrinkingOrders = (
  days: Int32Array,
  values: Float64Array | null,
  asOf: number,
): ShrinkingOrders | null => {
  const start = asOf - shrinkingWindowDays;
  const firstDay = days[0] ?? asOf;
  const earlierDays = start - firstDay;
  const earlier = sumBetween(days, null, firstDay - 1, start);
  if (earlier < fewestEarlierOrders || earlierDays < fewestEarlierDays) return null;
  const factor = seasonFactor(days, asOf, firstDay);
  const orders = sumBetween(days, null, start, asOf);
  const exposure = shrinkingWindowDays * factor;
  const expectedOrders = (earlier * exposure) / earlierDays;
  const pOrdersByChance = fewOrdersChance(orders, earlier, earlierDays, exposure);
  let revenue: number | null = null;
  let expectedRevenue: number | null = null;
  let pRevenueByChance: number | null = null;
  if (values) {
    revenue = sumBetween(days, values, start, asOf);
    const mean = sumBetween(days, values, firstDay - 1, start) / earlier;
    let squares = 0;
    for (let i = 0; i < days.length; i++) if (days[i]! <= start) squares += values[i]! ** 2;
    expectedRevenue = expectedOrders * mean;
    // Compound law: orders vary like the negative binomial, values like the account's own.
    const orderVariance = expectedOrders * (1 + exposure / earlierDays);
    const valueVariance = Math.max(0, squares / earlier - mean * mean);
    const variance = expectedOrders * valueVariance + orderVariance * mean * mean;
    if (expectedRevenue > 0 && variance > 0) {
      const none = Math.exp(-expectedOrders);
      pRevenueByChance = Math.max(
        revenue <= 0 ? none : 0,
        gammaBelow(revenue, expectedRevenue, variance),
      );
    }
  }
  return {
    orders,
    expectedOrders,
    pOrdersByChance,
    revenue,
    expectedRevenue,
    pRevenueByChance,
    fewerOrders: pOrdersByChance < surelyBelow && orders < notableDrop * expectedOrders,
    lessRevenue:
      pRevenueByChance !== null &&
      revenue !== null &&
      expectedRevenue !== null &&
      pRevenueByChance < surelyBelow &&
      revenue < notableDrop * expectedRevenue,
  };
};

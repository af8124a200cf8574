import { type DayNumber, dayNumberOf } from "@mainstay/domain/calendar/day-number";
import type { CustomerRandom } from "./customer-random.ts";

/** A customer whose fate is known: what was ordered, and the order that would have come had it stayed. */
export type SimulatedAccount = {
  kind: string;
  /** Order-days that really happened, ascending and distinct; they run past the watched year. */
  days: Int32Array;
  /** The day the customer left for good; null for a customer that stays. */
  leftOn: DayNumber | null;
  /** The first order that did not come because the customer had left. */
  missedOn: DayNumber | null;
};

export type SimulatedPortfolio = {
  /** First day of the watched year (year 7). */
  yearStart: DayNumber;
  accounts: SimulatedAccount[];
};

/** The days a portfolio covers: six years of history, the watched year, and a tail to see late orders. */
export type SimulatedSpan = {
  firstYear: number;
  from: DayNumber;
  yearStart: DayNumber;
  until: DayNumber;
};

/** One kind of customer: draws a customer's whole order life as if it never left. */
export type CustomerKind = {
  name: string;
  drawOrderDays: (random: CustomerRandom, span: SimulatedSpan) => number[];
  /** When the leaving ones leave; by default uniformly from −20 to +160 days of the watched year. */
  drawLeavingDay?: (random: CustomerRandom, span: SimulatedSpan) => DayNumber;
};

const historyYears = 6;
const shareLeaving = 0.25;
const fewestOrdersBefore = 5;

/** Six years of history from 1 January of `firstYear`, then the watched year and fourteen months more. */
export const spanFrom = (firstYear: number): SimulatedSpan => ({
  firstYear,
  from: dayNumberOf(firstYear, 1, 1),
  yearStart: dayNumberOf(firstYear + historyYears, 1, 1),
  until: dayNumberOf(firstYear + historyYears + 2, 3, 1),
});

const distinctDays = (days: readonly number[], span: SimulatedSpan): Int32Array =>
  Int32Array.from(
    [...new Set(days.map(Math.round))]
      .filter((day) => day >= span.from && day < span.until)
      .sort((a, b) => a - b),
  );

const settleFate = (
  kind: CustomerKind,
  days: Int32Array,
  random: CustomerRandom,
  span: SimulatedSpan,
): SimulatedAccount => {
  const stays = { kind: kind.name, days, leftOn: null, missedOn: null };
  if (!random.bernoulli(shareLeaving)) return stays;
  const leftOn = Math.round(
    kind.drawLeavingDay?.(random, span) ?? span.yearStart + random.uniform(-20, 160),
  );
  const missedOn = days.find((day) => day >= leftOn);
  if (missedOn === undefined) return stays;
  return { kind: kind.name, days: days.filter((day) => day < leftOn), leftOn, missedOn };
};

/**
 * Draws `counts[i]` customers of `kinds[i]`; a quarter of them leave at the start of the watched year.
 * Customers with fewer than five orders before the watched year are left out, as in the published table.
 */
export const drawPortfolio = (
  kinds: readonly CustomerKind[],
  counts: readonly number[],
  span: SimulatedSpan,
  random: CustomerRandom,
): SimulatedPortfolio => {
  const accounts = kinds.flatMap((kind, index) =>
    Array.from({ length: counts[index] ?? 0 }, () =>
      settleFate(kind, distinctDays(kind.drawOrderDays(random, span), span), random, span),
    ),
  );
  const isKnown = (account: SimulatedAccount) =>
    account.days.filter((day) => day < span.yearStart).length >= fewestOrdersBefore;
  return { yearStart: span.yearStart, accounts: accounts.filter(isKnown) };
};

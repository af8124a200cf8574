import { daysInYear } from "../order-day/yearly-revenue.ts";

/** Growth of one account: the figure people know, and the longer-run one that the potential axis ranks. */
export interface AccountGrowth {
  /** Last 12 months against the 12 before, −1 … ; null when the year before is not wholly known or not positive. */
  growth: number | null;
  /** Yearly growth over up to three years; null when less than a year and a quarter is known. */
  longRun: number | null;
  /** How far `longRun` is the account's own (1) rather than to be drawn to the portfolio's median (0). */
  ownWeight: number;
}

const fastest = 5;
const ratioGrowth = (now: number, before: number, years: number): number =>
  before <= 0
    ? now > 0
      ? fastest
      : -1
    : now <= 0
      ? -1
      : Math.min(fastest, (now / before) ** (1 / years) - 1);

/**
 * Growth from trailing yearly revenue (`years[0]` the last 12 months) and the days since the first order.
 * With two years or more: compound yearly growth over up to three. Between: the part of the earlier year that
 * is known, scaled up, with a weight that says how little it is (formulas.md § 4).
 */
export const accountGrowth = (years: ArrayLike<number>, daysKnown: number): AccountGrowth => {
  const known = daysKnown / daysInYear;
  const [now, before] = [years[0] ?? 0, years[1] ?? 0];
  if (known >= 2) {
    const span = Math.min(3, Math.floor(known), years.length);
    return {
      growth: before > 0 ? now / before - 1 : null,
      longRun: ratioGrowth(now, years[span - 1] ?? 0, span - 1),
      ownWeight: 1,
    };
  }
  const part = known - 1;
  if (part < 0.25) return { growth: null, longRun: null, ownWeight: 0 };
  return { growth: null, longRun: ratioGrowth(now, before / part, 1), ownWeight: part };
};

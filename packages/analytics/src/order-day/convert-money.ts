import type { DayNumber } from "@mainstay/domain/calendar/day-number";
import { minorDecimals } from "@mainstay/domain/money/currency";

/** From `from` on, one major unit of the currency is worth `rate` major units of the base currency. */
export interface ExchangeRate {
  from: DayNumber;
  rate: number;
}

/** Rates into the base currency by currency code, each list ascending by day. */
export interface ExchangeRates {
  base: string;
  rates: ReadonlyMap<string, readonly ExchangeRate[]>;
}

/**
 * Converts a fact's money at its own day's rate (the newest rate on or before the day) into minor units of the
 * base currency. Null when no rate holds on that day: such a fact is refused, never guessed.
 */
export const convertMoney = (
  minor: number,
  currency: string,
  day: DayNumber,
  { base, rates }: ExchangeRates,
): number | null => {
  if (currency === base) return minor;
  const known = rates.get(currency);
  let found: number | null = null;
  for (const { from, rate } of known ?? []) {
    if (from > day) break;
    found = rate;
  }
  if (found === null) return null;
  const size = Math.abs(minor) * found * 10 ** (minorDecimals(base) - minorDecimals(currency));
  return Math.sign(minor) * Math.round(size) || 0;
};

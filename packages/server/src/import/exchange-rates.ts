import { minorDecimals } from "@mainstay/domain/money/currency";
import { sql } from "kysely";
import type { Db } from "../platform/db/database-handles.ts";

/** Turns minor units of a currency on a day into the workspace's currency; null when no rate holds on that day. */
export type ToBase = (minor: number, currency: string, on: string) => number | null;

const rateScale = 10n ** 10n;

const scaledRate = (text: string): bigint => {
  const [whole = "0", fraction = ""] = text.split(".");
  return BigInt(whole + fraction.padEnd(10, "0").slice(0, 10));
};

const dividedHalfUp = (value: bigint, by: bigint): bigint => {
  const size = value < 0n ? -value : value;
  const rounded = (size * 2n + by) / (by * 2n);
  return value < 0n ? -rounded : rounded;
};

/**
 * The workspace's exchange rates as one exact conversion: the newest rate at or before the day, integer arithmetic,
 * half away from zero. The list of rates is small (currencies × changes) and read once a job.
 */
export const readToBase = async (
  db: Db,
  tenantId: string,
  baseCurrency: string,
): Promise<ToBase> => {
  const { rows } = await sql<{ currency: string; from_on: string; rate: string }>`
    select currency, from_on, rate::text from exchange_rate where tenant_id = ${tenantId}::uuid
    order by currency, from_on desc`.execute(db);
  const rates = new Map<string, { from: string; rate: bigint }[]>();
  for (const { currency, from_on, rate } of rows) {
    const list = rates.get(currency) ?? [];
    list.push({ from: from_on, rate: scaledRate(rate) });
    rates.set(currency, list);
  }
  const baseDecimals = minorDecimals(baseCurrency);
  return (minor, currency, on) => {
    if (currency === baseCurrency) return minor;
    const rate = rates.get(currency)?.find(({ from }) => from <= on)?.rate;
    if (rate === undefined) return null;
    const shift = baseDecimals - minorDecimals(currency);
    const up = shift > 0 ? 10n ** BigInt(shift) : 1n;
    const down = shift < 0 ? 10n ** BigInt(-shift) : 1n;
    return Number(dividedHalfUp(BigInt(minor) * rate * up, rateScale * down));
  };
};

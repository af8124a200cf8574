import { buildOrderBook, type OrderBook } from "@mainstay/analytics/order-day/order-book";
import {
  repeatHistoriesFromOrderDays,
  type RepeatHistories,
} from "@mainstay/analytics/purchase-model/repeat-history";
import type { RepeatSpend } from "@mainstay/analytics/spend/gamma-gamma";
import { repeatSpendFromOrderValues } from "@mainstay/analytics/spend/spend-per-order";
import type { DayNumber } from "@mainstay/domain/calendar/day-number";
import { minorDecimals } from "@mainstay/domain/money/currency";
import { normaliseHeader } from "@mainstay/domain/import/normalise-header";
import { openTable } from "../platform/files/open-table.ts";
import {
  type OrderFile,
  type OrderFileOptions,
  readOrderFile,
  type UnreadableHeader,
} from "./read-order-file.ts";

/** What a fit is made from, whatever the file was. Times in the asked unit, spend in major units. */
export type FitInput = {
  kind: "log" | "summary";
  histories: RepeatHistories;
  spend: RepeatSpend | null;
  customers: number;
  /** Order-days of a log, or customers plus repeats of a summary. */
  orders: number;
  until: DayNumber | null;
  refused: { line: number; reason: string }[];
  refusedCount: number;
  file: OrderFile | null;
};

const summaryHeaders = {
  x: ["x", "frequency", "freq", "repeats"],
  tx: ["tx", "recency", "rec"],
  T: ["t", "tcal", "age", "calibration"],
  spend: ["zbar", "spend", "monetaryvalue", "mx", "meanspend", "averagespend", "m"],
} as const;

type SummaryColumns = { x: number; tx: number; T: number; spend: number };

/** The places of a summary's columns, or null when the header is not one (x, t_x and T are needed). */
export const summaryColumns = (headers: readonly string[]): SummaryColumns | null => {
  const names = headers.map(normaliseHeader);
  const place = (field: keyof typeof summaryHeaders): number =>
    names.findIndex((name) => (summaryHeaders[field] as readonly string[]).includes(name));
  const columns = { x: place("x"), tx: place("tx"), T: place("T"), spend: place("spend") };
  return columns.x >= 0 && columns.tx >= 0 && columns.T >= 0 ? columns : null;
};

const numberIn = (row: readonly string[], at: number): number => {
  const text = (row[at] ?? "").trim();
  return text === "" ? Number.NaN : Number(text);
};

const summaryProblem = (x: number, tx: number, T: number, spend: number): string | null => {
  if (![x, tx, T].every(Number.isFinite)) return "x, t_x and T must be numbers";
  if (!(Number.isInteger(x) && x >= 0)) return `x = ${x} is not a count`;
  if (tx < 0 || T < 0 || tx > T + 1e-9) return `0 ≤ t_x ≤ T does not hold: t_x = ${tx}, T = ${T}`;
  if (x === 0 && tx > 0) return `x = 0 but t_x = ${tx}`;
  return Number.isNaN(spend) || spend < 0 ? "spend is not an amount" : null;
};

const readSummary = async (path: string): Promise<FitInput | null> => {
  const table = await openTable(path);
  let columns: SummaryColumns | null = null;
  const [x, tx, T, spend]: number[][] = [[], [], [], []];
  const refused: { line: number; reason: string }[] = [];
  let refusedCount = 0;
  for await (const { rows, lines } of table.batches) {
    rows.forEach((row, at) => {
      if (columns === null && at === 0) {
        columns = summaryColumns(row);
        return;
      }
      if (columns === null) return;
      const values = [
        numberIn(row, columns.x),
        numberIn(row, columns.tx),
        numberIn(row, columns.T),
      ] as const;
      const mean = columns.spend < 0 ? 0 : numberIn(row, columns.spend);
      const problem = summaryProblem(...values, mean);
      if (problem) {
        refusedCount += 1;
        if (refused.length < 50) refused.push({ line: lines[at]!, reason: problem });
        return;
      }
      x!.push(values[0]);
      tx!.push(values[1]);
      T!.push(values[2]);
      spend!.push(mean);
    });
    if (columns === null) return null;
  }
  if (columns === null) return null;
  const repeats = x!.reduce((sum, n) => sum + n, 0);
  const meanSpend = Float64Array.from(spend!);
  const counts = Float64Array.from(x!);
  return {
    kind: "summary",
    histories: { x: counts, tx: Float64Array.from(tx!), T: Float64Array.from(T!) },
    spend: (columns as SummaryColumns).spend < 0 ? null : { x: counts, meanSpend },
    customers: x!.length,
    orders: repeats + x!.length,
    until: null,
    refused,
    refusedCount,
    file: null,
  };
};

const repeatSpend = (
  book: OrderBook,
  currency: string | null,
  accounts: Int32Array,
): RepeatSpend => {
  const all = repeatSpendFromOrderValues({ offsets: book.offsets, values: book.net }, 1);
  const major = 10 ** minorDecimals(currency);
  return {
    x: Float64Array.from(accounts, (account) => all.x[account]!),
    meanSpend: Float64Array.from(accounts, (account) => all.meanSpend[account]! / major),
  };
};

/**
 * Reads what a fit needs: a summary (x, t_x, T and perhaps spend, in its own unit) or else an order log,
 * merged to order-days up to `until` (by default its last day). Order values are not capped: the published
 * estimates are not.
 */
export const readFitInput = async (
  path: string,
  options: OrderFileOptions,
  unitDays: 1 | 7,
  until: DayNumber | null,
): Promise<FitInput | UnreadableHeader> => {
  const summary = Object.keys(options.columns).length > 0 ? null : await readSummary(path);
  if (summary) return summary;
  const file = await readOrderFile(path, options);
  if (!("orders" in file)) return file;
  const end = until ?? file.lastDay;
  const book = buildOrderBook(file.orders, file.accounts.length, end);
  const { histories, accounts } = repeatHistoriesFromOrderDays(book, { until: end, unitDays });
  return {
    kind: "log",
    histories,
    spend: repeatSpend(book, file.currency, accounts),
    customers: accounts.length,
    orders: book.days.length,
    until: end,
    refused: [],
    refusedCount: file.counts.refused,
    file,
  };
};

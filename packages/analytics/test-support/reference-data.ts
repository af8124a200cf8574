import { existsSync, readFileSync } from "node:fs";
import { dayNumberOf } from "@mainstay/domain/calendar/day-number";
import type { OrderDays, RepeatHistories } from "../src/purchase-model/repeat-history.ts";

const folder = new URL("../../../../shared/data/", import.meta.url);

const linesOf = (path: string): string[] =>
  readFileSync(new URL(path, folder), "utf8").trim().split("\n");

const present = (path: string): boolean => {
  const found = existsSync(new URL(path, folder));
  if (!found)
    console.warn(
      `skipped: ../shared/data/${path} is absent; these tests need that public data set`,
    );
  return found;
};

/** Whether the public CDNOW files are there (they are not part of the project; licences differ). */
export const cdnowIsPresent = present("cdnow/CDNOW_sample.txt");

/** Whether the public Online Retail II file is there. */
export const onlineRetailIsPresent = present("online-retail-ii/invoices.csv");

const dayFromDigits = (text: string): number =>
  dayNumberOf(Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6, 8)));

const orderDaysOf = (byAccount: Map<string, number[]>): OrderDays => {
  const offsets = new Int32Array(byAccount.size + 1);
  const days: number[] = [];
  let account = 0;
  for (const own of byAccount.values()) {
    days.push(...own.sort((p, q) => p - q));
    offsets[++account] = days.length;
  }
  return { offsets, days: Int32Array.from(days) };
};

const group = (entries: Iterable<[string, number]>): OrderDays => {
  const byAccount = new Map<string, number[]>();
  for (const [account, day] of entries) {
    const own = byAccount.get(account);
    if (own) own.push(day);
    else byAccount.set(account, [day]);
  }
  return orderDaysOf(byAccount);
};

/** CDNOW's published 2-decimal summary in weeks: 2,357 customers to 1997-09-30. */
export const cdnowSummary = (): RepeatHistories & { meanSpend: Float64Array } => {
  const rows = linesOf("cdnow/cdnow_customers_summary_with_transactions.csv")
    .slice(1)
    .map((line) => line.split(",").map(Number));
  const column = (i: number) => Float64Array.from(rows, (row) => row[i]!);
  return { x: column(1), tx: column(2), T: column(3), meanSpend: column(4) };
};

/** Order-days of CDNOW's 1/10 sample (2,357 customers) or of all 23,570, to 1998-06-30. */
export const cdnowOrderDays = (part: "sample" | "all"): OrderDays => {
  const lines =
    part === "sample"
      ? linesOf("cdnow/CDNOW_sample.txt")
      : linesOf("cdnow/CDNOW_master.txt").slice(1);
  const account = part === "sample" ? 1 : 0;
  return group(
    lines.map((line): [string, number] => {
      const fields = line.trim().split(/\s+/);
      return [fields[account]!, dayFromDigits(fields[account + 1]!)];
    }),
  );
};

interface RetailOrder {
  account: string;
  day: number;
  worth: number;
}

/** Invoices of identified customers that are no cancellations and worth something. */
const onlineRetailOrders = (): RetailOrder[] =>
  linesOf("online-retail-ii/invoices.csv")
    .slice(1)
    .map((line) => line.split(","))
    .filter(([, invoice, , , worth]) => !invoice!.startsWith("C") && Number(worth) > 0)
    .map(([account, , time, , worth]) => ({
      account: account!,
      day: dayFromDigits(time!.slice(0, 10).replaceAll("-", "")),
      worth: Number(worth),
    }));

/** Order-days of the identified customers of Online Retail II in the shared part of the data set. */
export const onlineRetailOrderDays = (): OrderDays =>
  group(onlineRetailOrders().map(({ account, day }): [string, number] => [account, day]));

/** Value (£) of each of those order-days, account by account in order of time. */
export const onlineRetailOrderValues = (): { offsets: Int32Array; values: Float64Array } => {
  const byAccount = new Map<string, Map<number, number>>();
  for (const { account, day, worth } of onlineRetailOrders()) {
    const own = byAccount.get(account) ?? new Map<number, number>();
    own.set(day, (own.get(day) ?? 0) + worth);
    byAccount.set(account, own);
  }
  const offsets = new Int32Array(byAccount.size + 1);
  const values: number[] = [];
  let account = 0;
  for (const own of byAccount.values()) {
    values.push(...[...own].sort(([p], [q]) => p - q).map(([, worth]) => worth));
    offsets[++account] = values.length;
  }
  return { offsets, values: Float64Array.from(values) };
};

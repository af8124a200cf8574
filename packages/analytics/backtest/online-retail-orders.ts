import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { type DayNumber, dayNumberFromIso } from "@mainstay/domain/calendar/day-number";
import { type OrderDayHistories, packOrderDays } from "../src/rhythm/order-day-histories.ts";

const folder = fileURLToPath(new URL("../../../../shared/data/online-retail-ii/", import.meta.url));

/** Said wherever the real data are missing, as they are for most readers of this repository. */
export const onlineRetailAbsent =
  "Online Retail II is not here (../shared/data/online-retail-ii): its tables are left out.";

/** One invoice or cancellation: the day and its value in pence (negative when it takes goods back). */
export type RetailInvoice = { account: number; day: DayNumber; pence: number };

/** The identified customers of Online Retail II (Chen 2012, doi:10.24432/C5CG6D, CC BY 4.0). */
export type OnlineRetail = {
  /** Order-days per account; cancellations make none. */
  histories: OrderDayHistories;
  invoices: RetailInvoice[];
};

/** Reads the invoices, or gives null when the shared data folder is absent. */
export const readOnlineRetail = (): OnlineRetail | null => {
  if (!existsSync(`${folder}invoices.csv`)) return null;
  const rows = readFileSync(`${folder}invoices.csv`, "utf8").trimEnd().split(/\r?\n/).slice(1);
  const indexOf = new Map<string, number>();
  const orderDays: number[][] = [];
  const invoices = rows.map((row): RetailInvoice => {
    const [customer = "", , at = "", , value = ""] = row.split(",");
    const account = indexOf.get(customer) ?? indexOf.size;
    if (account === indexOf.size) {
      indexOf.set(customer, account);
      orderDays.push([]);
    }
    const day = dayNumberFromIso(at.slice(0, 10));
    if (day === null) throw new Error(`Unreadable invoice row: ${row}`);
    const pence = Math.round(Number(value) * 100);
    if (pence > 0) orderDays[account]!.push(day);
    return { account, day, pence };
  });
  return { histories: packOrderDays(orderDays), invoices };
};

/** Monthly sales of the whole shop, anonymous buyers included, cancellations left out (pounds by `YYYY-MM`). */
export const readMonthlySales = (): Map<string, number> | null => {
  if (!existsSync(`${folder}lines.csv.gz`)) return null;
  const text = gunzipSync(readFileSync(`${folder}lines.csv.gz`)).toString("utf8");
  const sales = new Map<string, number>();
  for (let from = text.indexOf("\n") + 1; from < text.length; ) {
    const end = text.indexOf("\n", from);
    const until = end < 0 ? text.length : end;
    const [, , quantity, at, price] = text.slice(from, until).split(",");
    const pounds = Number(quantity) * Number(price);
    if (pounds > 0) {
      const month = at!.slice(0, 7);
      sales.set(month, (sales.get(month) ?? 0) + pounds);
    }
    from = until + 1;
  }
  return sales;
};

/** Net value per account (pence) from the day after `after` up to and including `until`. */
export const netValues = (
  retail: OnlineRetail,
  after: DayNumber,
  until: DayNumber,
): Float64Array => {
  const values = new Float64Array(retail.histories.offsets.length - 1);
  for (const { account, day, pence } of retail.invoices) {
    if (day > after && day <= until) values[account]! += pence;
  }
  return values;
};

/** How many order-days an account has from the day after `after` up to and including `until`. */
export const countOrderDays = (
  { offsets, days }: OrderDayHistories,
  account: number,
  after: DayNumber,
  until: DayNumber,
): number => {
  let count = 0;
  for (let i = offsets[account]!; i < offsets[account + 1]!; i++) {
    if (days[i]! > after && days[i]! <= until) count++;
  }
  return count;
};

const year = 365;

/** Key accounts on a day: the top 20 % of the last 12 months' net revenue that have ≥ 4 order-days. */
export const keyAccounts = (retail: OnlineRetail, asOf: DayNumber): number[] => {
  const revenue = netValues(retail, asOf - year, asOf);
  const active = [...revenue.keys()]
    .filter((account) => countOrderDays(retail.histories, account, asOf - year, asOf) > 0)
    .sort((a, b) => revenue[b]! - revenue[a]!);
  return active
    .slice(0, Math.round(active.length / 5))
    .filter((account) => countOrderDays(retail.histories, account, 0, asOf) >= 4);
};

import type { InvoiceHistory } from "@mainstay/analytics/portfolio/payment-delay";
import { convertMoney, type ExchangeRates } from "@mainstay/analytics/order-day/convert-money";
import {
  type CollectedOrders,
  createOrderCollector,
} from "@mainstay/analytics/order-day/order-collector";
import {
  createProductCollector,
  type ProductCollector,
} from "@mainstay/analytics/order-day/product-collector";
import type { DayNumber } from "@mainstay/domain/calendar/day-number";
import {
  type DayOrder,
  type DayOrderEvidence,
  decideDayOrder,
  isDayOrderAmbiguous,
} from "@mainstay/domain/calendar/parse-calendar-day";
import { guessBareColumns } from "@mainstay/domain/import/guess-bare-columns";
import { type ExplicitColumns, findHeaderRow } from "@mainstay/domain/import/map-columns";
import {
  mapOrderLineColumns,
  type OrderLineColumns,
  type OrderLineMapping,
} from "@mainstay/domain/import/map-order-line-columns";
import { type OrderLineField, orderLineFields } from "@mainstay/domain/import/order-line-fields";
import {
  isOrderLineRefusal,
  type OrderLine,
  type OrderLineRefusal,
  orderLineReader,
} from "@mainstay/domain/import/read-order-line";
import {
  type OpenTableOptions,
  openTable,
  type TableFormat,
} from "../platform/files/open-table.ts";
import type { RowBatch } from "../platform/files/row-batch.ts";
import { collectInvoices } from "./collect-invoices.ts";

export type OrderFileOptions = OpenTableOptions & {
  columns: ExplicitColumns<OrderLineField>;
  today: DayNumber;
  /** Currency the figures are wanted in; the file's most frequent one otherwise. */
  currency: string | null;
  /** Rates into that currency, one for all days. */
  rates: ReadonlyMap<string, number>;
};

/** A line that was refused, by its line in the file. */
export type RefusedLine = {
  line: number;
  refusal:
    | OrderLineRefusal
    | { refused: "rate_missing"; header: string; text: string; detail: null };
};

/** Everything one pass over an order file yields. */
export type OrderFile = {
  accounts: string[];
  names: (string | null)[];
  orders: CollectedOrders;
  products: ProductCollector;
  invoices: InvoiceHistory | null;
  firstDay: DayNumber;
  lastDay: DayNumber;
  currency: string | null;
  headers: readonly string[];
  columns: OrderLineColumns;
  dayOrder: DayOrderEvidence;
  format: TableFormat;
  counts: { lines: number; accepted: number; anonymous: number; refused: number };
  refused: RefusedLine[];
};

/** Why no order could be read: the header cannot be understood. */
export type UnreadableHeader = { headers: readonly string[]; mapping: OrderLineMapping | null };

const refusedShown = 50;
const sampleRows = 300;

const placesNamed = (columns: ExplicitColumns<OrderLineField>): boolean => {
  const named = Object.values(columns);
  return named.length >= 3 && named.every((name) => /^\d{1,4}$/.test(name ?? ""));
};

const readHeader = (
  rows: readonly string[][],
  explicit: ExplicitColumns<OrderLineField>,
): { headers: string[]; first: number } | null => {
  const named = Object.values(explicit).filter((name) => name !== undefined);
  const found = findHeaderRow(rows, orderLineFields);
  const bare = rows[0]?.map((_, at) => String(at + 1)) ?? [];
  if (found === null && placesNamed(explicit)) return { headers: bare, first: 0 };
  const byName = rows
    .slice(0, 20)
    .findIndex((row) => named.some((name) => row.some((cell) => cell.trim() === name)));
  const at = found ?? (byName >= 0 ? byName : null);
  return at === null ? null : { headers: rows[at]!.map((cell) => cell.trim()), first: at + 1 };
};

const frequentCurrency = (lines: readonly (OrderLine | OrderLineRefusal)[]): string | null => {
  const tally = new Map<string, number>();
  for (const line of lines) {
    if (!isOrderLineRefusal(line) && line.currency)
      tally.set(line.currency, (tally.get(line.currency) ?? 0) + 1);
  }
  return [...tally].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
};

/** A copy of its own: a slice would keep the whole piece of file it was cut from in memory. */
const ownCopy = (text: string): string => Buffer.from(text, "utf8").toString("utf8");

const readOnce = async (
  path: string,
  options: OrderFileOptions,
  forced: DayOrder | null,
): Promise<OrderFile | UnreadableHeader> => {
  const table = await openTable(path, options);
  const orders = createOrderCollector();
  const products = createProductCollector();
  const invoices = collectInvoices();
  const indexOf = new Map<string, number>();
  const accounts: string[] = [];
  const names: (string | null)[] = [];
  const counts = { lines: 0, accepted: 0, anonymous: 0, refused: 0 };
  const refused: RefusedLine[] = [];
  let [firstDay, lastDay] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  let mapping: OrderLineMapping | null = null;
  let headers: string[] = [];
  let evidence: DayOrderEvidence = decideDayOrder([]);
  let read: ((row: readonly string[]) => OrderLine | OrderLineRefusal) | null = null;
  let currency = options.currency;
  let rates: ExchangeRates | null = null;

  const refuse = (line: number, refusal: RefusedLine["refusal"]): void => {
    counts.refused += 1;
    if (refused.length < refusedShown) refused.push({ line, refusal });
  };

  const begin = (batch: RowBatch): number | null => {
    let explicit = options.columns;
    let header = readHeader(batch.rows, explicit);
    if (!header && Object.keys(explicit).length === 0) {
      const bare = guessBareColumns(batch.rows, options.today);
      if (bare) {
        explicit = bare;
        header = readHeader(batch.rows, bare);
      }
    }
    if (!header) {
      headers = batch.rows[0] ?? [];
      return null;
    }
    headers = header.headers;
    const samples = batch.rows.slice(header.first);
    mapping = mapOrderLineColumns(headers, samples.slice(0, sampleRows), explicit);
    if (mapping.missing.length > 0 || mapping.unknown.length > 0) return null;
    const { columns } = mapping;
    evidence = decideDayOrder(samples.map((row) => row[columns.date?.column ?? -1] ?? ""));
    if (forced) evidence = { ...evidence, order: forced };
    const reading = { today: options.today, dayOrder: evidence.order };
    if (currency === null) {
      const probe = orderLineReader(columns, reading);
      currency = frequentCurrency(samples.slice(0, 2_000).map(probe));
    }
    read = orderLineReader(columns, { ...reading, currency });
    const base = currency;
    if (base !== null) {
      const byCurrency = [...options.rates].map(
        ([code, rate]) => [code, [{ from: -1e9, rate }]] as const,
      );
      rates = { base, rates: new Map(byCurrency) };
    }
    return header.first;
  };

  const take = (line: OrderLine, at: number): void => {
    let { minor, costMinor } = line;
    if (line.currency !== null && line.currency !== currency) {
      const converted = rates && convertMoney(minor, line.currency, line.day, rates);
      if (rates === null || converted === null) {
        refuse(at, { refused: "rate_missing", header: "", text: line.currency, detail: null });
        return;
      }
      minor = converted;
      costMinor =
        costMinor === null ? null : convertMoney(costMinor, line.currency, line.day, rates);
    }
    let account = indexOf.get(line.account);
    if (account === undefined) {
      account = accounts.length;
      const name = ownCopy(line.account);
      accounts.push(name);
      names.push(line.accountName === null ? null : ownCopy(line.accountName));
      indexOf.set(name, account);
    }
    counts.accepted += 1;
    if (line.day < firstDay) firstDay = line.day;
    if (line.day > lastDay) lastDay = line.day;
    const { day, orderId, refersTo } = line;
    orders.add({ account, day, net: minor, cost: costMinor, orderId, refersTo });
    if (line.product !== null) products.add(account, day, line.product, minor);
    if (line.dueOn !== null) invoices.add(account, line.dueOn, line.paidOn, minor, orderId);
  };

  for await (const batch of table.batches) {
    let from = 0;
    if (read === null) {
      const first = begin(batch);
      if (first === null) return { headers, mapping };
      from = first;
    }
    for (let row = from; row < batch.rows.length; row++) {
      counts.lines += 1;
      const line = read!(batch.rows[row]!);
      if (!isOrderLineRefusal(line)) take(line, batch.lines[row]!);
      else if (line.refused === "no_account") counts.anonymous += 1;
      else refuse(batch.lines[row]!, line);
    }
  }
  if (mapping === null) return { headers, mapping };
  return {
    accounts,
    names,
    orders: orders.collect(),
    products,
    invoices: invoices.collect(accounts.length),
    firstDay,
    lastDay,
    currency,
    headers,
    columns: (mapping as OrderLineMapping).columns,
    dayOrder: evidence,
    format: table.format(),
    counts,
    refused,
  };
};

/**
 * Reads an order file into orders by account. When the first rows could not prove the order of day and month
 * and later rows contradict the guess, the file is read again the other way round.
 */
export const readOrderFile = async (
  path: string,
  options: OrderFileOptions,
): Promise<OrderFile | UnreadableHeader> => {
  const file = await readOnce(path, options, null);
  if (!("orders" in file) || !isDayOrderAmbiguous(file.dayOrder)) return file;
  const contradicted = file.refused.some(({ refusal }) => refusal.detail === "impossible_day");
  if (!contradicted) return file;
  const other = file.dayOrder.order === "day_first" ? "month_first" : "day_first";
  const again = await readOnce(path, options, other);
  if (!("orders" in again) || again.counts.refused >= file.counts.refused) return file;
  return {
    ...again,
    dayOrder: { ...again.dayOrder, [other === "day_first" ? "dayFirst" : "monthFirst"]: 1 },
  };
};

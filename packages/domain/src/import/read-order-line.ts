import type { DayNumber } from "../calendar/day-number.ts";
import {
  type CalendarDayRefusal,
  type DayOrder,
  parseCalendarDay,
} from "../calendar/parse-calendar-day.ts";
import { currencyFromWord } from "../money/currency.ts";
import { multiplyMoney } from "../money/multiply-money.ts";
import {
  type MoneyReading,
  type MoneyRefusal,
  type ParsedMoney,
  parseMoney,
} from "../money/parse-money.ts";
import type { DecimalMark } from "../money/read-decimal.ts";
import { looksLikeFormula } from "./looks-like-formula.ts";
import type { OrderLineColumns } from "./map-order-line-columns.ts";
import { headerUnit } from "./normalise-header.ts";

/** One line of an order file as a fact. Money is integer minor units; returns and cancellations are negative. */
export type OrderLine = {
  account: string;
  accountName: string | null;
  day: DayNumber;
  minor: number;
  /** ISO code when the line, its column or the header says one. */
  currency: string | null;
  orderId: string | null;
  refersTo: string | null;
  product: string | null;
  costMinor: number | null;
  dueOn: DayNumber | null;
  paidOn: DayNumber | null;
};

export const orderLineRefusalCodes = [
  "no_account",
  "account_formula",
  "account_too_long",
  "date",
  "amount",
  "cost",
  "currency",
] as const;

/** Why a line is refused: which column, what stood there, and what is wrong with it. */
export type OrderLineRefusal = {
  refused: (typeof orderLineRefusalCodes)[number];
  header: string;
  text: string;
  detail: CalendarDayRefusal | MoneyRefusal | null;
};

export type OrderLineReading = {
  today: DayNumber;
  dayOrder: DayOrder;
  mark?: DecimalMark;
  /** Currency of the file where nothing else says one. */
  currency?: string | null;
};

const longestAccount = 200;

const refusal = (
  refused: OrderLineRefusal["refused"],
  header: string,
  text: string,
  detail: OrderLineRefusal["detail"] = null,
): OrderLineRefusal => ({ refused, header, text: text.slice(0, 60), detail });

/**
 * Prepares the reading of one file's lines; the returned function turns a row of cells into an order line
 * or the reason it is refused. `no_account` marks anonymous lines, which are skipped rather than wrong.
 */
export const orderLineReader = (
  columns: OrderLineColumns,
  reading: OrderLineReading,
): ((row: readonly string[]) => OrderLine | OrderLineRefusal) => {
  const place = (field: keyof OrderLineColumns): number => columns[field]?.column ?? -1;
  const header = (field: keyof OrderLineColumns): string => columns[field]?.header ?? field;
  const [account, date, amount] = [place("account"), place("date"), place("amount")];
  const [price, quantity, cost, unitCost] = [
    place("price"),
    place("quantity"),
    place("cost"),
    place("unitCost"),
  ];
  const [name, order, refers, product] = [
    place("accountName"),
    place("orderId"),
    place("refersTo"),
    place("product"),
  ];
  const [currencyAt, due, paid] = [place("currency"), place("dueOn"), place("paidOn")];
  const money = headerUnit(header(amount >= 0 ? "amount" : "price"));
  const costUnit = headerUnit(header(cost >= 0 ? "cost" : "unitCost"));
  const fileCurrency = reading.currency ?? null;
  const base: MoneyReading = {
    currency: money.currency ?? fileCurrency,
    shift: money.shift,
    mark: reading.mark,
  };
  const cell = (row: readonly string[], at: number): string => (at < 0 ? "" : (row[at] ?? ""));
  const optional = (row: readonly string[], at: number): string | null =>
    cell(row, at).trim() || null;
  const optionalDay = (row: readonly string[], at: number): DayNumber | null => {
    const day = at < 0 ? "empty" : parseCalendarDay(cell(row, at), reading.today, reading.dayOrder);
    return typeof day === "number" ? day : null;
  };
  let [lastDateText, lastDay]: [string, DayNumber | CalendarDayRefusal] = ["", "empty"];

  const readCost = (
    row: readonly string[],
    inMoney: MoneyReading,
  ): ParsedMoney | MoneyRefusal | null => {
    const text = cell(row, cost >= 0 ? cost : unitCost).trim();
    if (text === "" || (cost < 0 && quantity < 0)) return null;
    const asCost: MoneyReading = { ...inMoney, shift: costUnit.shift };
    return cost >= 0 ? parseMoney(text, asCost) : multiplyMoney(text, cell(row, quantity), asCost);
  };

  return (row) => {
    const who = cell(row, account).trim();
    if (who === "") return refusal("no_account", header("account"), "");
    if (looksLikeFormula(who)) return refusal("account_formula", header("account"), who);
    if (who.length > longestAccount) return refusal("account_too_long", header("account"), who);
    const dateText = cell(row, date);
    if (dateText !== lastDateText) {
      lastDay = parseCalendarDay(dateText, reading.today, reading.dayOrder);
      lastDateText = dateText;
    }
    if (typeof lastDay === "string") return refusal("date", header("date"), dateText, lastDay);
    let inMoney = base;
    let currency = base.currency ?? null;
    const currencyText = cell(row, currencyAt).trim();
    if (currencyText !== "") {
      currency = currencyFromWord(currencyText);
      if (currency === null)
        return refusal("currency", header("currency"), currencyText, "unknown_currency");
      if (currency !== base.currency) inMoney = { ...base, currency };
    }
    const value =
      amount >= 0
        ? parseMoney(cell(row, amount), inMoney)
        : multiplyMoney(cell(row, price), cell(row, quantity), inMoney);
    if (typeof value === "string") {
      const text = amount >= 0 ? cell(row, amount) : `${cell(row, price)} × ${cell(row, quantity)}`;
      return refusal("amount", header(amount >= 0 ? "amount" : "price"), text, value);
    }
    const spent = cost >= 0 || unitCost >= 0 ? readCost(row, inMoney) : null;
    if (typeof spent === "string")
      return refusal(
        "cost",
        header(cost >= 0 ? "cost" : "unitCost"),
        cell(row, cost >= 0 ? cost : unitCost),
        spent,
      );
    return {
      account: who,
      accountName: optional(row, name),
      day: lastDay,
      minor: value.minor,
      currency: currencyText === "" ? (value.currency ?? currency) : currency,
      orderId: optional(row, order),
      refersTo: optional(row, refers),
      product: optional(row, product),
      costMinor: spent === null ? null : spent.minor,
      dueOn: optionalDay(row, due),
      paidOn: optionalDay(row, paid),
    };
  };
};

/** Tells a refusal from a line. */
export const isOrderLineRefusal = (line: OrderLine | OrderLineRefusal): line is OrderLineRefusal =>
  "refused" in line;

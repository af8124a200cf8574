import { currencyFromWord } from "../money/currency.ts";
import { readUnsignedDecimal } from "../money/read-decimal.ts";
import type { OrderLineColumns } from "./map-order-line-columns.ts";
import { headerUnit } from "./normalise-header.ts";
import { fieldsOfKind } from "./fields-of-kind.ts";
import { type CellRefusal, isBlankCell, isCellRefusal, readCell } from "./read-cell.ts";
import {
  isOrderLineRefusal,
  type OrderLine,
  type OrderLineRefusal,
  orderLineReader,
} from "./read-order-line.ts";
import { anonymousRow, type RowReading } from "./read-record.ts";
import type { RowRefusal } from "./row-refusal.ts";

/** An order line as a file states it. `isReturn` null: the order's number and the sign of its total decide. */
export interface OrderRow extends Omit<OrderLine, "currency"> {
  readonly currency: string;
  readonly quantity: string | null;
  readonly unitPrice: string | null;
  readonly isReturn: boolean | null;
}

const longest = 100;

/** A plain decimal as PostgreSQL's numeric takes it, or null when the text is no number. */
const decimalText = (cell: string, places: number): string | null => {
  if (cell === "") return null;
  if (/^-?\d{1,13}(\.\d{1,4})?$/.test(cell)) return cell;
  const text = cell.normalize("NFKC").replace(/[−–]/g, "-").trim();
  const negative = /^-|^\(.*\)$/.test(text);
  const value = readUnsignedDecimal(text.replace(/^[-+(]|\)$/g, "").replace(/[^\d.,]/g, ""));
  if (typeof value === "string" || value.whole.length > 13) return null;
  const fraction = value.fraction.slice(0, places);
  return `${negative ? "-" : ""}${value.whole}${fraction ? `.${fraction}` : ""}`;
};

const fieldOf = {
  account_formula: "account",
  account_too_long: "account",
  date: "date",
  amount: "amount",
  cost: "cost",
  currency: "currency",
} as const;

const asRowRefusal = (line: OrderLineRefusal): CellRefusal => {
  if (line.refused === "no_account") return { refused: "anonymous_account", params: {} };
  const params = { field: fieldOf[line.refused], text: line.text };
  if (line.refused === "account_formula") return { refused: "formula", params };
  if (line.refused === "account_too_long") return { refused: "text_too_long", params };
  const detail = line.detail === "empty" || line.detail === null ? "empty_required" : line.detail;
  return { refused: detail satisfies RowRefusal, params };
};

/** The header that makes the line reader count in the unit the options say. */
const headerInUnit = (header: string, unit: RowReading["options"]["amountUnit"]): string => {
  if (unit === "header") return header;
  const currency = headerUnit(header).currency ?? "";
  return unit === "ten_thousand_yuan" ? `amount(万${currency})` : `amount(${currency})`;
};

/**
 * Prepares the reading of an order file; the returned function turns a row of cells into an order line, the reason
 * it is refused, or `anonymous`. A line counts as a return when a type column says so, or when it is negative and
 * has no order number; what else is a return shows when the order is whole.
 */
export const orderRowReader = (
  reading: RowReading,
): ((cells: readonly string[]) => OrderRow | CellRefusal | typeof anonymousRow) => {
  const { columns, header, options, today } = reading;
  const named: OrderLineColumns = {};
  for (const [field, column] of Object.entries(columns)) {
    if (field === "type") continue;
    const isMoney = ["amount", "price", "cost", "unitCost"].includes(field);
    const text = header[column] ?? "";
    named[field as keyof OrderLineColumns] = {
      column,
      header: isMoney ? headerInUnit(text, options.amountUnit) : text,
      confidence: 1,
    };
  }
  if (!named.account && named.accountName) {
    named.account = named.accountName;
    delete named.accountName;
  }
  const read = orderLineReader(named, {
    today,
    dayOrder: options.dayOrder,
    mark: options.decimalMark,
    currency: options.defaultCurrency,
  });
  const typeColumn = fieldsOfKind("order").find(({ field }) => field === "type");
  const [typeAt, quantityAt, priceAt] = [
    columns.type ?? -1,
    columns.quantity ?? -1,
    columns.price ?? -1,
  ];
  const context = { options, today, currency: options.defaultCurrency, shift: 0 };
  return (cells) => {
    const line = read(cells);
    if (isOrderLineRefusal(line)) {
      if (line.refused === "no_account" && options.anonymous === "skip") return anonymousRow;
      return asRowRefusal(line);
    }
    for (const text of [line.orderId, line.refersTo, line.product]) {
      if (text !== null && text.length > longest) {
        return {
          refused: "text_too_long",
          params: { field: text === line.product ? "product" : "orderId", text: text.slice(0, 60) },
        };
      }
    }
    let isReturn: boolean | null = line.orderId === null && line.minor < 0 ? true : null;
    const type = cells[typeAt];
    if (typeColumn && type !== undefined && !isBlankCell(type)) {
      const word = readCell(typeColumn, type, context);
      if (isCellRefusal(word)) return word;
      isReturn = word === "return";
    }
    const minor = isReturn === true && type !== undefined ? -Math.abs(line.minor) : line.minor;
    return {
      ...line,
      minor: minor || 0,
      costMinor:
        line.costMinor === null ? null : minor < 0 ? -Math.abs(line.costMinor) : line.costMinor,
      currency:
        line.currency ?? currencyFromWord(options.defaultCurrency) ?? options.defaultCurrency,
      quantity: quantityAt < 0 ? null : decimalText(cells[quantityAt] ?? "", 4),
      unitPrice: priceAt < 0 ? null : decimalText(cells[priceAt] ?? "", 6),
      isReturn,
    };
  };
};

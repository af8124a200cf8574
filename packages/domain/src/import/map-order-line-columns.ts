import { parseMoney } from "../money/parse-money.ts";
import {
  type ColumnMapping,
  type ExplicitColumns,
  mapColumns,
  type UnknownColumn,
} from "./map-columns.ts";
import { type OrderLineField, orderLineFields } from "./order-line-fields.ts";

export type OrderLineColumns = ColumnMapping<OrderLineField>;

/** What an order file lacks to be read: who bought, when, or for how much. */
export type MissingOrderColumn = "account" | "date" | "amount";

export type OrderLineMapping = {
  columns: OrderLineColumns;
  unknown: UnknownColumn<OrderLineField>[];
  missing: MissingOrderColumn[];
};

/**
 * Recognises the columns of an order file. A file with only a customer name is identified by that name; a
 * price without a quantity is taken as the amount; amount wins over price × quantity.
 */
export const mapOrderLineColumns = (
  headers: readonly string[],
  samples: readonly (readonly string[])[],
  explicit: ExplicitColumns<OrderLineField> = {},
): OrderLineMapping => {
  const { columns, unknown } = mapColumns(headers, samples, orderLineFields, explicit);
  if (!columns.account && columns.accountName) {
    columns.account = columns.accountName;
    delete columns.accountName;
  }
  if (!columns.amount && columns.price && !columns.quantity) {
    columns.amount = { ...columns.price, confidence: columns.price.confidence * 0.7 };
    delete columns.price;
  }
  if (columns.amount && columns.price && columns.quantity && explicit.amount === undefined) {
    preferProductWhenAmountIsNoTotal(columns, samples);
  }
  const missing: MissingOrderColumn[] = [];
  if (!columns.account) missing.push("account");
  if (!columns.date) missing.push("date");
  if (!columns.amount && !(columns.price && columns.quantity)) missing.push("amount");
  return { columns, unknown, missing };
};

/** An `amount` that merely repeats the unit price (seen in several shops' exports) is no line total. */
const preferProductWhenAmountIsNoTotal = (
  columns: OrderLineColumns,
  samples: readonly (readonly string[])[],
): void => {
  const at = (row: readonly string[], field: "amount" | "price" | "quantity"): number => {
    const money = parseMoney(row[columns[field]?.column ?? -1] ?? "");
    return typeof money === "string" ? Number.NaN : money.minor;
  };
  const telling = samples.filter((row) => at(row, "quantity") !== 100 && at(row, "price") !== 0);
  const repeats = telling.filter((row) => at(row, "amount") === at(row, "price"));
  if (telling.length >= 3 && repeats.length === telling.length) delete columns.amount;
};

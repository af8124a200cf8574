import type { DayNumber } from "../calendar/day-number.ts";
import { currencyFromWord } from "../money/currency.ts";
import { fieldsOfKind } from "./fields-of-kind.ts";
import type { ImportKind } from "./import-kind.ts";
import type { ImportOptions } from "./import-options.ts";
import { headerUnit } from "./normalise-header.ts";
import type { ColumnPlaces } from "./propose-mapping.ts";
import {
  type CellContext,
  type CellRefusal,
  type CellValue,
  isBlankCell,
  isCellRefusal,
  readCell,
} from "./read-cell.ts";

/** One row as a record: field → value; money is minor units of `currency`. */
export interface ReadRecord {
  readonly values: Readonly<Record<string, Exclude<CellValue, object> | null>>;
  readonly currency: string;
}

/** A row without a customer, where such rows are left out rather than refused. */
export const anonymousRow = "anonymous";

/** How the columns of one file are to be read. */
export interface RowReading {
  readonly kind: ImportKind;
  readonly header: readonly string[];
  readonly columns: ColumnPlaces;
  readonly options: ImportOptions;
  readonly today: DayNumber;
  /** How many cells a row may have; undefined where cells cannot move, as in a workbook. */
  readonly widest?: number | undefined;
}

/** How many powers of ten an amount column is written in, by the option or by its own header. */
export const amountShift = (header: string, options: ImportOptions): number => {
  if (options.amountUnit === "header") return headerUnit(header).shift;
  return options.amountUnit === "ten_thousand_yuan" ? 4 : 0;
};

/**
 * Prepares the reading of one file of any kind but orders; the returned function turns a row of cells into a
 * record, the reason it is refused, or `anonymous`.
 */
export const recordReader = (
  reading: RowReading,
): ((cells: readonly string[]) => ReadRecord | CellRefusal | typeof anonymousRow) => {
  const { options, header, columns, today } = reading;
  const byNameOnly = columns.account === undefined && columns.accountName !== undefined;
  const mapped = fieldsOfKind(reading.kind).flatMap((column) => {
    const at =
      byNameOnly && column.field === "account" ? columns.accountName : columns[column.field];
    return at === undefined ? [] : [{ column, at, shift: amountShift(header[at] ?? "", options) }];
  });
  const currencyAt = columns.currency ?? -1;
  const amountAt = columns.amount ?? columns.creditLimit ?? -1;
  const usual = headerUnit(header[amountAt] ?? "").currency ?? options.defaultCurrency;
  return (cells) => {
    let currency = usual;
    const word = cells[currencyAt];
    if (word !== undefined && !isBlankCell(word)) currency = currencyFromWord(word) ?? usual;
    const values: Record<string, Exclude<CellValue, object> | null> = {};
    for (const { column, at, shift } of mapped) {
      const cell = cells[at] ?? "";
      if (column.field === "account" && isBlankCell(cell)) {
        return options.anonymous === "skip"
          ? anonymousRow
          : { refused: "anonymous_account", params: {} };
      }
      const context: CellContext = { options, today, currency, shift };
      const value = readCell(column, cell, context);
      if (isCellRefusal(value)) return value;
      if (typeof value === "object" && value !== null) {
        values[column.field] = value.minor;
        if (value.currency !== null && (word === undefined || isBlankCell(word)))
          currency = value.currency;
      } else values[column.field] = value;
    }
    return { values, currency };
  };
};

import { decideDayOrder } from "../calendar/parse-calendar-day.ts";
import { fieldsOfKind } from "./fields-of-kind.ts";
import type { ImportKind } from "./import-kind.ts";
import type { AccountKey, ImportOptions } from "./import-options.ts";
import { mapColumns } from "./map-columns.ts";
import { mapOrderLineColumns } from "./map-order-line-columns.ts";
import { normaliseHeader } from "./normalise-header.ts";

/** Field → place of its column, from 0. */
export type ColumnPlaces = Record<string, number>;

/** What the header and a few rows suggest: which column is which, and the options the rows prove. */
export interface ProposedMapping {
  readonly columns: ColumnPlaces;
  readonly options: Pick<ImportOptions, "dayOrder" | "accountBy">;
}

const codeLike = /^[\x21-\x7e]*\d[\x21-\x7e]*$|^[A-Z0-9_-]{2,12}$/;
const nameHeader = /名|name|单位$|公司$/;

const accountKeyOf = (header: string, cells: readonly string[]): AccountKey => {
  if (nameHeader.test(normaliseHeader(header))) return "name";
  const filled = cells.map((cell) => cell.trim()).filter(Boolean);
  return filled.length > 0 &&
    filled.filter((cell) => codeLike.test(cell)).length * 2 < filled.length
    ? "name"
    : "number";
};

/** Proposes how a file of this kind is to be read; a person may correct every part of it. */
export const proposeMapping = (
  kind: ImportKind,
  header: readonly string[],
  sample: readonly (readonly string[])[],
): ProposedMapping => {
  const fields = fieldsOfKind(kind);
  const columns: ColumnPlaces = {};
  const lines: Readonly<Record<string, { column: number } | undefined>> =
    kind === "order" ? mapOrderLineColumns(header, sample).columns : {};
  const taken = new Set<number>();
  for (const { field } of fields) {
    const found = lines[field];
    if (!found) continue;
    columns[field] = found.column;
    taken.add(found.column);
  }
  const open = fields.filter(({ field }) => kind !== "order" || field === "type");
  for (const [field, found] of Object.entries(mapColumns(header, sample, open).columns)) {
    if (found && !taken.has(found.column)) columns[field] = found.column;
  }
  const cellsAt = (column: number | undefined) =>
    column === undefined ? [] : sample.map((row) => row[column] ?? "");
  const days = fields
    .filter(({ cells }) => cells === "day")
    .flatMap(({ field }) => cellsAt(columns[field]));
  const account = columns.account;
  return {
    columns,
    options: {
      dayOrder: decideDayOrder(days).order,
      accountBy:
        account === undefined ? "number" : accountKeyOf(header[account] ?? "", cellsAt(account)),
    },
  };
};

/** What makes two files alike enough to remember the mapping of one for the other. */
export const headerSignature = (header: readonly string[]): string =>
  header.map(normaliseHeader).join("|").slice(0, 4_000);

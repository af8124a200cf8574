import { readCalendarDay } from "../calendar/parse-calendar-day.ts";
import { parseMoney } from "../money/parse-money.ts";
import { normaliseHeader } from "./normalise-header.ts";

/** What a column's cells must look like for a header to be believed. */
export type CellKind = "text" | "number" | "day";

/** How one column of an import is recognised. */
export type ImportField<Field extends string> = {
  field: Field;
  /** Normalised headers that settle the question, best first. */
  names: readonly string[];
  /** Normalised words inside a longer header that make it likely. */
  hints: readonly string[];
  /** Normalised words that rule a hinted header out. */
  excludes: readonly string[];
  cells: CellKind;
};

/** One recognised column: its place, and how sure the reading of the header is (0–1). */
export type MappedColumn = { column: number; header: string; confidence: number };
export type ColumnMapping<Field extends string> = Partial<Record<Field, MappedColumn>>;

/** An explicit mapping names a column by its header or, with a number, by its place from 1. */
export type ExplicitColumns<Field extends string> = Partial<Record<Field, string>>;

/** A header named by hand that the file does not have. */
export type UnknownColumn<Field extends string> = { field: Field; named: string };

const fits = (kind: CellKind, text: string): boolean => {
  if (kind === "text") return true;
  if (kind === "day")
    return (
      typeof readCalendarDay(text, "day_first") === "number" ||
      typeof readCalendarDay(text, "month_first") === "number"
    );
  return typeof parseMoney(text) !== "string";
};

/** The share of filled sample cells that look like the kind; 1 when there is nothing to judge by. */
const shareFitting = (kind: CellKind, cells: readonly string[]): number => {
  const filled = cells.filter((cell) => cell.trim() !== "" && cell.trim().toUpperCase() !== "NULL");
  if (filled.length === 0) return 1;
  return filled.filter((cell) => fits(kind, cell)).length / filled.length;
};

const headerScore = <Field extends string>(field: ImportField<Field>, header: string): number => {
  const at = field.names.indexOf(header);
  if (at >= 0) return 1 - 0.2 * (at / field.names.length);
  if (field.excludes.some((word) => header.includes(word))) return 0;
  return field.hints.some((word) => header.includes(word)) ? 0.5 : 0;
};

const placeOf = (headers: readonly string[], named: string): number => {
  const exact = headers.findIndex((header) => header.trim() === named.trim());
  if (exact >= 0) return exact;
  const wanted = normaliseHeader(named);
  const alike = headers.findIndex((header) => normaliseHeader(header) === wanted);
  if (alike >= 0) return alike;
  const place = /^\d{1,4}$/.test(named.trim()) ? Number(named) - 1 : -1;
  return place >= 0 && place < headers.length ? place : -1;
};

/**
 * Finds which column is which from Chinese or English headers, checked against sample rows (a header
 * `date` whose cells are no dates is not believed). What a person names in `explicit` always wins.
 */
export const mapColumns = <Field extends string>(
  headers: readonly string[],
  samples: readonly (readonly string[])[],
  fields: readonly ImportField<Field>[],
  explicit: ExplicitColumns<Field> = {},
): { columns: ColumnMapping<Field>; unknown: UnknownColumn<Field>[] } => {
  const columns: ColumnMapping<Field> = {};
  const unknown: UnknownColumn<Field>[] = [];
  const taken = new Set<number>();
  for (const { field } of fields) {
    const named = explicit[field];
    if (named === undefined) continue;
    const column = placeOf(headers, named);
    if (column < 0) unknown.push({ field, named });
    else {
      columns[field] = { column, header: headers[column] ?? "", confidence: 1 };
      taken.add(column);
    }
  }
  const candidates = headers.flatMap((header, column) => {
    const name = normaliseHeader(header);
    return fields.flatMap((field, priority) => {
      const score = headerScore(field, name);
      if (score === 0 || columns[field.field]) return [];
      const fitting = shareFitting(
        field.cells,
        samples.map((row) => row[column] ?? ""),
      );
      return fitting < 0.5
        ? []
        : [{ field, column, header, priority, confidence: score * fitting }];
    });
  });
  candidates.sort(
    (a, b) => b.confidence - a.confidence || a.priority - b.priority || a.column - b.column,
  );
  for (const { field, column, header, confidence } of candidates) {
    if (columns[field.field] || taken.has(column)) continue;
    columns[field.field] = { column, header, confidence };
    taken.add(column);
  }
  return { columns, unknown };
};

/** How many cells of a row are headers the fields know: the row with the most of them is the header row. */
export const countKnownHeaders = <Field extends string>(
  cells: readonly string[],
  fields: readonly ImportField<Field>[],
): number =>
  cells.filter((cell) => {
    const name = normaliseHeader(cell);
    return name !== "" && fields.some((field) => headerScore(field, name) > 0);
  }).length;

/**
 * The place of the header row among the first rows of a file (title lines may stand above it), or null
 * when no row reads like headers, as in a bare log.
 */
export const findHeaderRow = <Field extends string>(
  rows: readonly (readonly string[])[],
  fields: readonly ImportField<Field>[],
): number | null => {
  let best: { row: number; known: number } | null = null;
  for (let row = 0; row < Math.min(rows.length, 20); row++) {
    const known = countKnownHeaders(rows[row] ?? [], fields);
    if (known >= 2 && (best === null || known > best.known)) best = { row, known };
  }
  return best?.row ?? null;
};

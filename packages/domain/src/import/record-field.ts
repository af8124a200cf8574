import type { ImportField } from "./map-columns.ts";

/** How a cell becomes a value: text as it stands, a day, an amount, a yes or no, a plain number, one word of a list. */
export type CellReading =
  | { readonly as: "text"; readonly longest: number }
  | { readonly as: "day" }
  | { readonly as: "money" }
  | { readonly as: "currency" }
  | { readonly as: "flag" }
  | {
      readonly as: "number";
      readonly least: number;
      readonly most: number;
      readonly whole: boolean;
    }
  | { readonly as: "words"; readonly words: Readonly<Record<string, readonly string[]>> };

/** One column a kind of record can carry: how its header is recognised and how its cells are read. */
export type RecordField = ImportField<string> & {
  readonly reading: CellReading;
  readonly required?: boolean;
};

const split = (text: string): string[] => text.split(/\s+/).filter(Boolean);

/** Declares a column: names that settle it, then hints and words that rule it out, each blank-separated. */
export const recordField = (
  field: string,
  reading: CellReading,
  names: string,
  more: { hints?: string; excludes?: string; required?: boolean } = {},
): RecordField => ({
  field,
  reading,
  names: split(names),
  hints: split(more.hints ?? ""),
  excludes: split(more.excludes ?? ""),
  cells:
    reading.as === "day"
      ? "day"
      : reading.as === "money" || reading.as === "number"
        ? "number"
        : "text",
  required: more.required ?? false,
});

export const textCell = (longest: number): CellReading => ({ as: "text", longest });
export const dayCell: CellReading = { as: "day" };
export const moneyCell: CellReading = { as: "money" };
export const flagCell: CellReading = { as: "flag" };

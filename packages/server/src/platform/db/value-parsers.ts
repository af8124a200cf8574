import pg from "pg";
import type { CustomTypesConfig } from "pg";

const oid = {
  int8: 20,
  date: 1082,
  numeric: 1700,
  int8Array: 1016,
  dateArray: 1182,
  numericArray: 1231,
  textArray: 1009,
} as const;

const parseTextArray = pg.types.getTypeParser(oid.textArray as number, "text") as (
  text: string,
) => string[];

/** A whole number from the database; refuses one that a JavaScript number cannot hold exactly. */
export function parseWholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) {
    throw new RangeError(`The database answered ${text}, which is beyond exact whole numbers.`);
  }
  return value;
}

const parsers: Record<number, (text: string) => unknown> = {
  [oid.int8]: parseWholeNumber,
  [oid.int8Array]: (text) =>
    parseTextArray(text).map((item) => (item === null ? null : parseWholeNumber(item))),
  [oid.date]: (text) => text,
  [oid.dateArray]: parseTextArray,
  [oid.numeric]: (text) => text,
  [oid.numericArray]: parseTextArray,
};

/** Calendar days and decimals stay text, whole numbers are guarded, instants become `Date`. */
export const valueParsers: CustomTypesConfig = {
  getTypeParser: ((type: number, format?: "text" | "binary") =>
    (format !== "binary" && parsers[type]) ||
    pg.types.getTypeParser(type, format as "text")) as CustomTypesConfig["getTypeParser"],
};

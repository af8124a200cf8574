import { looksLikeFormula } from "@mainstay/domain/import/looks-like-formula";

const plainNumber = /^-?\d+(\.\d+)?$/;

/** A cell that no spreadsheet will run: what looks like a formula gets an apostrophe before it. */
export const harmlessCell = (text: string): string =>
  looksLikeFormula(text) || (/^[+\-=@\t\r]/.test(text) && !plainNumber.test(text))
    ? `'${text}`
    : text;

/** One line of CSV with its line end; null is an empty cell, formulas are neutralised. */
export const csvLine = (cells: readonly (string | number | boolean | null)[]): string => {
  let line = "";
  for (let i = 0; i < cells.length; i++) {
    const text = harmlessCell(String(cells[i] ?? ""));
    if (i > 0) line += ",";
    line += /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  }
  return `${line}\r\n`;
};

/** The mark by which spreadsheets know that a CSV is UTF-8. */
export const utf8Mark = "\ufeff";

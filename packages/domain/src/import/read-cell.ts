import { type DayNumber, isoFromDayNumber } from "../calendar/day-number.ts";
import { parseCalendarDay } from "../calendar/parse-calendar-day.ts";
import { currencyFromWord } from "../money/currency.ts";
import { type ParsedMoney, parseMoney } from "../money/parse-money.ts";
import type { ImportOptions } from "./import-options.ts";
import type { RecordField } from "./record-field.ts";
import type { RowRefusal } from "./row-refusal.ts";

/** What a cell came to: text, an ISO day, a number, yes or no, or an amount; null for an empty cell. */
export type CellValue = string | number | boolean | ParsedMoney | null;

/** Why a cell is not taken, with what the reader of the error needs to find it. */
export interface CellRefusal {
  readonly refused: RowRefusal;
  readonly params: Readonly<Record<string, string | number>>;
}

/** How the cells of one file are read; `currency` is that of the row. */
export interface CellContext {
  readonly options: ImportOptions;
  readonly today: DayNumber;
  readonly currency: string;
  readonly shift: number;
}

const flags: Readonly<Record<string, boolean>> = {};
const yes = "yes y true t 1 是 有 对 √ 已 完整".split(" ");
const no = "no n false f 0 否 无 不 × 未".split(" ");
for (const word of yes) (flags as Record<string, boolean>)[word] = true;
for (const word of no) (flags as Record<string, boolean>)[word] = false;

const wordOf = (
  text: string,
  words: Readonly<Record<string, readonly string[]>>,
): string | null => {
  const sought = text.normalize("NFKC").trim().toLowerCase();
  for (const [word, spellings] of Object.entries(words)) {
    if (word === sought || spellings.includes(sought)) return word;
  }
  return null;
};

/** Empty, and the spellings of empty that databases export. */
export const isBlankCell = (cell: string): boolean => {
  if (cell === "") return true;
  const text = cell.trim();
  return text === "" || text === "NULL" || text === "null" || text === "\\N";
};

const refuse = (refused: RowRefusal, field: string, text: string): CellRefusal => ({
  refused,
  params: { field, text: text.slice(0, 60) },
});

export const isCellRefusal = (value: CellValue | CellRefusal): value is CellRefusal =>
  typeof value === "object" && value !== null && "refused" in value;

/**
 * Reads one cell by the rules of its column. Text is kept as it stands (a formula stays text and is neutralised
 * on export); what cannot be a day, amount or known word is refused, never guessed.
 */
export const readCell = (
  column: RecordField,
  cell: string,
  context: CellContext,
): CellValue | CellRefusal => {
  const { reading, field } = column;
  if (isBlankCell(cell)) {
    return column.required ? { refused: "empty_required", params: { field } } : null;
  }
  switch (reading.as) {
    case "text": {
      const text = cell.trim();
      if (text.includes("\u0000")) return refuse("text_unreadable", field, "");
      return text.length > reading.longest ? refuse("text_too_long", field, text) : text;
    }
    case "day": {
      const day = parseCalendarDay(cell, context.today, context.options.dayOrder);
      if (typeof day === "number") return isoFromDayNumber(day);
      return refuse(day === "empty" ? "empty_required" : day, field, cell);
    }
    case "money": {
      const { currency, shift } = context;
      const money = parseMoney(cell, { currency, shift, mark: context.options.decimalMark });
      if (typeof money !== "string") return money;
      return refuse(money === "empty" ? "empty_required" : money, field, cell);
    }
    case "currency": {
      return currencyFromWord(cell) ?? refuse("unknown_currency", field, cell);
    }
    case "flag": {
      return (
        flags[cell.normalize("NFKC").trim().toLowerCase()] ?? refuse("value_unknown", field, cell)
      );
    }
    case "number": {
      const number = Number(cell.normalize("NFKC").trim().replace(/%$/, ""));
      const fits =
        number >= reading.least &&
        number <= reading.most &&
        (!reading.whole || Number.isInteger(number));
      return fits ? number : refuse("not_a_number", field, cell);
    }
    case "words":
      return wordOf(cell, reading.words) ?? refuse("value_unknown", field, cell);
  }
};

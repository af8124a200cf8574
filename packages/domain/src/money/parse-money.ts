import { looksLikeFormula } from "../import/looks-like-formula.ts";
import { currencyFromWord, minorDecimals } from "./currency.ts";
import {
  type Decimal,
  type DecimalMark,
  readUnsignedDecimal,
  scaledInteger,
} from "./read-decimal.ts";

export type MoneyRefusal =
  | "empty"
  | "not_a_number"
  | "ambiguous_separator"
  | "formula"
  | "unknown_currency"
  | "absurd_amount";

/** An amount in integer minor units (分, cents); `currency` only when the text itself names one. */
export type ParsedMoney = { minor: number; currency: string | null };

export type MoneyReading = {
  /** Currency of the column, which sets the size of the minor unit when the text names none. */
  currency?: string | null;
  /** Powers of ten the header announces: 4 for 万元, 8 for 亿元, 3 for 千元. */
  shift?: number;
  mark?: DecimalMark;
};

/** Amounts beyond a trillion major units are refused as a slip of the pen, not money. */
export const absurdMajorUnits = 1e12;

/** No amount is written longer; a longer cell is not even looked at. */
const longestAmount = 80;

const units: ReadonlyArray<readonly [string, number]> = [
  ["万亿", 12],
  ["亿", 8],
  ["千万", 7],
  ["百万", 6],
  ["万", 4],
  ["萬", 4],
  ["千", 3],
];

const wordBefore = /^([A-Za-z]{0,3}\s*[$€£¥₩₹₽]|[A-Za-z]{3}|人民币|\p{Script=Han}+)\s*/u;
const wordAfter = /\s*([A-Za-z]{0,2}[$€£¥₩₹₽]|[A-Za-z]{3}|\p{Script=Han}+)$/u;

const simpleMoney = /^-?\d{1,11}(\.\d{1,2})?$/;

const unitOf = (word: string): { shift: number; currency: string | null } | null => {
  for (const [unit, shift] of units) {
    if (!word.startsWith(unit)) continue;
    const rest = word.slice(unit.length);
    if (rest === "" || rest === "整") return { shift, currency: null };
    const currency = currencyFromWord(rest.replace(/整$/, ""));
    return currency ? { shift, currency } : null;
  }
  const currency = currencyFromWord(word.replace(/整$/, ""));
  return currency ? { shift: 0, currency } : null;
};

const signed = (text: string): { body: string; negative: boolean } => {
  if (/^\(.*\)$/.test(text)) return { body: text.slice(1, -1).trim(), negative: true };
  if (/^[-−–]/.test(text)) return { body: text.slice(1).trim(), negative: true };
  if (/[-−]$/.test(text)) return { body: text.slice(0, -1).trim(), negative: true };
  return { body: text.replace(/^\+\s*/, ""), negative: false };
};

const readUnit = (
  body: string,
  columnShift: number,
): { digits: string; shift: number; currency: string | null } | MoneyRefusal => {
  const after = wordAfter.exec(body);
  if (!after?.[1]) return { digits: body, shift: columnShift, currency: null };
  const unit = unitOf(after[1]);
  if (!unit) return /\d/.test(body) ? "unknown_currency" : "not_a_number";
  const shift = unit.shift > 0 ? unit.shift : /[元圆块]$/.test(after[1]) ? 0 : columnShift;
  return { digits: body.slice(0, after.index).trim(), shift, currency: unit.currency };
};

/** The digits, size and currency of an amount before it becomes minor units; shared by price and amount. */
export const readMoneyText = (
  text: string,
  reading: MoneyReading = {},
): { value: Decimal; shift: number; currency: string | null } | MoneyRefusal => {
  if (looksLikeFormula(text)) return "formula";
  if (text.length > longestAmount) return "not_a_number";
  const clean = text.normalize("NFKC").replace(/[−–]/g, "-").trim();
  if (clean === "") return "empty";
  let { body, negative } = signed(clean);
  let currency: string | null = null;
  const before = wordBefore.exec(body);
  if (before?.[1]) {
    currency = currencyFromWord(before[1].replace(/\s/g, ""));
    if (!currency) return /\d/.test(body) ? "unknown_currency" : "not_a_number";
    const inner = signed(body.slice(before[0].length));
    if (inner.negative && negative) return "not_a_number";
    body = inner.body;
    negative = negative || inner.negative;
  }
  const unit = readUnit(body, reading.shift ?? 0);
  if (typeof unit === "string") return unit;
  // `￥5元` and `USD 5元` say the currency twice: the first word wins, a real contradiction is refused.
  if (unit.currency && currency && unit.currency !== currency && unit.currency !== "CNY") {
    return "unknown_currency";
  }
  const value = readUnsignedDecimal(unit.digits, reading.mark ?? "auto");
  if (typeof value === "string") return value;
  return {
    value: { ...value, negative },
    shift: unit.shift,
    currency: currency ?? unit.currency,
  };
};

/**
 * Reads one amount as people type it: `1,234.50`, `￥1.2万`, `(300)`, `-5`, `USD 12`, `3亿元`, full-width
 * digits included. Answers integer minor units, or the reason it is refused. Never guesses: what could
 * mean two numbers is refused.
 */
export const parseMoney = (
  text: string,
  reading: MoneyReading = {},
): ParsedMoney | MoneyRefusal => {
  const column = reading.currency ?? null;
  if (
    reading.mark !== "," &&
    !reading.shift &&
    simpleMoney.test(text) &&
    minorDecimals(column) === 2
  ) {
    return { minor: Math.round(Number(text) * 100) || 0, currency: null };
  }
  const money = readMoneyText(text, reading);
  if (typeof money === "string") return money;
  const decimals = minorDecimals(money.currency ?? column);
  const minor = scaledInteger(money.value, decimals, money.shift);
  if (minor === null || Math.abs(minor) > absurdMajorUnits * 10 ** decimals) return "absurd_amount";
  return { minor, currency: money.currency };
};

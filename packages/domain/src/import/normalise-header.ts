import { currencyFromWord } from "../money/currency.ts";

/** What the words of a header say about its column besides the name: `金额(万元)` counts in 10⁴ of CNY. */
export type HeaderUnit = { shift: number; currency: string | null };

const shifts: ReadonlyArray<readonly [RegExp, number]> = [
  [/^亿/, 8],
  [/^百万|^million|^mn$/i, 6],
  [/^万|^萬/, 4],
  [/^千|^thousand/i, 3],
];

/** Only this much of a header is compared. */
const longestHeader = 100;

/** A header reduced to what it is compared by: `Customer_ID`, `customer id` and `CustomerID ` are one. */
export const normaliseHeader = (header: string): string =>
  header
    .slice(0, longestHeader)
    .normalize("NFKC")
    .toLowerCase()
    .replace(/^\ufeff/, "")
    .replace(/[([{【].*?[)\]}】]/g, "")
    .replace(/[\s_\-./:：#*'"]+/g, "");

/** Reads the unit and currency a header carries in brackets or after a slash: `金额（万元）`, `Amount (USD)`. */
export const headerUnit = (header: string): HeaderUnit => {
  const text = header
    .slice(0, longestHeader)
    .normalize("NFKC")
    .replace(/[[{【]/g, "(")
    .replace(/[\]}】]/g, ")");
  const inner = /\(([^)]*)\)/.exec(text)?.[1] ?? /[/:_ ]([^/:_ ]+)$/.exec(text)?.[1] ?? "";
  const words = inner.trim().replace(/^单位[::]?\s*/, "");
  for (const [pattern, shift] of shifts) {
    if (!pattern.test(words)) continue;
    return { shift, currency: currencyFromWord(words.replace(/^(百万|[亿万萬千])/, "")) };
  }
  return { shift: 0, currency: currencyFromWord(words) };
};

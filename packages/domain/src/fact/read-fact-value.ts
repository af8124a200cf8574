import { type FactKind, factRules } from "./fact-kind.ts";
import type { FactValue } from "./fact-value.ts";

const lunarDigits = "一二三四五六七八九十";
const lunarMonths = "正二三四五六七八九十冬腊";
const monthsEn =
  "january february march april may june july august september october november december".split(
    " ",
  );

/** `初五` 5, `十五` 15, `廿三` 23, `三十` 30; null for anything else. */
const lunarDayOf = (words: string): number | null => {
  const unit = (one: string | undefined) => (one ? lunarDigits.indexOf(one) + 1 : 0);
  if (words === "二十") return 20;
  if (words === "三十") return 30;
  const parts = /^(初|十|廿)([一二三四五六七八九十])$/.exec(words);
  if (!parts) return null;
  const tens = { 初: 0, 十: 10, 廿: 20 }[parts[1] as "初"];
  return tens + unit(parts[2]);
};

type AnniversaryValue = Extract<FactValue, { shape: "anniversary" }>;
const anniversary = (
  month: number,
  day: number | null,
  year: number | null,
  more: Partial<AnniversaryValue> = {},
): AnniversaryValue => ({
  shape: "anniversary",
  calendar: "solar",
  month,
  day,
  year,
  isLeapMonth: false,
  ...more,
});

const number = (text: string | undefined): number | null =>
  text === undefined || text === "" ? null : Number(text);

const readLunar = (text: string): AnniversaryValue | null => {
  const rest = text.replace(/^(农历|阴历|lunar)\s*/i, "");
  const words = /^(?:(\d{4})年)?(闰)?([正一二三四五六七八九十冬腊])月(\S{2})$/.exec(rest);
  if (words) {
    const month = "一" === words[3] ? 1 : lunarMonths.indexOf(words[3] ?? "") + 1;
    const day = lunarDayOf(words[4] ?? "");
    if (month === 0 || day === null) return null;
    const more = { calendar: "lunar", isLeapMonth: words[2] !== undefined } as const;
    return anniversary(month, day, number(words[1]), more);
  }
  const plain = readSolar(rest.replace("闰", ""));
  return plain && { ...plain, calendar: "lunar", isLeapMonth: rest.includes("闰") };
};

const readSolar = (text: string): AnniversaryValue | null => {
  const dashed = /^(?:(\d{4})[-/.年])?\s*(\d{1,2})[-/.月]\s*(\d{1,2})日?$/.exec(text);
  if (dashed) return anniversary(Number(dashed[2]), Number(dashed[3]), number(dashed[1]));
  const month = /^(\d{4})[-/.年]\s*(\d{1,2})月?$/.exec(text);
  if (month) return anniversary(Number(month[2]), null, Number(month[1]));
  const english = /^(?:(\d{1,2}) )?([a-z]+)(?:,? (\d{4}))?$/i.exec(text);
  const named = english ? monthsEn.indexOf((english[2] ?? "").toLowerCase()) + 1 : 0;
  return english && named > 0 ? anniversary(named, number(english[1]), number(english[3])) : null;
};

const readTrip = (text: string): FactValue | null => {
  const parts = /^(.+?)[\s·,，]+(\d{4})[-/.年](\d{1,2})月?$/.exec(text);
  if (!parts) return null;
  const month = `${parts[2]}-${(parts[3] ?? "").padStart(2, "0")}`;
  return { shape: "trip", region: (parts[1] ?? "").trim(), month };
};

const yes = new Set("是 有 yes y true 1".split(" "));
const no = new Set("否 无 没有 no n false 0".split(" "));

/**
 * Reads a value as a cell of a file has it, by the shape of its kind: `3月15日`, `1975-03-15`, `1975年3月`,
 * `农历闰六月十五`, `云南 2026-12`. Null for what cannot be told; nothing is guessed.
 */
export const readFactValue = (kind: FactKind, cell: string): FactValue | null => {
  const text = cell.normalize("NFKC").trim();
  switch (factRules[kind].shape) {
    case "words":
      return cell.trim() === "" ? null : { shape: "words", words: cell.trim() };
    case "year": {
      const year = /^(\d{4})年?$/.exec(text)?.[1];
      return year === undefined ? null : { shape: "year", year: Number(year) };
    }
    case "yes_no": {
      const word = text.toLowerCase();
      if (yes.has(word)) return { shape: "yes_no", isSo: true };
      return no.has(word) ? { shape: "yes_no", isSo: false } : null;
    }
    case "anniversary":
      return /^(农历|阴历|lunar)/i.test(text) ? readLunar(text) : readSolar(text);
    case "trip":
      return readTrip(text);
  }
};

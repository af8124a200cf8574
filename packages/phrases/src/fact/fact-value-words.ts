import type { FactValue } from "@mainstay/domain/fact/fact-value";
import { formatMonthDay } from "../format/format-day.ts";
import { formatLunarDay } from "../format/format-lunar.ts";
import type { Locale } from "../locale.ts";

const monthsEn =
  "January February March April May June July August September October November December".split(
    " ",
  );

const monthWords = (year: number, month: number, locale: Locale): string =>
  locale === "en" ? `${monthsEn[month - 1]} ${year}` : `${year}年${month}月`;

type AnniversaryValue = Extract<FactValue, { shape: "anniversary" }>;

const anniversaryWords = (value: AnniversaryValue, locale: Locale): string => {
  const { calendar, month, day, year, isLeapMonth } = value;
  const isLunar = calendar === "lunar";
  if (day === null) {
    const words = monthWords(year ?? 0, month, locale);
    if (!isLunar) return words;
    return locale === "en" ? `lunar month ${month} of ${year}` : `农历${words}`;
  }
  const words = isLunar
    ? formatLunarDay({ month, day, isLeapMonth }, locale)
    : formatMonthDay(month, day, locale);
  if (locale === "en") return year === null ? words : `${words}, ${year}`;
  return `${isLunar ? "农历" : ""}${year === null ? "" : `${year}年`}${words}`;
};

/** What a fact says, as one reads it: `农历闰六月十五`, `15 March 1975`, `云南 · 2026年10月`. */
export const factValueWords = (value: FactValue, locale: Locale): string => {
  switch (value.shape) {
    case "words":
      return value.words;
    case "year":
      return locale === "en" ? String(value.year) : `${value.year}年`;
    case "yes_no":
      if (locale === "en") return value.isSo ? "Yes" : "No";
      return value.isSo ? "是" : "否";
    case "anniversary":
      return anniversaryWords(value, locale);
    case "trip": {
      const [year, month] = value.month.split("-").map(Number);
      return `${value.region} · ${monthWords(year ?? 0, month ?? 1, locale)}`;
    }
  }
};

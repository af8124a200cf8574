import { minorDecimals } from "@mainstay/domain/money/currency";
import type { Locale } from "../locale.ts";
import { groupDigits } from "./format-number.ts";

/** 元 or 万元 (English: k and M); how people of this workspace like to read amounts. */
export type AmountUnit = "yuan" | "ten_thousand_yuan";

const symbols: Readonly<Record<string, string>> = {
  CNY: "¥",
  USD: "US$",
  EUR: "€",
  GBP: "£",
  JPY: "JP¥",
  HKD: "HK$",
  TWD: "NT$",
  KRW: "₩",
  INR: "₹",
  AUD: "A$",
  CAD: "C$",
  SGD: "S$",
};

/** `¥`, `£`, `US$`; the code and a space where a currency has no sign of its own. */
export const currencySign = (currency: string): string => symbols[currency] ?? `${currency} `;

const digitsFor = (value: number) => (value >= 100 ? 0 : value >= 10 ? 1 : 2);

const scaled = (value: number, suffix: string, gap: string): string =>
  `${String(Number(groupDigits(value, digitsFor(value)).replaceAll(",", ""))).replace(/\B(?=(\d{3})+(?!\d)(?<!\.\d*))/g, ",")}${gap}${suffix}`;

const compact = (value: number, locale: Locale): string => {
  if (locale === "en") {
    if (value >= 999_500_000) return scaled(value / 1e9, "bn", "");
    if (value >= 999_500) return scaled(value / 1e6, "M", "");
    if (value >= 1_000) return scaled(value / 1e3, "k", "");
    return groupDigits(value, 0);
  }
  if (value >= 99_995_000) return scaled(value / 1e8, "亿", " ");
  if (value >= 10_000) return scaled(value / 1e4, "万", " ");
  return groupDigits(value, 0);
};

/**
 * Money as people read it: `¥212 万`, `¥2.12M`, `¥2,120,000`, `−£1,204`. Exact amounts show the minor unit only
 * when `exact` asks for it (an invoice, a single order line).
 * @param minor integer minor units (分, cents); @param signed put a plus before gains.
 */
export const formatMoney = (
  minor: number,
  currency: string,
  locale: Locale,
  options: { unit?: AmountUnit; exact?: boolean; signed?: boolean } = {},
): string => {
  const decimals = minorDecimals(currency);
  const value = Math.abs(minor) / 10 ** decimals;
  const sign = minor < 0 ? "−" : options.signed && minor > 0 ? "+" : "";
  const body =
    options.exact === true
      ? groupDigits(value, decimals)
      : options.unit === "yuan"
        ? groupDigits(value, 0)
        : compact(value, locale);
  return `${sign}${currencySign(currency)}${body}`;
};

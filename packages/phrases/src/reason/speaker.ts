import type { MoneyAmount } from "@mainstay/domain/evaluation/evaluation-reason";
import { formatDay, formatMonthDay } from "../format/format-day.ts";
import { type AmountUnit, formatMoney } from "../format/format-money.ts";
import { formatNumber, formatShare } from "../format/format-number.ts";
import type { Locale } from "../locale.ts";

/** How figures are said in one language, handed to every sentence. */
export interface Speaker {
  day: (on: string) => string;
  monthDay: (place: { month: number; day: number }) => string;
  money: (amount: MoneyAmount) => string;
  share: (value: number) => string;
  number: (value: number) => string;
}

/** The speaker of a language; amounts in 元 or 万元 (English: compact) as the reader prefers. */
export const createSpeaker = (locale: Locale, unit: AmountUnit = "ten_thousand_yuan"): Speaker => ({
  day: (on) => formatDay(on, locale),
  monthDay: ({ month, day }) => formatMonthDay(month, day, locale),
  // A file may name no currency: then the bare amount is said, without the blank of a missing sign.
  money: ({ minor, currency }) =>
    formatMoney(minor, currency, locale, { unit }).replace(/^(−?) +/, "$1"),
  share: (value) => formatShare(value),
  number: (value) => formatNumber(value),
});

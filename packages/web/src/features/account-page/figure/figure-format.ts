import type { AnswerOf } from "@mainstay/contract/endpoint/endpoint";
import type { accounts } from "@mainstay/contract/account";
import { formatDay } from "@mainstay/phrases/format/format-day";
import type { AmountUnit } from "@mainstay/phrases/format/format-money";
import { formatMoney } from "@mainstay/phrases/format/format-money";
import { formatNumber, formatShare } from "@mainstay/phrases/format/format-number";
import type { Locale } from "@mainstay/phrases/locale";

export type FigureAnswer = AnswerOf<typeof accounts.figure>;
export type Figure = FigureAnswer["figure"];
type Input = FigureAnswer["inputs"][number];

export interface FigureVoice {
  readonly locale: Locale;
  readonly currency: string;
  readonly amountUnit: AmountUnit;
  readonly notApplicable: string;
  /** The word of a segment or a grade. */
  readonly word: (value: string) => string;
}

/** One number of a formula with its unit; what is not known is said to be n/a, never shown as nought. */
export const formatFigure = (
  value: Input["value"],
  unit: Input["unit"],
  { locale, currency, amountUnit, notApplicable, word }: FigureVoice,
): string => {
  if (value === null) return notApplicable;
  if (typeof value === "string") return unit === "day" ? formatDay(value, locale) : word(value);
  if (unit === "money") return formatMoney(value, currency, locale, { unit: amountUnit });
  if (unit === "share") return formatShare(value, 1).replace(".0%", "%");
  return formatNumber(value, Number.isInteger(value) ? 0 : 2);
};

import type { DayOrder } from "../calendar/parse-calendar-day.ts";
import type { DecimalMark } from "../money/read-decimal.ts";

/** What to do with rows that name no customer: count and leave them out, or refuse them as errors. */
export const anonymousRules = ["skip", "refuse"] as const;
export type AnonymousRule = (typeof anonymousRules)[number];

/** In what the amounts of a file are written; `header` believes the column's own words (`金额(万元)`). */
export const amountUnits = ["header", "yuan", "ten_thousand_yuan"] as const;
export type AmountUnit = (typeof amountUnits)[number];

/** Whether the customer column holds our number for the customer or the customer's name. */
export const accountKeys = ["number", "name"] as const;
export type AccountKey = (typeof accountKeys)[number];

/** How a file is to be read where the file itself does not say. */
export interface ImportOptions {
  readonly defaultCurrency: string;
  readonly dayOrder: DayOrder;
  readonly amountUnit: AmountUnit;
  readonly decimalMark: DecimalMark;
  readonly anonymous: AnonymousRule;
  readonly accountBy: AccountKey;
}

/** What holds when nobody said otherwise. */
export const usualImportOptions = (baseCurrency: string): ImportOptions => ({
  defaultCurrency: baseCurrency,
  dayOrder: "month_first",
  amountUnit: "header",
  decimalMark: "auto",
  anonymous: "skip",
  accountBy: "number",
});

import type { i18n } from "i18next";
import { createInstance } from "i18next";
import { formatDay, formatShortDay } from "./format/format-day.ts";
import type { AmountUnit } from "./format/format-money.ts";
import { formatMoney } from "./format/format-money.ts";

import { formatNumber, formatShare } from "./format/format-number.ts";
import { inSentence } from "./format/in-sentence.ts";
import type { Locale } from "./locale.ts";

export interface RenderPreferences {
  amountUnit: AmountUnit;
}

const asMoney = (value: unknown): { minor: number; currency: string } | null => {
  if (typeof value !== "object" || value === null) return null;
  const { minor, currency } = value as { minor?: unknown; currency?: unknown };
  return typeof minor === "number" && typeof currency === "string" ? { minor, currency } : null;
};

/**
 * A voice that speaks one language from its dictionary. Phrases may write `{{amount, money}}` ({minor, currency}),
 * `{{on, day}}`, `{{on, shortDay}}`, `{{n, number}}`, `{{p, share}}` and `{{term, inSentence}}`; escaping is left to the place of display.
 * `preferences` is read at every rendering, so a change of 元/万元 is heard at once.
 */
export const createVoice = (
  locale: Locale,
  dictionary: object,
  preferences: RenderPreferences = { amountUnit: "ten_thousand_yuan" },
): i18n => {
  const voice = createInstance();
  void voice.init({
    lng: locale,
    resources: { [locale]: { translation: dictionary } },
    initAsync: false,
    interpolation: { escapeValue: false },
    returnNull: false,
    showSupportNotice: false,
  } as Parameters<i18n["init"]>[0]);
  const formatter = voice.services.formatter;
  formatter?.add("money", (value: unknown) => {
    const money = asMoney(value);
    return money === null
      ? String(value)
      : formatMoney(money.minor, money.currency, locale, { unit: preferences.amountUnit });
  });
  formatter?.add("day", (value: unknown) => formatDay(String(value), locale));
  formatter?.add("shortDay", (value: unknown) => formatShortDay(String(value), locale));
  formatter?.add("inSentence", (value: unknown) => inSentence(String(value), locale));
  formatter?.add("number", (value: unknown) => formatNumber(Number(value)));
  formatter?.add("share", (value: unknown) => formatShare(Number(value)));
  return voice;
};

import type { Locale } from "@mainstay/phrases/locale";
import { createVoice } from "@mainstay/phrases/render";
import type { i18n } from "i18next";
import { readPreferences } from "./preferences.ts";

const dictionaries: Record<Locale, () => Promise<object>> = {
  "zh-CN": () => import("@mainstay/phrases/zh").then((module) => module.zh),
  en: () => import("@mainstay/phrases/en").then((module) => module.en),
};

/** Fetches the dictionary of a language (only that one) and gives the voice that speaks it. */
export const loadVoice = async (locale: Locale): Promise<i18n> => {
  const dictionary = await dictionaries[locale]();
  return createVoice(locale, dictionary, {
    get amountUnit() {
      return readPreferences().amountUnit;
    },
  });
};

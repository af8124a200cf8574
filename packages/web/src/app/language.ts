import type { Locale } from "@mainstay/phrases/locale";
import type { Locale as KitLocale } from "antd/es/locale";
import type { i18n } from "i18next";
import { loadVoice } from "../lib/voice.ts";

const kitWords: Record<Locale, () => Promise<{ default: KitLocale }>> = {
  "zh-CN": () => import("antd/es/locale/zh_CN"),
  en: () => import("antd/es/locale/en_US"),
};

/** A language with everything that speaks it: our dictionary and the kit's own words. */
export interface Language {
  readonly locale: Locale;
  readonly voice: i18n;
  readonly kit: KitLocale;
}

export const loadLanguage = async (locale: Locale): Promise<Language> => {
  const [voice, kit] = await Promise.all([loadVoice(locale), kitWords[locale]()]);
  document.documentElement.lang = locale;
  return { locale, voice, kit: kit.default };
};

import type { Locale } from "@mainstay/phrases/locale";
import { createVoice } from "@mainstay/phrases/render";
import type { i18n } from "i18next";
import { readPreferences } from "./preferences.ts";

const dictionaries: Record<Locale, () => Promise<object>> = {
  "zh-CN": () => import("@mainstay/phrases/zh").then((module) => module.zh),
  en: () => import("@mainstay/phrases/en").then((module) => module.en),
};

const laterDictionaries: Record<Locale, () => Promise<object>> = {
  "zh-CN": () => import("@mainstay/phrases/later-zh").then((module) => module.laterZh),
  en: () => import("@mainstay/phrases/later-en").then((module) => module.laterEn),
};

let speaking: { voice: i18n; locale: Locale } | null = null;
/** The later phrases of the language spoken, once a screen has asked for any. */
let later: Promise<void> | null = null;

const addLater = async (voice: i18n, locale: Locale): Promise<void> => {
  voice.addResourceBundle(locale, "translation", await laterDictionaries[locale](), true, true);
};

/** Fetches the dictionary of a language (only that one) and gives the voice that speaks it. */
export const loadVoice = async (locale: Locale): Promise<i18n> => {
  const dictionary = await dictionaries[locale]();
  const voice = createVoice(locale, dictionary, {
    get amountUnit() {
      return readPreferences().amountUnit;
    },
  });
  if (later !== null) {
    later = addLater(voice, locale);
    await later;
  }
  speaking = { voice, locale };
  return voice;
};

/** Fetches a screen together with the phrases that are kept apart from the first screens' (phrases/later-zh). */
export const withLaterWords = async <Screen>(load: () => Promise<Screen>): Promise<Screen> => {
  if (later === null && speaking !== null) later = addLater(speaking.voice, speaking.locale);
  const [screen] = await Promise.all([load(), later]);
  return screen;
};

import { type BilingualWords, wordsIn } from "@mainstay/domain/survey/frozen-question";
import { usePreferences } from "../../lib/preferences.ts";

/** What a customer reads, in the reader's language or else in the other. */
export const useBilingual = () => {
  const { locale } = usePreferences();
  return (words: BilingualWords): string => wordsIn(words, locale === "en" ? "en" : "zh");
};

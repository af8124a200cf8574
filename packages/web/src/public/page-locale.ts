import type { Locale } from "@mainstay/phrases/locale";
import { useEffect, useState } from "preact/hooks";
import { keepText, recallText } from "./kept-text.ts";

const place = "locale";

/** The language the reader chose on this page, else the first their browser asks for that we speak, else none. */
const wantedLocale = (): Locale | null => {
  const chosen = recallText(place);
  if (chosen === "zh-CN" || chosen === "en") return chosen;
  for (const tag of navigator.languages) {
    const language = tag.toLowerCase().split("-")[0];
    if (language === "zh") return "zh-CN";
    if (language === "en") return "en";
  }
  return null;
};

/** The page's language: the reader's where we speak it, else the workspace's; `speak` changes it and is remembered. */
export const usePageLocale = (workspaceLocale: Locale | null) => {
  const [wanted, setWanted] = useState(wantedLocale);
  const locale: Locale = wanted ?? workspaceLocale ?? "zh-CN";
  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
  return {
    locale,
    speak(next: Locale) {
      keepText(place, next);
      setWanted(next);
    },
  };
};

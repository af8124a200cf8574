import type { AmountUnit } from "@mainstay/phrases/format/format-money";
import type { Locale } from "@mainstay/phrases/locale";
import { localeFromPreference, locales } from "@mainstay/phrases/locale";
import { useSyncExternalStore } from "react";

export const themeChoices = ["light", "dark", "system"] as const;
export type ThemeChoice = (typeof themeChoices)[number];

/** What this reader likes, remembered in this browser; the language also follows the user on the server. */
export interface Preferences {
  readonly locale: Locale;
  readonly theme: ThemeChoice;
  readonly amountUnit: AmountUnit;
}

const storageKey = "mainstay.preferences";
const listeners = new Set<() => void>();

const oneOf = <T extends string>(options: readonly T[], value: unknown, otherwise: T): T =>
  options.find((option) => option === value) ?? otherwise;

const recall = (): Preferences => {
  let kept: Partial<Record<keyof Preferences, unknown>> = {};
  try {
    kept = JSON.parse(localStorage.getItem(storageKey) ?? "{}") as typeof kept;
  } catch {
    kept = {};
  }
  return {
    locale: oneOf(locales, kept.locale, localeFromPreference(navigator.languages ?? [])),
    theme: oneOf(themeChoices, kept.theme, "system"),
    amountUnit: oneOf(["yuan", "ten_thousand_yuan"], kept.amountUnit, "ten_thousand_yuan"),
  };
};

let current: Preferences = recall();

export const readPreferences = (): Preferences => current;
export const spokenLocale = (): Locale => current.locale;

export const changePreferences = (change: Partial<Preferences>): void => {
  current = { ...current, ...change };
  try {
    localStorage.setItem(storageKey, JSON.stringify(current));
  } catch {
    // A browser that refuses storage forgets at the next visit; nothing else breaks.
  }
  for (const listener of listeners) listener();
};

export const onPreferences = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const usePreferences = (): Preferences =>
  useSyncExternalStore(onPreferences, readPreferences);

import type { ErrorCode } from "@mainstay/contract/error/error-codes";
import type { Locale } from "../locale.ts";
import { errorWordsEn } from "./en.ts";
import { errorWordsZh } from "./zh.ts";

const dictionaries: Record<Locale, Record<ErrorCode, string>> = {
  "zh-CN": errorWordsZh,
  en: errorWordsEn,
};

/** Puts values into `{name}` places; a place without a value stays empty. */
export const fillPlaces = (words: string, params: Readonly<Record<string, unknown>>): string =>
  words.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name];
    return value === undefined || value === null ? "" : String(value);
  });

/** The words of a refusal in the reader's language. */
export const errorWords = (
  code: ErrorCode,
  locale: Locale,
  params: Readonly<Record<string, unknown>> = {},
): string => fillPlaces(dictionaries[locale][code], params);

import type { Locale } from "../locale.ts";

/** A term of the glossary in the middle of a sentence: English begins it small ("Visit" → "visit"), Chinese knows no case. */
export const inSentence = (term: string, locale: Locale): string =>
  locale === "en" ? term.slice(0, 1).toLowerCase() + term.slice(1) : term;

/** English words as the beginning of a sentence. */
export const atStart = (words: string): string => words.slice(0, 1).toUpperCase() + words.slice(1);

import type { AskedQuestion, GivenAnswer } from "@mainstay/contract/survey-response";
import { wordsIn } from "@mainstay/domain/survey/frozen-question";
import type { Locale } from "@mainstay/phrases/locale";

/** What every kind of question gets: the question, how it was answered so far, and how to answer it. */
export interface AnswerField {
  readonly question: AskedQuestion;
  readonly locale: Locale;
  /** By row of a matrix; `""` otherwise. */
  readonly given: (rowKey?: string) => GivenAnswer | undefined;
  readonly answer: (said: Partial<GivenAnswer>) => void;
  readonly isMissing: boolean;
}

export const inLanguage = (words: { zh?: string; en?: string }, locale: Locale): string =>
  wordsIn(words, locale === "en" ? "en" : "zh");

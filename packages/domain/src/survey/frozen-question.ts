import type { Segment } from "../account/segment.ts";
import { type QuestionKind, type VoiceScale, voiceScales } from "./survey-kind.ts";

/** What a customer reads, in one language or both; the one that is missing is stood in for by the other. */
export interface BilingualWords {
  readonly zh?: string;
  readonly en?: string;
}

/** A choice, or a row of a matrix; `key` is what an answer keeps. */
export interface QuestionChoice extends BilingualWords {
  readonly key: string;
}

/** A question as it was asked in one round (`survey_round.questions`): it stays so whatever becomes of the survey. */
export interface FrozenQuestion {
  readonly id: string;
  /** From 1. */
  readonly position: number;
  readonly kind: QuestionKind;
  readonly words: BilingualWords;
  /** Choices of single and multiple choice, columns of a matrix; empty otherwise. */
  readonly options: readonly QuestionChoice[];
  /** Rows of a matrix; empty otherwise. */
  readonly rows: readonly QuestionChoice[];
  readonly isRequired: boolean;
  /** The question the account's satisfaction is read from; a score, and at most one a survey. */
  readonly isOverall: boolean;
  /** Which of our departments it asks about. */
  readonly departmentId: string | null;
  /** Which segments are asked it; empty: everybody. */
  readonly segments: readonly Segment[];
}

/** What stands in words, in the language wanted or else in the other one. */
export const wordsIn = (words: BilingualWords, language: "zh" | "en"): string => {
  const [wanted, other] = language === "zh" ? [words.zh, words.en] : [words.en, words.zh];
  return wanted?.trim() || other?.trim() || "";
};

/** Whether a question of this kind is answered on one of the three scales. */
export const isScored = (kind: QuestionKind): kind is VoiceScale =>
  (voiceScales as readonly string[]).includes(kind);

/** The questions an account of this segment is asked, in their order; without a segment those for everybody. */
export const questionsFor = (
  questions: readonly FrozenQuestion[],
  segment: string | null,
): FrozenQuestion[] =>
  questions
    .filter(
      ({ segments }) =>
        segments.length === 0 || (segment !== null && (segments as string[]).includes(segment)),
    )
    .toSorted((a, b) => a.position - b.position);

import type { Segment } from "../account/segment.ts";
import { runsBackwards } from "./column-order.ts";
import { type BilingualWords, isScored, type QuestionChoice, wordsIn } from "./frozen-question.ts";
import type { QuestionKind } from "./survey-kind.ts";

/** How long and how many, for everybody who checks a survey. */
export const surveyLimits = {
  questions: 30,
  choices: 20,
  rows: 20,
  titleLength: 120,
  introductionLength: 2_000,
  questionLength: 500,
  choiceLength: 120,
  keyLength: 40,
} as const;

/** A question as it is being written; its place is its place in the list. */
export interface QuestionDraft {
  readonly id: string;
  readonly kind: QuestionKind;
  readonly words: BilingualWords;
  readonly options: readonly QuestionChoice[];
  readonly rows: readonly QuestionChoice[];
  readonly isRequired: boolean;
  readonly isOverall: boolean;
  readonly departmentId: string | null;
  readonly segments: readonly Segment[];
}

export interface SurveyContent {
  readonly title: BilingualWords;
  readonly introduction: BilingualWords;
  readonly thanks: BilingualWords;
  readonly questions: readonly QuestionDraft[];
}

export const surveyFaultCodes = [
  "title_missing",
  "no_questions",
  "too_many_questions",
  "words_missing",
  "choices_missing",
  "choice_words_missing",
  "choice_twice",
  "rows_missing",
  "choices_unfit",
  "columns_backwards",
  "overall_twice",
  "overall_unscored",
  "overall_not_for_all",
] as const;
export type SurveyFaultCode = (typeof surveyFaultCodes)[number];

/** What keeps a survey from being sent; `position` names the question, from 1, null when it is the survey. */
export interface SurveyFault {
  readonly code: SurveyFaultCode;
  readonly position: number | null;
}

const choiceKinds: readonly QuestionKind[] = ["single_choice", "multiple_choice", "matrix"];

/**
 * Everything that keeps a survey from being sent, in the order of its questions; a draft may be kept unfinished. 1 to 30
 * questions; words in at least one language; 2 to 20 choices with keys of their own; at most one overall question, on a
 * scale and for every segment, because an account's satisfaction is read from it; scored columns from the worst to the best.
 */
export const surveyFaults = ({ title, questions }: SurveyContent): SurveyFault[] => {
  const faults: SurveyFault[] = [];
  if (wordsIn(title, "zh") === "") faults.push({ code: "title_missing", position: null });
  if (questions.length === 0) faults.push({ code: "no_questions", position: null });
  if (questions.length > surveyLimits.questions)
    faults.push({ code: "too_many_questions", position: null });
  questions.forEach((question, index) => {
    for (const code of questionFaults(question)) faults.push({ code, position: index + 1 });
  });
  const overall = questions.flatMap(({ isOverall }, index) => (isOverall ? [index + 1] : []));
  for (const position of overall.slice(1)) faults.push({ code: "overall_twice", position });
  return faults;
};

const questionFaults = (question: QuestionDraft): SurveyFaultCode[] => {
  const { kind, words, options, rows, isOverall, segments } = question;
  const faults: SurveyFaultCode[] = [];
  if (wordsIn(words, "zh") === "") faults.push("words_missing");
  if (choiceKinds.includes(kind)) {
    if (options.length < 2) faults.push("choices_missing");
    if (options.length > surveyLimits.choices) faults.push("choices_unfit");
    faults.push(...choiceFaults(options));
  } else if (options.length > 0) faults.push("choices_unfit");
  if (kind === "matrix") {
    if (rows.length === 0 || rows.length > surveyLimits.rows) faults.push("rows_missing");
    faults.push(...choiceFaults(rows));
    if (runsBackwards(options)) faults.push("columns_backwards");
  } else if (rows.length > 0) faults.push("choices_unfit");
  if (isOverall && !isScored(kind)) faults.push("overall_unscored");
  if (isOverall && segments.length > 0) faults.push("overall_not_for_all");
  return [...new Set(faults)];
};

const choiceFaults = (choices: readonly QuestionChoice[]): SurveyFaultCode[] => {
  const faults: SurveyFaultCode[] = [];
  if (choices.some((choice) => wordsIn(choice, "zh") === "")) faults.push("choice_words_missing");
  const keys = choices.map(({ key }) => key);
  if (keys.some((key) => key.trim() === "") || new Set(keys).size < keys.length)
    faults.push("choice_twice");
  return faults;
};

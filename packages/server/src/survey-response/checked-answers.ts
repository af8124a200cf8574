import {
  findMissingAnswers,
  findUnfitAnswer,
  isBlank,
  type SheetAnswer,
} from "@mainstay/domain/survey/check-answers";
import { AppError } from "../platform/http/app-error.ts";
import type { Sheet } from "./sheet-queries.ts";

const placeOf = (sheet: Sheet, questionId: string): number =>
  sheet.questions.findIndex(({ id }) => id === questionId) + 1;

/** Refuses what is no answer to a question of the sheet. */
export const demandFitAnswers = (sheet: Sheet, answers: readonly SheetAnswer[]): void => {
  const unfit = findUnfitAnswer(sheet.questions, answers);
  if (unfit !== null)
    throw new AppError("survey_response.answer_unfit", { question: placeOf(sheet, unfit) });
};

/** The answers of a whole sheet: each fits, every required one is there, the empty ones are left out. */
export const wholeSheet = (sheet: Sheet, answers: readonly SheetAnswer[]): SheetAnswer[] => {
  demandFitAnswers(sheet, answers);
  const missing = findMissingAnswers(sheet.questions, answers);
  if (missing.length > 0)
    throw new AppError("survey_response.required_missing", {
      questions: missing.map((id) => placeOf(sheet, id)),
    });
  return answers.filter((answer) => !isBlank(answer));
};

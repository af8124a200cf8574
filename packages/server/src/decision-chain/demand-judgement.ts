import type { IsoDay } from "@mainstay/domain/calendar/day-number";
import {
  faultOfAnswers,
  type GuidedAnswer,
  type GuidedQuestion,
} from "@mainstay/domain/guided/guided-question";
import type { Context } from "../platform/access/context.ts";
import { AppError } from "../platform/http/app-error.ts";

/** A reason is a sentence, not a mark. */
const leastReason = 4;

/** The day of a judgement: today unless said, never ahead. */
export const judgementDay = (context: Context, on: IsoDay | undefined): IsoDay => {
  if (on !== undefined && on > context.today) throw new AppError("chain.date_in_future");
  return on ?? context.today;
};

/** Refuses answers that are not whole, and a judgement other than they speak for without a sentence why. */
export const demandGroundedJudgement = <Value>(
  questions: readonly GuidedQuestion[],
  given: { answers: readonly GuidedAnswer[]; value: Value; evidence: string },
  suggest: (answers: readonly GuidedAnswer[]) => Value | null,
): void => {
  const fault = faultOfAnswers(questions, given.answers);
  if (fault) throw new AppError("chain.answers_invalid", { ...fault });
  const isAsSuggested = suggest(given.answers) === given.value;
  if (!isAsSuggested && given.evidence.length < leastReason) {
    throw new AppError("chain.reason_needed");
  }
};

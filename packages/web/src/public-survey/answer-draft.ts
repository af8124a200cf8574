import type { AnswerSheet, GivenAnswer } from "@mainstay/contract/survey-response";
import { keepText, linkName, recallText } from "../public/kept-text.ts";
import { newRef } from "./new-ref.ts";

/** Answers on this device by question and row; what the server has not confirmed yet stands in `unsaved`. */
export interface AnswerDraft {
  /** The device's own name for the answer, so that a second try is not a second answer. */
  readonly clientRef: string;
  /** When the questions were first seen, in milliseconds. */
  readonly since: number;
  readonly answers: Readonly<Record<string, GivenAnswer>>;
  readonly unsaved: readonly string[];
}

export const placeOf = (questionId: string, rowKey = ""): string => `${questionId} ${rowKey}`;

const name = (token: string): string => `survey.${linkName(token)}`;

const byPlace = (answers: readonly GivenAnswer[]): Record<string, GivenAnswer> =>
  Object.fromEntries(answers.map((one) => [placeOf(one.questionId, one.rowKey), one]));

const recall = (token: string): AnswerDraft | null => {
  try {
    const kept = JSON.parse(recallText(name(token)) ?? "null") as AnswerDraft | null;
    return kept && typeof kept.answers === "object" && Array.isArray(kept.unsaved) ? kept : null;
  } catch {
    return null;
  }
};

/** What the server has, and over it what this device typed and could not save. */
export const beginDraft = (token: string, sheet: AnswerSheet, now: number): AnswerDraft => {
  const kept = recall(token);
  const asked = new Set(sheet.questions.map(({ id }) => id));
  const mine = Object.fromEntries(
    Object.entries(kept?.answers ?? {}).filter(([, answer]) => asked.has(answer.questionId)),
  );
  // Where the server keeps nothing before it is handed in, all of it is the device's.
  const fromHere = isKeptHere(sheet) ? Object.keys(mine) : (kept?.unsaved ?? []);
  const over = Object.fromEntries(
    fromHere.flatMap((place) => (mine[place] ? [[place, mine[place]]] : [])),
  );
  return {
    clientRef: kept?.clientRef ?? newRef(),
    since: kept?.since ?? now,
    answers: { ...byPlace(sheet.answers), ...over },
    unsaved: Object.keys(over),
  };
};

/** Whether answers stay on the device until they are handed in: without a name, or while a handed-in one is changed. */
export const isKeptHere = (sheet: AnswerSheet): boolean =>
  sheet.isAnonymous || sheet.isWalkIn || sheet.state !== "open";

export const keepDraft = (token: string, draft: AnswerDraft): void =>
  keepText(name(token), JSON.stringify(draft));

export const forgetDraft = (token: string): void => keepText(name(token), "");

/** The draft with one answer more, or another one in its place. */
export const withAnswer = (draft: AnswerDraft, answer: GivenAnswer): AnswerDraft => {
  const place = placeOf(answer.questionId, answer.rowKey);
  return {
    ...draft,
    answers: { ...draft.answers, [place]: answer },
    unsaved: [...draft.unsaved.filter((one) => one !== place), place],
  };
};

/** The draft after the server confirmed what was sent, unless it was changed meanwhile. */
export const withSaved = (draft: AnswerDraft, sent: readonly GivenAnswer[]): AnswerDraft => ({
  ...draft,
  unsaved: draft.unsaved.filter(
    (place) =>
      !sent.some(
        (one) => placeOf(one.questionId, one.rowKey) === place && draft.answers[place] === one,
      ),
  ),
});

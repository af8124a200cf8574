import type { QuestionShape, SurveyShape, SurveyView } from "@mainstay/contract/survey";
import type { QuestionKind } from "@mainstay/domain/survey/survey-kind";

/** What of a survey is written on its page. */
export const draftOf = (survey: SurveyView): SurveyShape => {
  const { title, introduction, thanks, isAnonymous, rhythm, sampling, questions } = survey;
  return { title, introduction, thanks, isAnonymous, rhythm, sampling, questions };
};

const hasChoices: readonly QuestionKind[] = ["single_choice", "multiple_choice", "matrix"];

/** A key that none of these choices has. */
export const freeKey = (taken: readonly { readonly key: string }[]): string => {
  for (let n = taken.length + 1; ; n++) {
    const key = `c${n}`;
    if (!taken.some((one) => one.key === key)) return key;
  }
};

/** A new question of a kind, with two choices to fill in where it needs some. */
export const newQuestion = (kind: QuestionKind): QuestionShape => ({
  id: crypto.randomUUID(),
  kind,
  words: {},
  options: hasChoices.includes(kind) ? [{ key: "c1" }, { key: "c2" }] : [],
  rows: kind === "matrix" ? [{ key: "c1" }] : [],
  isRequired: false,
  isOverall: false,
  departmentId: null,
  segments: [],
});

/** The list with one element at another place; out of bounds it stays as it is. */
export const moved = <Item>(items: readonly Item[], from: number, to: number): Item[] => {
  const next = [...items];
  if (to < 0 || to >= items.length || from === to) return next;
  const [one] = next.splice(from, 1);
  if (one !== undefined) next.splice(to, 0, one);
  return next;
};

/** At most one question is the overall one: making one so takes it from the others. */
export const withQuestion = (
  questions: readonly QuestionShape[],
  changed: QuestionShape,
): QuestionShape[] =>
  questions.map((one) =>
    one.id === changed.id
      ? changed
      : changed.isOverall && one.isOverall
        ? { ...one, isOverall: false }
        : one,
  );

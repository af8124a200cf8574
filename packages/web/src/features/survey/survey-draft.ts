import type { QuestionShape, SurveyShape, SurveyView } from "@mainstay/contract/survey";
import type { QuestionKind } from "@mainstay/domain/survey/survey-kind";

/** What of a survey is written on its page. */
export const draftOf = (survey: SurveyView): SurveyShape => {
  const { title, introduction, thanks, isAnonymous, rhythm, sampling, questions } = survey;
  return { title, introduction, thanks, isAnonymous, rhythm, sampling, questions };
};

/** A draft with the version of the survey it was begun on. */
export interface KeptDraft {
  readonly version: number;
  readonly draft: SurveyShape;
}

/** A draft as text; empty where it says what the survey says anyway. */
export const keptDraft = (kept: KeptDraft, survey: SurveyView): string =>
  kept.version === survey.version && JSON.stringify(kept.draft) === JSON.stringify(draftOf(survey))
    ? ""
    : JSON.stringify(kept);

/** What {@link keptDraft} wrote; null where nothing, or nothing of use, was kept. */
export const readKeptDraft = (text: string): KeptDraft | null => {
  if (text === "") return null;
  const kept = JSON.parse(text) as Partial<KeptDraft>;
  return typeof kept.version === "number" && kept.draft !== undefined
    ? { version: kept.version, draft: kept.draft }
    : null;
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

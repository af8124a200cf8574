import { type FrozenQuestion, isScored } from "./frozen-question.ts";
import { scaleEnds } from "./scale-score.ts";

/** What was answered to one question, or to one row of a matrix (`rowKey`). */
export interface SheetAnswer {
  readonly questionId: string;
  readonly rowKey: string;
  readonly score: number | null;
  readonly choices: readonly string[];
  readonly words: string | null;
}

/** As much of a question as its answers are checked by. */
export type CheckedQuestion = Pick<
  FrozenQuestion,
  "id" | "kind" | "options" | "rows" | "isRequired"
>;

/** Nothing said: an answer taken back. */
export const isBlank = ({ score, choices, words }: SheetAnswer): boolean =>
  score === null && choices.length === 0 && (words ?? "").trim() === "";

const isFit = (question: CheckedQuestion, answer: SheetAnswer): boolean => {
  const { kind, options, rows } = question;
  const { score, choices, words, rowKey } = answer;
  const isKnown = choices.every((key) => options.some((option) => option.key === key));
  if (kind === "matrix")
    return (
      rows.some(({ key }) => key === rowKey) && isKnown && choices.length <= 1 && words === null
    );
  if (rowKey !== "") return false;
  if (isScored(kind)) {
    const { low, high } = scaleEnds[kind];
    return (
      (score === null || (score >= low && score <= high)) && choices.length === 0 && words === null
    );
  }
  if (score !== null) return false;
  if (kind === "text") return choices.length === 0;
  const most = kind === "single_choice" ? 1 : options.length;
  return (
    words === null && isKnown && choices.length <= most && new Set(choices).size === choices.length
  );
};

/** The question whose answer does not fit it (unknown, off the scale, not among the choices, said twice); null when all fit. */
export const findUnfitAnswer = (
  questions: readonly CheckedQuestion[],
  answers: readonly SheetAnswer[],
): string | null => {
  const seen = new Set<string>();
  for (const answer of answers) {
    const question = questions.find(({ id }) => id === answer.questionId);
    const place = `${answer.questionId} ${answer.rowKey}`;
    if (!question || seen.has(place) || !isFit(question, answer)) return answer.questionId;
    seen.add(place);
  }
  return null;
};

/** Required questions that lack an answer, a matrix that lacks one of its rows; in the order they are asked. */
export const findMissingAnswers = (
  questions: readonly CheckedQuestion[],
  answers: readonly SheetAnswer[],
): string[] => {
  const given = new Set(
    answers
      .filter((answer) => !isBlank(answer))
      .map(({ questionId, rowKey }) => `${questionId} ${rowKey}`),
  );
  return questions
    .filter(({ id, kind, rows, isRequired }) => {
      if (!isRequired) return false;
      const places = kind === "matrix" ? rows.map(({ key }) => key) : [""];
      return places.some((place) => !given.has(`${id} ${place}`));
    })
    .map(({ id }) => id);
};

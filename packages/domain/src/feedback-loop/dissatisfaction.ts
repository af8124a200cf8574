import { isScored } from "../survey/frozen-question.ts";
import { isDissatisfied, normalisedScore } from "../survey/scale-score.ts";
import type { QuestionKind, VoiceScale } from "../survey/survey-kind.ts";

/** One scored answer: `scale` is the question's own, or that of a matrix's rows; null for what has no score. */
export interface ScoredAnswer {
  readonly questionId: string;
  /** A row of a matrix; empty otherwise. */
  readonly rowKey: string;
  readonly scale: VoiceScale | null;
  readonly score: number | null;
  readonly departmentId: string | null;
  readonly isOverall: boolean;
}

/** What a dissatisfied response is about: what is asked again later, and the department that answers for it. */
export interface Dissatisfaction {
  readonly questionId: string;
  readonly rowKey: string;
  readonly scale: VoiceScale;
  readonly score: number;
  readonly departmentId: string | null;
  /** The question that says most about what to do: the worst one of a department, else the one asked again. */
  readonly openedByQuestionId: string;
}

const scaleOfColumns: Readonly<Record<number, VoiceScale>> = { 5: "csat", 7: "ces", 11: "nps" };

/** The scale a question is scored on: its own kind, or that of a matrix by how many columns it has; null for the rest. */
export const scaleOfQuestion = (kind: QuestionKind, columns: number): VoiceScale | null =>
  isScored(kind) ? kind : kind === "matrix" ? (scaleOfColumns[columns] ?? null) : null;

/**
 * What of a response is dissatisfied, or null when nothing is: NPS 0–6, CSAT 1–2, CES 1–3, rows of a matrix by their scale;
 * words alone never. Asked again later is the overall question where that is among them, else the worst answer.
 */
export const findDissatisfaction = (answers: readonly ScoredAnswer[]): Dissatisfaction | null => {
  const low = answers
    .flatMap((one) =>
      one.scale !== null && one.score !== null && isDissatisfied(one.scale, one.score)
        ? [{ ...one, scale: one.scale, score: one.score }]
        : [],
    )
    .toSorted((a, b) => normalisedScore(a.scale, a.score) - normalisedScore(b.scale, b.score));
  const ground = low.find(({ isOverall }) => isOverall) ?? low[0];
  if (!ground) return null;
  const ofDepartment = low.find(({ departmentId }) => departmentId !== null);
  const { questionId, rowKey, scale, score } = ground;
  return {
    questionId,
    rowKey,
    scale,
    score,
    departmentId: ofDepartment?.departmentId ?? null,
    openedByQuestionId: (ofDepartment ?? ground).questionId,
  };
};

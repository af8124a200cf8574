import type { QuestionKind, VoiceScale } from "../survey/survey-kind.ts";

/** The highest score of each published scale that is a dissatisfied one (formulas § 2: detractors 0–6). */
export const dissatisfiedUpTo: Readonly<Record<VoiceScale, number>> = { nps: 6, csat: 2, ces: 3 };

/** Whether somebody who gives this score is dissatisfied. */
export const isDissatisfied = (scale: VoiceScale, score: number): boolean =>
  score <= dissatisfiedUpTo[scale];

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

/** Rows of a matrix are scored 1–5, as satisfaction is; the other scored kinds are their own scale. */
export const scaleOfQuestion = (kind: QuestionKind): VoiceScale | null =>
  kind === "nps" || kind === "csat" || kind === "ces" ? kind : kind === "matrix" ? "csat" : null;

const lengths: Readonly<Record<VoiceScale, { from: number; to: number }>> = {
  nps: { from: 0, to: 10 },
  csat: { from: 1, to: 5 },
  ces: { from: 1, to: 7 },
};

/** How far up its own scale a score lies, 0 … 1; only to say which of several answers is the worst. */
const height = ({ scale, score }: { scale: VoiceScale; score: number }): number =>
  (score - lengths[scale].from) / (lengths[scale].to - lengths[scale].from);

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
    .toSorted((a, b) => height(a) - height(b));
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

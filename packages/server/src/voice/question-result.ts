import type { QuestionResult } from "@mainstay/contract/voice";
import { scaleOfQuestion } from "@mainstay/domain/feedback-loop/dissatisfaction";
import type { FrozenQuestion } from "@mainstay/domain/survey/frozen-question";
import { isScored } from "@mainstay/domain/survey/frozen-question";
import type { VoiceScale } from "@mainstay/domain/survey/survey-kind";
import { voiceFigureOf } from "@mainstay/domain/survey/voice-figure";
import { leastForPercentage, topShareOf } from "@mainstay/domain/survey/wilson";
import type { AnswerTally } from "./round-tallies.ts";
import { merged } from "./score-tally.ts";

const answersIn = (tallies: readonly AnswerTally[]): number =>
  tallies.reduce((sum, { answers }) => sum + answers, 0);

const figureIn = (scale: VoiceScale, tallies: readonly AnswerTally[]) => {
  const counts = merged(
    tallies.flatMap(({ score, count }) => (score === null ? [] : [{ score, count }])),
  );
  const figure = voiceFigureOf(scale, counts);
  return { ...figure, counts };
};

/**
 * What one question said. In an anonymous round a question, or a row of a matrix, that fewer than five people answered
 * stays hidden whole: neither its figure nor how many took which choice.
 */
export const questionResultOf = (
  question: FrozenQuestion,
  tallies: readonly AnswerTally[],
  { isAnonymous, departments }: { isAnonymous: boolean; departments: ReadonlyMap<string, string> },
): QuestionResult => {
  const { id, kind, words, options, rows, departmentId } = question;
  const mine = tallies.filter(({ questionId }) => questionId === id);
  const isTooFew = (n: number) => isAnonymous && n < leastForPercentage;
  const rowResults = rows.map((row) => {
    const ofRow = mine.filter(({ rowKey }) => rowKey === row.key);
    const n = answersIn(ofRow);
    const isHidden = isTooFew(n);
    const scale = scaleOfQuestion(kind, options.length);
    const takes = (key: string) => ofRow.find(({ choice }) => choice === key)?.count ?? 0;
    return {
      ...row,
      n: isHidden ? 0 : n,
      isHidden,
      counts: isHidden ? [] : options.map(({ key }) => ({ key, count: takes(key) })),
      figure: isHidden || scale === null ? null : figureIn(scale, ofRow),
    };
  });
  const n = kind === "matrix" ? Math.max(0, ...rowResults.map((row) => row.n)) : answersIn(mine);
  const isHidden = isTooFew(n);
  const isChoice = kind === "single_choice" || kind === "multiple_choice";
  const department = departmentId === null ? undefined : departments.get(departmentId);
  return {
    questionId: id,
    kind,
    words,
    isOverall: question.isOverall,
    department: departmentId && department ? { id: departmentId, name: department } : null,
    n: isHidden ? 0 : n,
    isHidden,
    figure: isScored(kind) && !isHidden ? figureIn(kind, mine) : null,
    choices:
      isChoice && !isHidden
        ? options.map((option) => {
            const count = mine.find(({ choice }) => choice === option.key)?.count ?? 0;
            const top = topShareOf(count, n);
            return {
              ...option,
              count,
              share: top?.share ?? null,
              low: top?.low ?? null,
              high: top?.high ?? null,
            };
          })
        : [],
    rows: rowResults,
  };
};

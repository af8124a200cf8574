/** How many people gave one score: what a scale's figures are worked out from. */
export interface ScoreCount {
  readonly score: number;
  readonly count: number;
}

/** People who answered. */
export const answersOf = (counts: readonly ScoreCount[]): number =>
  counts.reduce((sum, { count }) => sum + count, 0);

/** Mean score; null when nobody answered. */
export const meanOf = (counts: readonly ScoreCount[]): number | null => {
  const n = answersOf(counts);
  return n === 0 ? null : counts.reduce((sum, { score, count }) => sum + score * count, 0) / n;
};

/** People whose score lies in a range, ends included. */
export const countBetween = (counts: readonly ScoreCount[], low: number, high: number): number =>
  answersOf(counts.filter(({ score }) => score >= low && score <= high));

/** Single scores as counts, lowest first. */
export const countScores = (scores: readonly number[]): ScoreCount[] => {
  const counts = new Map<number, number>();
  for (const score of scores) counts.set(score, (counts.get(score) ?? 0) + 1);
  return [...counts].map(([score, count]) => ({ score, count })).sort((a, b) => a.score - b.score);
};

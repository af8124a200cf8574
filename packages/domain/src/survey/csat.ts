import { answersOf, countBetween, meanOf, type ScoreCount } from "./score-count.ts";
import { type TopShare, topShareOf } from "./wilson.ts";

export interface TopBoxFigure {
  readonly n: number;
  /** How many chose the top of the scale. */
  readonly hits: number;
  /** Null below five answers. */
  readonly top: TopShare | null;
  readonly mean: number | null;
}

/** 满意度 CSAT on 1–5 (formulas § 2): the share who said 4 or 5, with its Wilson interval, and the mean beside it. */
export const csatOf = (counts: readonly ScoreCount[]): TopBoxFigure => topBoxOf(counts, 4, 5);

/** The figure of a scale whose top lies between two scores. */
export const topBoxOf = (
  counts: readonly ScoreCount[],
  low: number,
  high: number,
): TopBoxFigure => {
  const n = answersOf(counts);
  const hits = countBetween(counts, low, high);
  return { n, hits, top: topShareOf(hits, n), mean: meanOf(counts) };
};

import { cesOf } from "./ces.ts";
import { csatOf } from "./csat.ts";
import { npsOf } from "./nps.ts";
import { isDissatisfied, isSatisfied } from "./scale-score.ts";
import { answersOf, type ScoreCount } from "./score-count.ts";
import type { VoiceScale } from "./survey-kind.ts";

/** The figure of one scale as every screen shows it. */
export interface VoiceFigure {
  readonly scale: VoiceScale;
  readonly n: number;
  readonly counts: readonly ScoreCount[];
  readonly dissatisfied: number;
  readonly neither: number;
  readonly satisfied: number;
  /** NPS −100 … +100, or the share of the top of the scale 0 … 1; null below five answers, as are its ends. */
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly mean: number | null;
}

/** Scores of one scale as its figure: NPS with the adjusted Wald interval, CSAT and CES with Wilson's (formulas § 2). */
export const voiceFigureOf = (scale: VoiceScale, counts: readonly ScoreCount[]): VoiceFigure => {
  const n = answersOf(counts);
  const dissatisfied = answersOf(counts.filter(({ score }) => isDissatisfied(scale, score)));
  const satisfied = answersOf(counts.filter(({ score }) => isSatisfied(scale, score)));
  const shared = {
    scale,
    n,
    counts,
    dissatisfied,
    neither: n - dissatisfied - satisfied,
    satisfied,
  };
  if (scale === "nps") {
    const { score, interval, mean } = npsOf(counts);
    return {
      ...shared,
      value: score,
      low: interval?.low ?? null,
      high: interval?.high ?? null,
      mean,
    };
  }
  const { top, mean } = scale === "csat" ? csatOf(counts) : cesOf(counts);
  return {
    ...shared,
    value: top?.share ?? null,
    low: top?.low ?? null,
    high: top?.high ?? null,
    mean,
  };
};

import type { ScoreCount } from "@mainstay/domain/survey/score-count";
import type { VoiceScale } from "@mainstay/domain/survey/survey-kind";
import { type VoiceFigure, voiceFigureOf } from "@mainstay/domain/survey/voice-figure";

/** How many gave a score, in one slice. */
export interface Tally<Key> {
  readonly key: Key;
  readonly scale: VoiceScale;
  readonly score: number;
  readonly count: number;
}

/** Tallies as one figure for each key; answers of several scales in one slice give the scale most answered on. */
export const figuresByKey = <Key extends string | null>(
  tallies: readonly Tally<Key>[],
): { key: Key; figure: VoiceFigure }[] => {
  const slices = new Map<Key, Map<VoiceScale, ScoreCount[]>>();
  for (const { key, scale, score, count } of tallies) {
    const scales = slices.get(key) ?? new Map<VoiceScale, ScoreCount[]>();
    slices.set(key, scales.set(scale, [...(scales.get(scale) ?? []), { score, count }]));
  }
  return [...slices].flatMap(([key, scales]) => {
    const figures = [...scales].map(([scale, counts]) => voiceFigureOf(scale, merged(counts)));
    const most = figures.toSorted((a, b) => b.n - a.n)[0];
    return most ? [{ key, figure: most }] : [];
  });
};

/** Counts of one scale with every score once, lowest first. */
export const merged = (counts: readonly ScoreCount[]): ScoreCount[] => {
  const sums = new Map<number, number>();
  for (const { score, count } of counts) sums.set(score, (sums.get(score) ?? 0) + count);
  return [...sums]
    .map(([score, count]) => ({ score, count }))
    .toSorted((a, b) => a.score - b.score);
};

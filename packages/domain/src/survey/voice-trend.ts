import type { VoiceScale } from "./survey-kind.ts";

/** The figure of one round. */
export interface TrendPoint {
  readonly scale: VoiceScale;
  /** NPS, or the share of the top of the scale; null below five answers. */
  readonly value: number | null;
}

/** A stretch of rounds that asked on one scale. */
export interface TrendPart<Point extends TrendPoint> {
  readonly scale: VoiceScale;
  readonly points: readonly Point[];
}

/**
 * Rounds in order of time as lines that may be drawn: a line never joins two scales (formulas § 2). Where the scale
 * changes a new part begins, so that the break is seen.
 */
export const trendParts = <Point extends TrendPoint>(
  points: readonly Point[],
): TrendPart<Point>[] => {
  const parts: { scale: VoiceScale; points: Point[] }[] = [];
  for (const point of points) {
    const last = parts.at(-1);
    if (last?.scale === point.scale) last.points.push(point);
    else parts.push({ scale: point.scale, points: [point] });
  }
  return parts;
};

/** By how much a round differs from the one before; null across scales and where either has no figure. */
export const trendChange = (before: TrendPoint, after: TrendPoint): number | null =>
  before.scale !== after.scale || before.value === null || after.value === null
    ? null
    : after.value - before.value;

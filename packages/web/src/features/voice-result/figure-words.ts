import type { VoiceFigureView } from "@mainstay/contract/voice";
import type { VoiceScale } from "@mainstay/domain/survey/survey-kind";
import { formatNumber, formatShare } from "@mainstay/phrases/format/format-number";

/** A figure in the way of its scale: NPS as a signed number, shares as per cent. */
export const formatFigure = (scale: VoiceScale, value: number): string => {
  if (scale !== "nps") return formatShare(value);
  const text = formatNumber(Math.abs(value));
  // A minus sign as wide as a plus; nothing before a zero.
  return value > 0.5 ? `+${text}` : value < -0.5 ? `−${text}` : text;
};

/** By how much a round differs from the one before, in points. */
export const formatChange = (scale: VoiceScale, change: number): string => {
  const points = scale === "nps" ? change : change * 100;
  const text = formatNumber(Math.abs(points));
  return points > 0.5 ? `+${text}` : points < -0.5 ? `−${text}` : "±0";
};

export const formatMean = (mean: number): string => formatNumber(mean, 1);

/** Where a value stands on a line from the lowest to the highest figure of its scale, 0 … 1. */
export const placeOnLine = (scale: VoiceScale, value: number): number =>
  scale === "nps" ? (value + 100) / 200 : value;

/** Parts of the whole, worst first, for a bar. */
export const partsOf = (figure: VoiceFigureView) =>
  (["dissatisfied", "neither", "satisfied"] as const).map((part) => ({
    part,
    count: figure[part],
    share: figure.n === 0 ? 0 : figure[part] / figure.n,
  }));

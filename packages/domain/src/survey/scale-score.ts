import type { VoiceScale } from "./survey-kind.ts";

/** Lowest and highest score of each scale. */
export const scaleEnds: Readonly<Record<VoiceScale, { low: number; high: number }>> = {
  nps: { low: 0, high: 10 },
  csat: { low: 1, high: 5 },
  ces: { low: 1, high: 7 },
};

/** Up to which score somebody is dissatisfied, and from which on satisfied; between them they are neither. */
const limits: Readonly<Record<VoiceScale, { dissatisfied: number; satisfied: number }>> = {
  nps: { dissatisfied: 6, satisfied: 9 },
  csat: { dissatisfied: 2, satisfied: 4 },
  ces: { dissatisfied: 3, satisfied: 5 },
};

/** Whether an answer is a dissatisfied one: NPS 0–6, CSAT 1–2, CES 1–3. */
export const isDissatisfied = (scale: VoiceScale, score: number): boolean =>
  score <= limits[scale].dissatisfied;

/** Whether an answer is a satisfied one: NPS 9–10, CSAT 4–5, CES 5–7. */
export const isSatisfied = (scale: VoiceScale, score: number): boolean =>
  score >= limits[scale].satisfied;

/** A score, or a mean of scores, on 0 … 100, so that health can weigh it; never for a trend. */
export const normalisedScore = (scale: VoiceScale, score: number): number => {
  const { low, high } = scaleEnds[scale];
  return (100 * (score - low)) / (high - low);
};

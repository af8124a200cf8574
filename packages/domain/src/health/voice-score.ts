import { voiceValidDays } from "../survey/answer-limits.ts";
import { normalisedScore } from "../survey/scale-score.ts";
import type { VoiceScale } from "../survey/survey-kind.ts";

/** What the customer's people last said to the overall question, on one scale. */
export interface VoiceFacts {
  readonly scale: VoiceScale;
  /** Their weighted mean on the scale itself (formulas § 2). */
  readonly mean: number;
  readonly answers: number;
  /** Days since the newest of them. */
  readonly ageDays: number;
}

/** Voice 客户之声: the newest answers on 0 … 100; unknown without one or after 200 days (formulas § 7). */
export const voiceScore = (facts: VoiceFacts | null): number | null =>
  facts === null || facts.ageDays > voiceValidDays
    ? null
    : normalisedScore(facts.scale, facts.mean);

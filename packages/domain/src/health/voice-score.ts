import { linearScore } from "./health-input.ts";

/** The newest answer of the customer: CSAT 1 … 5 or NPS −100 … +100, and how many days old it is. */
export interface VoiceFacts {
  readonly kind: "csat" | "nps";
  readonly value: number;
  readonly ageDays: number;
}

/** After so many days an answer says nothing about today. */
const voiceValidDays = 200;

/** Voice 客户之声: the newest CSAT or NPS on 0 … 100; unknown without one or after 200 days (formulas § 7). */
export const voiceScore = (facts: VoiceFacts | null): number | null => {
  if (facts === null || facts.ageDays > voiceValidDays) return null;
  return facts.kind === "csat"
    ? linearScore(facts.value, 1, 5)
    : linearScore(facts.value, -100, 100);
};

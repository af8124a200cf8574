import type { CaseStatus } from "../case/case-kind.ts";

/**
 * Where a case stands, as its customer is told: `received` nobody has looked at it yet, `not_a_case` it was answered some
 * other way, `merged` it goes on under another number.
 */
export const publicCaseStates = [
  "received",
  "not_a_case",
  "open",
  "paused",
  "solved",
  "closed",
  "merged",
] as const;
export type PublicCaseState = (typeof publicCaseStates)[number];

export const publicStateOf = (status: CaseStatus): PublicCaseState =>
  status === "duplicate" ? "merged" : status;

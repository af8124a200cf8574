/**
 * What became of cases, as the figures of the analyses count them: `…_judged` are those of which it can be said whether they
 * were in time, because it has happened or the time for it has run out; `was_solved` are solved, confirmed or not.
 */
export const caseOutcomes = [
  "replied_in_time",
  "reply_judged",
  "solved_in_time",
  "solve_judged",
  "reopened",
  "satisfied",
  "unconfirmed",
  "was_solved",
] as const;
export type CaseOutcome = (typeof caseOutcomes)[number];

/** What a case may be without; figures count these as a group of their own. */
export const caseLacks = ["department", "product", "segment", "cause"] as const;
export type CaseLack = (typeof caseLacks)[number];

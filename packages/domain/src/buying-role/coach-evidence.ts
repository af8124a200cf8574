import { type CoachTest, coachTests } from "./buying-role.ts";

/** The sentence that shows a test is met. */
export interface CoachEvidence {
  readonly test: CoachTest;
  readonly evidence: string;
}

/** Fewest characters of a sentence that says something. */
export const leastEvidence = 4;

/**
 * The first test of a coach 教练 that lacks its sentence, or null when all three are shown: credible with the others, wants
 * us to win, acts for us. Coach is a public, unpaid role: nothing is asked about money, favours or secrets.
 */
export const missingCoachTest = (given: readonly CoachEvidence[]): CoachTest | null =>
  coachTests.find(
    (test) =>
      !given.some((one) => one.test === test && one.evidence.trim().length >= leastEvidence),
  ) ?? null;

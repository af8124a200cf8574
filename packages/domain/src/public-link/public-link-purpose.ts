/**
 * What a link for people who do not sign in is good for, one thing each: file a case, follow one, confirm a solution, answer
 * one's own survey, or answer a survey everybody in the room may (a QR code on the table).
 */
export const publicLinkPurposes = [
  "case_filing",
  "case_tracking",
  "case_confirmation",
  "survey_answer",
  "survey_walk_in",
] as const;
export type PublicLinkPurpose = (typeof publicLinkPurposes)[number];

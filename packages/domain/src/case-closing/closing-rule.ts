import { dayNumberFromIso, type IsoDay } from "../calendar/day-number.ts";

/** How long a link to confirm a solution stays good. */
export const confirmationLinkDays = 14;

/** Days after the solution on which somebody who has not answered is reminded, once each. */
export const confirmationReminderDays = [3, 7] as const;

/** Longest words a customer may add to their score. */
export const closingWordsAtMost = 2_000;

/** What a customer's word about a solution comes to. */
export const closingVerdicts = ["confirmed", "lukewarm", "dissatisfied"] as const;
export type ClosingVerdict = (typeof closingVerdicts)[number];

/** The customer's word: is it solved, and how satisfied are they with it, 1 to 5. */
export interface ClosingWord {
  readonly isResolved: boolean;
  /** Null when somebody only says that it is not solved. */
  readonly score: number | null;
}

/**
 * What follows from the customer's word. "Not solved", or a score of 1 or 2, is dissatisfied: the case is reopened with new
 * clocks. A 3 with "solved" closes, because the customer said so, and stays marked lukewarm for whoever looks after them. 4 and
 * 5 confirm. Null: "solved" without a score says nothing yet.
 *
 * Source: capabilities S2, S5; formulas § 2 (satisfied is 4 or 5).
 */
export const verdictOf = ({ isResolved, score }: ClosingWord): ClosingVerdict | null => {
  if (!isResolved || (score !== null && score <= 2)) return "dissatisfied";
  if (score === null) return null;
  return score === 3 ? "lukewarm" : "confirmed";
};

/** Whole calendar days a solution has waited for the customer's word. */
export const daysWaiting = (solvedOn: IsoDay, today: IsoDay): number =>
  Math.max(0, (dayNumberFromIso(today) ?? 0) - (dayNumberFromIso(solvedOn) ?? 0));

/** Which reminder is due so many days after the solution, when so many have gone out; null when none. */
export const reminderDue = (daysSinceSolved: number, sent: number): number | null => {
  const next = confirmationReminderDays[sent];
  return next !== undefined && daysSinceSolved >= next ? next : null;
};

/** Whether reopening for the so-many-th time tells the next step of the ladder: from the second time on. */
export const climbsWhenReopened = (reopened: number): boolean => reopened >= 2;

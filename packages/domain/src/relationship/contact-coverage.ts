import type { DayNumber } from "../calendar/day-number.ts";
import type { InteractionKind } from "../interaction/interaction-kind.ts";

/**
 * What one two-way contact adds to the coverage of everybody who took part (formulas § 3). The formula leaves two kinds
 * open: a meal is a meeting (0.6); at an event one meets among many and speaks for minutes, which is worth a call (0.35).
 */
export const contactPoints: Readonly<Record<InteractionKind, number>> = {
  message: 0.2,
  call: 0.35,
  event: 0.35,
  visit: 0.6,
  meeting: 0.6,
  meal: 0.6,
  executive_meeting: 1,
};

/** Days in which half of what a contact gave has faded. */
export const contactHalfLifeDays = 45;

/** From this coverage on somebody is in living contact (formulas § 3: threads, bus factor). */
export const livingContact = 0.3;

/** A contact that went both ways, on a day. */
export interface Contact {
  readonly kind: InteractionKind;
  readonly day: DayNumber;
}

/** What a contact still gives on the day `today`: points × 0.5^(age / 45 days); one ahead of today counts as of today. */
export const remainingPoints = ({ kind, day }: Contact, today: DayNumber): number =>
  contactPoints[kind] * 0.5 ** (Math.max(0, today - day) / contactHalfLifeDays);

/**
 * 覆盖度 c of one person: min(1, Σ points × 0.5^(age / 45 days)) over the two-way contacts they took part in (formulas
 * § 3). One-way contacts are left out by the caller; a placeholder has none.
 */
export const contactCoverage = (contacts: Iterable<Contact>, today: DayNumber): number => {
  let sum = 0;
  for (const contact of contacts) sum += remainingPoints(contact, today);
  return Math.min(1, sum);
};

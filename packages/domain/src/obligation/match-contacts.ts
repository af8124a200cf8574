import type { DayNumber } from "../calendar/day-number.ts";

/** An obligation that a contact may meet, with the days on which it may. */
export interface MeetableObligation {
  readonly id: string;
  readonly kind: string;
  readonly contactKinds: readonly string[];
  readonly from: DayNumber;
  readonly to: DayNumber;
}

/** A two-way contact with the account. */
export interface MeetingContact {
  readonly id: string;
  readonly kind: string;
  readonly on: DayNumber;
}

/**
 * Which contact meets which obligation of one account: a contact counts on the days of the obligation's period (or until the
 * day it was moved to), never before, and meets at most one obligation of each kind, the one that ends first. As many are met
 * as can be, and the answer does not depend on the order in which contacts were written down: one logged late takes the
 * place it would have had.
 */
export const matchContacts = <Contact extends MeetingContact>(
  obligations: readonly MeetableObligation[],
  contacts: readonly Contact[],
): Map<string, Contact> => {
  const met = new Map<string, Contact>();
  const byEnd = obligations.toSorted(
    (a, b) => a.to - b.to || a.from - b.from || (a.id < b.id ? -1 : 1),
  );
  const byDay = contacts.toSorted((a, b) => a.on - b.on || (a.id < b.id ? -1 : 1));
  for (const contact of byDay) {
    const kindsMet = new Set<string>();
    for (const one of byEnd) {
      if (met.has(one.id) || kindsMet.has(one.kind)) continue;
      if (contact.on < one.from || contact.on > one.to) continue;
      if (!one.contactKinds.includes(contact.kind)) continue;
      met.set(one.id, contact);
      kindsMet.add(one.kind);
    }
  }
  return met;
};

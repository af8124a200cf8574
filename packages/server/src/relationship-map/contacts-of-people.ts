import { dayNumberFromIso, type IsoDay } from "@mainstay/domain/calendar/day-number";
import type { InteractionKind } from "@mainstay/domain/interaction/interaction-kind";
import { type Contact, contactCoverage } from "@mainstay/domain/relationship/contact-coverage";
import type { listOurContacts, listTwoWayContacts } from "./map-queries.ts";

/** What two-way contact with one person amounts to on a day. */
export interface PersonContacts {
  /** 0 … 1, decayed (formulas § 3 c). */
  readonly coverage: number;
  readonly lastTwoWayOn: IsoDay | null;
  /** Those of us who took part, or hold a pair level. */
  readonly ourUserIds: readonly string[];
}

type ContactRows = Awaited<ReturnType<typeof listTwoWayContacts>>;
type OurRows = Awaited<ReturnType<typeof listOurContacts>>;

const readContact = (text: string): Contact => {
  const [kind, day] = text.split(" ");
  return { kind: kind as InteractionKind, day: Number(day) };
};

/** Gathers contacts and who of us had them by person, as they stand on a day. */
export const contactsOfPeople = (
  rows: ContactRows,
  ours: OurRows,
  asOf: IsoDay,
): Map<string, PersonContacts> => {
  const today = dayNumberFromIso(asOf) ?? 0;
  const users = new Map<string, string[]>();
  for (const { personId, userId } of ours) {
    const known = users.get(personId);
    if (known) known.push(userId);
    else users.set(personId, [userId]);
  }
  const people = new Map<string, PersonContacts>();
  for (const { personId, lastOn, contacts } of rows)
    people.set(personId, {
      coverage: contactCoverage(contacts.split(",").map(readContact), today),
      lastTwoWayOn: lastOn,
      ourUserIds: users.get(personId) ?? [],
    });
  for (const [personId, ourUserIds] of users)
    if (!people.has(personId))
      people.set(personId, { coverage: 0, lastTwoWayOn: null, ourUserIds });
  return people;
};

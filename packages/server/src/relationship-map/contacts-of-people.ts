import { dayNumberFromIso, type IsoDay } from "@mainstay/domain/calendar/day-number";
import { type Contact, contactCoverage } from "@mainstay/domain/relationship/contact-coverage";
import type { listPairs, listTwoWayContacts } from "./map-queries.ts";

/** What two-way contact with one person amounts to on a day. */
export interface PersonContacts {
  /** 0 … 1, decayed (formulas § 3 c). */
  readonly coverage: number;
  readonly lastTwoWayOn: IsoDay | null;
  /** Those of us who took part, or hold a pair level. */
  readonly ourUserIds: ReadonlySet<string>;
}

type Contacts = Awaited<ReturnType<typeof listTwoWayContacts>>;
type Pairs = Awaited<ReturnType<typeof listPairs>>;

/** Gathers contacts, newest first, and pair levels by person. */
export const contactsOfPeople = (
  contacts: Contacts,
  pairs: Pairs,
  asOf: IsoDay,
): Map<string, PersonContacts> => {
  const people = new Map<
    string,
    { last: IsoDay | null; dated: Contact[]; ourUserIds: Set<string> }
  >();
  const entryOf = (personId: string) => {
    const known = people.get(personId);
    if (known) return known;
    const entry = { last: null, dated: [], ourUserIds: new Set<string>() };
    people.set(personId, entry);
    return entry;
  };
  const today = dayNumberFromIso(asOf) ?? 0;
  for (const { kind, occurredOn, personIds, ourUserIds } of contacts) {
    const day = dayNumberFromIso(occurredOn) ?? today;
    for (const personId of personIds) {
      const entry = entryOf(personId);
      entry.last ??= occurredOn;
      entry.dated.push({ kind, day });
      for (const userId of ourUserIds) entry.ourUserIds.add(userId);
    }
  }
  for (const { personId, userId } of pairs) entryOf(personId).ourUserIds.add(userId);
  return new Map(
    [...people].map(([personId, { last, dated, ourUserIds }]) => [
      personId,
      { coverage: contactCoverage(dated, today), lastTwoWayOn: last, ourUserIds },
    ]),
  );
};

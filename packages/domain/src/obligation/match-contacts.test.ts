import fc from "fast-check";
import { expect, test } from "vitest";
import { type MeetableObligation, matchContacts, type MeetingContact } from "./match-contacts.ts";

const owed = (
  id: string,
  from: number,
  to: number,
  kind = "visit",
  contactKinds = ["visit", "meal"],
) => ({
  id,
  kind,
  contactKinds,
  from,
  to,
});
const contact = (id: string, on: number, kind = "visit") => ({ id, kind, on });
const met = (obligations: MeetableObligation[], contacts: MeetingContact[]) =>
  Object.fromEntries([...matchContacts(obligations, contacts)].map(([id, one]) => [id, one.id]));

test("a contact counts from the period's first day to its last, never before or after", () => {
  const month = [owed("nov", 10, 20)];
  expect(met(month, [contact("a", 9)])).toEqual({});
  expect(met(month, [contact("a", 10)])).toEqual({ nov: "a" });
  expect(met(month, [contact("a", 20)])).toEqual({ nov: "a" });
  expect(met(month, [contact("a", 21)])).toEqual({});
});

test("only a kind that the duty names counts", () => {
  expect(met([owed("nov", 10, 20)], [contact("a", 12, "call")])).toEqual({});
});

test("one contact meets one obligation of each kind", () => {
  const both = [owed("oct", 1, 15), owed("nov", 10, 30), owed("talk", 10, 30, "review")];
  expect(met(both, [contact("a", 12)])).toEqual({ oct: "a", talk: "a" });
});

test("what was moved into the next period is met first, the next contact meets the next one", () => {
  const moved = [owed("oct", 1, 36), owed("nov", 31, 60)];
  expect(met(moved, [contact("b", 50), contact("a", 33)])).toEqual({ oct: "a", nov: "b" });
});

const obligations = fc
  .uniqueArray(fc.integer({ min: 0, max: 8 }), { maxLength: 6 })
  .chain((starts) =>
    fc.tuple(
      ...starts.map((start) =>
        fc
          .integer({ min: 0, max: 14 })
          .map((extra) => owed(`o${start}`, start * 10, start * 10 + 9 + extra)),
      ),
    ),
  );
const contacts = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 110 }), fc.constantFrom("visit", "meal", "call")), {
    maxLength: 10,
  })
  .map((rows) => rows.map(([on, kind], i) => contact(`c${i}`, on, kind)));

test("law: the order in which contacts were written down does not matter", () => {
  fc.assert(
    fc.property(obligations, contacts, fc.func(fc.integer()), (owing, seen, key) => {
      const shuffled = seen.toSorted((a, b) => key(a.id) - key(b.id));
      expect(met(owing.toReversed(), shuffled)).toEqual(met(owing, seen));
    }),
  );
});

/** As many as any assignment could meet, by trying all. */
const most = (owing: MeetableObligation[], seen: MeetingContact[]): number => {
  const [first, ...rest] = owing;
  if (!first) return 0;
  const fits = seen.filter(
    ({ on, kind }) => on >= first.from && on <= first.to && first.contactKinds.includes(kind),
  );
  return Math.max(
    most(rest, seen),
    ...fits.map(
      (used) =>
        1 +
        most(
          rest,
          seen.filter((one) => one !== used),
        ),
    ),
  );
};

test("law: as many are met as can be, each by a contact of its own", () => {
  fc.assert(
    fc.property(obligations, contacts, (owing, seen) => {
      const found = matchContacts(owing, seen);
      expect(new Set([...found.values()].map(({ id }) => id)).size).toBe(found.size);
      expect(found.size).toBe(most(owing, seen));
    }),
    { numRuns: 60 },
  );
});

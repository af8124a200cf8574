import { describe, expect, test } from "vitest";
import {
  type AccountPerson,
  measureRelationship,
  type RelationshipFacts,
} from "./measure-relationship.ts";

const today = 20_000;
const person = (personId: string, more: Partial<AccountPerson> = {}): AccountPerson => ({
  personId,
  name: personId,
  isPlaceholder: false,
  placeholderDay: null,
  mayBeProfiled: true,
  contacts: [],
  lastContactDay: null,
  ...more,
});
const met = (...userIds: string[]): Partial<AccountPerson> => ({
  contacts: [{ kind: "meeting", day: today, userIds }],
  lastContactDay: today,
});
const facts = (more: Partial<RelationshipFacts>): RelationshipFacts => ({
  people: [],
  roles: [],
  stances: [],
  influences: [],
  levels: [],
  openProjectIds: [],
  colleagues: new Map([
    ["li", "李"],
    ["wang", "王"],
  ]),
  ...more,
});
const flagsOf = (found: RelationshipFacts, projectId: string | null = null) =>
  measureRelationship(found, projectId, today).redFlags.map(({ kind }) => kind);
const eb = (personId: string, projectId: string | null = null) =>
  ({ personId, projectId, role: "economic_buyer" }) as const;

test("the chain is who has a role or an influence, and placeholders; a colleague of theirs met counts as a thread only", () => {
  const measured = measureRelationship(
    facts({
      people: [
        person("boss", met("li", "wang")),
        person("judged"),
        person("vacant", { isPlaceholder: true, placeholderDay: today }),
        person("clerk", met("li")),
      ],
      roles: [eb("boss")],
      influences: [{ personId: "judged", projectId: null, influence: 2 }],
      stances: [{ personId: "clerk", projectId: null, stance: "opponent", day: today }],
    }),
    null,
    today,
  );
  expect(measured.members.map(({ personId }) => personId)).toEqual(["boss", "judged", "vacant"]);
  expect(measured.threadCount).toBe(2);
  expect(measured.busFactor).toBe(2);
  expect(measured.knownShare).toBe(0);
});

describe("projects", () => {
  const found = facts({
    people: [
      person("a", met("li", "wang")),
      person("b", met("li", "wang")),
      person("c", met("li")),
    ],
    roles: [eb("a"), eb("b", "p1"), { personId: "c", projectId: null, role: "user" }],
    stances: [
      { personId: "a", projectId: null, stance: "supporter", day: today },
      { personId: "a", projectId: "p1", stance: "opponent", day: today },
    ],
    openProjectIds: ["p1"],
  });

  test("a project's own word goes before the account's, and its economic buyer is the only one in it", () => {
    const measured = measureRelationship(found, "p1", today);
    expect(measured.members.map(({ personId, role }) => [personId, role])).toEqual([
      ["b", "economic_buyer"],
      ["c", "user"],
    ]);
    const account = measureRelationship(found, null, today);
    expect(account.members.map(({ personId, stance }) => [personId, stance])).toEqual([
      ["a", "supporter"],
      ["c", null],
    ]);
  });

  test("an economic buyer of an open project is known to the account; of a closed one not", () => {
    const without = { ...found, roles: found.roles.slice(1) };
    expect(flagsOf(without)).not.toContain("economic_buyer_unknown");
    expect(flagsOf({ ...without, openProjectIds: [] })).toContain("economic_buyer_unknown");
  });
});

test("whoever objected to profiling keeps role and contacts, and nothing that was judged", () => {
  const judged = facts({
    people: [person("boss", { ...met("li"), mayBeProfiled: false })],
    roles: [eb("boss")],
    stances: [{ personId: "boss", projectId: null, stance: "insider", day: today - 200 }],
    influences: [{ personId: "boss", projectId: null, influence: 5 }],
  });
  const measured = measureRelationship(judged, null, today);
  expect(measured.members[0]).toMatchObject({ stance: null, influence: null, coverage: 0.6 });
  expect(measured).toMatchObject({ supportIndex: 0, knownShare: 0 });
  expect(measured.redFlags.map(({ kind }) => kind)).not.toContain("stance_stale");
});

test("who of us has left holds no thread and opens no door", () => {
  const gone = facts({
    people: [person("boss", met("gone"))],
    roles: [eb("boss")],
    levels: [{ personId: "boss", userId: "gone", level: 6 }],
  });
  expect(measureRelationship(gone, null, today)).toMatchObject({ busFactor: 0, threadCount: 1 });
  expect(measureRelationship(gone, null, today).next?.throughUserId).toBeNull();
});

test("a meeting with the economic buyer takes the flag away", () => {
  const before = facts({ people: [person("boss")], roles: [eb("boss")] });
  expect(flagsOf(before)).toContain("economic_buyer_never_met");
  expect(flagsOf({ ...before, people: [person("boss", met("li"))] })).not.toContain(
    "economic_buyer_never_met",
  );
});

test("a watched account with people but no chain asks who decides; one without people asks nothing", () => {
  const watched = (found: RelationshipFacts) =>
    measureRelationship(found, null, today, true).redFlags.map(({ kind }) => kind);
  expect(watched(facts({ people: [person("a")] }))).toEqual(["economic_buyer_unknown"]);
  expect(watched(facts({}))).toEqual([]);
  expect(flagsOf(facts({ people: [person("a")] }))).toEqual([]);
});

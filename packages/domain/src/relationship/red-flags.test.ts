import { describe, expect, test } from "vitest";
import type { Stance } from "../stance/stance.ts";
import { findRedFlags, type FlagMember, type RedFlagFacts } from "./red-flags.ts";

const today = 20_000;
const member = (personId: string, more: Partial<FlagMember> = {}): FlagMember => ({
  personId,
  name: personId,
  role: null,
  influence: null,
  stance: null,
  assessedDay: more.stance ? today : null,
  isPlaceholder: false,
  coverage: 0,
  placeholderDay: null,
  lastContactDay: today,
  contacts: 1,
  ...more,
});
const boss = member("boss", { role: "economic_buyer", influence: 5 });
const facts = (members: FlagMember[], more: Partial<RedFlagFacts> = {}): RedFlagFacts => ({
  members,
  economicBuyers: members.filter(({ role }) => role === "economic_buyer"),
  threads: 3,
  colleagues: 2,
  colleagueNames: [],
  today,
  ...more,
});
const kinds = (found: RedFlagFacts, keepsWatch = false) =>
  findRedFlags(found, keepsWatch).map(({ kind }) => kind);
const one = (found: RedFlagFacts, kind: string) =>
  findRedFlags(found, false).find((flag) => flag.kind === kind);

test("a met economic buyer, three threads and two of us raise nothing", () => {
  expect(kinds(facts([boss]))).toEqual([]);
});

describe("economic buyer", () => {
  test("nobody named, or a placeholder in the place: unknown", () => {
    expect(kinds(facts([member("a")]))).toEqual(["economic_buyer_unknown"]);
    const vacant = member("cfo", {
      role: "economic_buyer",
      isPlaceholder: true,
      placeholderDay: today,
    });
    expect(kinds(facts([vacant]))).toEqual(["economic_buyer_unknown"]);
  });

  test("known to a project only is known", () => {
    expect(kinds(facts([member("a")], { economicBuyers: [boss] }))).toEqual([]);
  });

  test("never met until one two-way contact is on record, however long ago", () => {
    const stranger = { ...boss, lastContactDay: null, contacts: 0 };
    expect(one(facts([stranger]), "economic_buyer_never_met")).toMatchObject({
      severity: "act",
      play: "meet_the_economic_buyer",
      reason: { params: { person: "boss", personId: "boss" } },
      evidence: [{ kind: "person", label: "boss", personId: "boss" }],
    });
    expect(kinds(facts([{ ...boss, lastContactDay: 1 }]))).toEqual([]);
  });

  test("an account with nobody in its chain is left in peace unless it is watched", () => {
    expect(kinds(facts([]))).toEqual([]);
    expect(kinds(facts([]), true)).toEqual(["economic_buyer_unknown"]);
  });
});

test.each([
  [3, 2, undefined],
  [2, 2, "watch"],
  [1, 2, "act"],
  [5, 1, "act"],
  [0, 0, "act"],
] as const)(
  "%i of theirs and %i of ours in living contact: %s",
  (threads, colleagues, severity) => {
    expect(one(facts([boss], { threads, colleagues }), "single_threaded")?.severity).toBe(severity);
  },
);

describe("majority of the key people", () => {
  const key = (personId: string, influence: number, stance: Stance | null) =>
    member(personId, { influence, stance, assessedDay: stance ? today : null });
  test.each([
    ["half the weight is for us", [key("a", 4, "supporter"), key("b", 4, "neutral")], undefined],
    ["less than half is for us", [key("a", 4, "supporter"), key("b", 5, null)], 4 / 9],
    ["nobody was judged", [key("a", 4, null), key("b", 5, null)], undefined],
    ["one key person alone", [key("a", 4, "opponent"), key("b", 2, "ally")], undefined],
    [
      "whoever is not key does not count",
      [key("a", 4, "sceptic"), key("b", 4, "neutral"), key("c", 3, "ally")],
      0,
    ],
  ] as const)("%s", (_, members, share) => {
    const flag = one(facts([...members]), "majority_not_supporting");
    expect((flag?.reason.params as { supportingShare?: number } | undefined)?.supportingShare).toBe(
      share,
    );
  });

  test("no evidence row tells who counts as key or what they think: both are profile", () => {
    const flag = one(
      facts([key("a", 4, "opponent"), key("b", 4, "ally"), key("c", 5, null)]),
      "majority_not_supporting",
    );
    expect(flag?.evidence).toEqual([]);
    expect(JSON.stringify(flag)).not.toMatch(/opponent|ally|influence/);
  });
});

test("five known stances and none against us: blind; a doubt is enough to see", () => {
  const chain = (...stances: (Stance | null)[]) =>
    facts([
      boss,
      ...stances.map((stance, i) =>
        member(`m${i}`, { stance, assessedDay: stance ? today : null }),
      ),
    ]);
  expect(kinds(chain("ally", "neutral", "supporter", "ally", "insider"))).toEqual([
    "no_opponent_mapped",
  ]);
  expect(kinds(chain("ally", "neutral", "supporter", "ally", null))).toEqual([]);
  expect(kinds(chain("ally", "neutral", "supporter", "ally", "sceptic"))).toEqual([]);
});

test("a gatekeeper is ignored after ninety days, or from the start when never met", () => {
  const keeper = (lastContactDay: number | null) =>
    facts([boss, member("k", { role: "gatekeeper", lastContactDay })]);
  expect(kinds(keeper(today - 90))).toEqual([]);
  expect(one(keeper(today - 91), "gatekeeper_ignored")?.reason.params).toMatchObject({ days: 91 });
  expect(one(keeper(null), "gatekeeper_ignored")?.reason.params).toMatchObject({
    lastOn: null,
    days: null,
  });
});

test("a stance is stale from its ninety-first day on; nobody is named, the oldest by its day alone", () => {
  const aged = (days: number) =>
    facts([boss, member("a", { stance: "opponent", assessedDay: today - days })]);
  expect(kinds(aged(90))).toEqual([]);
  const flag = one(aged(91), "stance_stale");
  expect(flag?.evidence).toEqual([]);
  expect(flag?.reason.params).toMatchObject({ people: 1, days: 91 });
  expect(JSON.stringify(flag)).not.toContain("opponent");
});

test("a placeholder is old after thirty days", () => {
  const held = (days: number) =>
    facts([
      boss,
      member("CFO", { isPlaceholder: true, placeholderDay: today - days, lastContactDay: null }),
    ]);
  expect(kinds(held(30))).toEqual([]);
  expect(one(held(31), "placeholder_old")?.reason.params).toMatchObject({
    oldest: "CFO",
    days: 31,
  });
});

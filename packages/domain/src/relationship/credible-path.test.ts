import fc from "fast-check";
import { expect, test } from "vitest";
import { crediblePath, linkCostOf, type PathFacts, type PersonLink } from "./credible-path.ts";

const link = (
  fromPersonId: string,
  toPersonId: string,
  more: Partial<PersonLink> = {},
): PersonLink => ({
  fromPersonId,
  toPersonId,
  kind: "schoolmate",
  weight: 2,
  isOneWay: false,
  ...more,
});
const facts = (more: Partial<PathFacts>): PathFacts => ({
  pairs: [],
  links: [],
  conflicts: [],
  ...more,
});
const route = (found: PathFacts, target: string) =>
  crediblePath(found, target)?.map(({ fromId, toId, by }) => `${fromId} ${by} ${toId}`) ?? null;
const li = (personId: string, level: number) => ({ userId: "li", personId, level });

test("one of us who gets their time is the whole way; below that level there is none", () => {
  expect(route(facts({ pairs: [li("boss", 3)] }), "boss")).toEqual(["li pair_level boss"]);
  expect(route(facts({ pairs: [li("boss", 2)] }), "boss")).toBeNull();
  expect(route(facts({ pairs: [li("boss", 6)] }), "nobody")).toBeNull();
});

test("the way leads over who can introduce us; a friend is nearer than a department", () => {
  const links = [
    link("a", "boss", { kind: "same_department" }),
    link("a", "b", { kind: "friend" }),
    link("b", "boss", { kind: "relative" }),
  ];
  expect(route(facts({ pairs: [li("a", 4)], links }), "boss")).toEqual([
    "li pair_level a",
    "a friend b",
    "b relative boss",
  ]);
});

test("influence carries one way only, and nobody introduces whom they are in conflict with", () => {
  const against = facts({
    pairs: [li("a", 5)],
    links: [link("boss", "a", { kind: "influence", isOneWay: true })],
  });
  expect(route(against, "boss")).toBeNull();
  const along = facts({
    pairs: [li("a", 5)],
    links: [link("a", "boss", { kind: "influence", isOneWay: true })],
  });
  expect(route(along, "boss")).not.toBeNull();
  expect(route({ ...along, conflicts: [{ oneId: "boss", otherId: "a" }] }, "boss")).toBeNull();
});

test("a better level of ours and a stronger tie make the shorter way", () => {
  const links = [link("a", "boss", { weight: 1 }), link("b", "boss", { weight: 3 })];
  expect(route(facts({ pairs: [li("a", 4), li("b", 4)], links }), "boss")?.[0]).toBe(
    "li pair_level b",
  );
  expect(route(facts({ pairs: [li("a", 6), li("b", 3)], links }), "boss")?.[0]).toBe(
    "li pair_level a",
  );
});

const id = fc.constantFrom("a", "b", "c", "d", "e");
const graph = fc.record({
  pairs: fc.array(
    fc.record({
      userId: fc.constantFrom("li", "wang"),
      personId: id,
      level: fc.integer({ min: 1, max: 6 }),
    }),
    { maxLength: 4 },
  ),
  links: fc.array(
    fc.record({
      fromPersonId: id,
      toPersonId: id,
      kind: fc.constantFrom("friend", "influence", "reports_to", "same_department" as const),
      weight: fc.integer({ min: 1, max: 3 }),
      isOneWay: fc.boolean(),
    }),
    { maxLength: 10 },
  ),
  conflicts: fc.constant([]),
});
const costOf = (found: PathFacts, target: string) =>
  crediblePath(found, target)?.reduce((sum, { cost }) => sum + cost, 0) ?? Number.POSITIVE_INFINITY;

test("no way is dearer than another's way and the one introduction from there; more ties never lengthen it", () => {
  fc.assert(
    fc.property(graph, id, (found, target) => {
      const cost = costOf(found, target);
      for (const one of found.links) {
        if (one.toPersonId === target)
          expect(cost).toBeLessThanOrEqual(
            costOf(found, one.fromPersonId) + linkCostOf(one) + 1e-9,
          );
        expect(cost).toBeLessThanOrEqual(
          costOf({ ...found, links: found.links.filter((other) => other !== one) }, target) + 1e-9,
        );
      }
    }),
  );
});

test("the steps hang together, begin with one of us and name nobody twice", () => {
  fc.assert(
    fc.property(graph, id, (found, target) => {
      const steps = crediblePath(found, target);
      if (steps === null) return;
      expect(steps[0]?.by).toBe("pair_level");
      expect(steps.at(-1)?.toId).toBe(target);
      for (const [i, step] of steps.entries())
        if (i > 0) expect(step.fromId).toBe(steps[i - 1]?.toId);
      const met = steps.map(({ toId }) => toId);
      expect(new Set(met).size).toBe(met.length);
    }),
  );
});

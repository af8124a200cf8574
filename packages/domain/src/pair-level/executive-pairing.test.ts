import { expect, test } from "vitest";
import { missingExecutivePairings } from "./executive-pairing.ts";
import { pairGap } from "./pair-gap.ts";

const buyer = { personId: "wang", role: "economic_buyer" as const, influence: null };
const chief = { personId: "li", role: null, influence: 5 };
const clerk = { personId: "zhao", role: "user" as const, influence: 3 };
const sponsor = { userId: "s", isSponsor: true };
const director = { userId: "d", isSponsor: false };

test("who decides and whose word decides most need an executive of ours, the others do not", () => {
  expect(missingExecutivePairings([buyer, chief, clerk], [director, sponsor], [])).toEqual([
    { personId: "wang", userId: "s" },
    { personId: "li", userId: "d" },
  ]);
});

test("who is paired is not suggested again; an ordinary pair is no executive pairing", () => {
  const pair = { personId: "wang", userId: "s", isExecutivePairing: true };
  expect(missingExecutivePairings([buyer], [sponsor], [pair])).toEqual([]);
  expect(
    missingExecutivePairings([buyer], [sponsor], [{ ...pair, isExecutivePairing: false }]),
  ).toHaveLength(1);
});

test("without an executive of ours the gap is still shown", () => {
  expect(missingExecutivePairings([buyer], [], [])).toEqual([{ personId: "wang", userId: null }]);
});

test("the gap of a pair is what is wanted above what is, never less than none", () => {
  expect(pairGap({ currentLevel: 2, desiredLevel: 5 })).toBe(3);
  expect(pairGap({ currentLevel: 5, desiredLevel: 2 })).toBe(0);
  expect(pairGap({ currentLevel: 4, desiredLevel: null })).toBe(0);
});

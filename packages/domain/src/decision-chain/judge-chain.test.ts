import fc from "fast-check";
import { expect, test } from "vitest";
import { buyingRoles } from "../buying-role/buying-role.ts";
import { stances } from "../stance/stance.ts";
import { type ChainMemberFacts, judgeChain } from "./judge-chain.ts";

const member = (personId: string, facts: Partial<ChainMemberFacts> = {}): ChainMemberFacts => ({
  personId,
  role: null,
  isPlaceholder: false,
  stance: "neutral",
  isStanceStale: false,
  hasDisagreement: false,
  isInfluenceAssumed: false,
  weight: 3,
  mayBeAsked: true,
  ...facts,
});

test("who decides comes before every other question", () => {
  expect(judgeChain([member("a", { stance: null, weight: 50 })]).next).toEqual({
    question: "find_economic_buyer",
    personId: null,
  });
  const unnamed = member("b", { role: "economic_buyer", isPlaceholder: true });
  expect(judgeChain([unnamed])).toMatchObject({
    economicBuyerId: null,
    next: { question: "find_economic_buyer", personId: "b" },
  });
});

test("then what is open about the weightiest", () => {
  const buyer = member("eb", { role: "economic_buyer", weight: 10 });
  const next = (...others: ChainMemberFacts[]) => judgeChain([buyer, ...others]).next;
  expect(next()).toBeNull();
  expect(next(member("a", { stance: null }), member("b", { stance: null, weight: 5 }))).toEqual({
    question: "ask_stance",
    personId: "b",
  });
  expect(
    next(member("a", { stance: null, weight: 1 }), member("b", { isStanceStale: true }))?.question,
  ).toBe("renew_stance");
  expect(next(member("a", { isInfluenceAssumed: true }))?.question).toBe("ask_influence");
  expect(next(member("a", { hasDisagreement: true }))?.question).toBe("settle_disagreement");
});

test("nobody who objected to profiling is ever asked about", () => {
  const buyer = member("eb", { role: "economic_buyer" });
  expect(
    judgeChain([buyer, member("a", { stance: null, mayBeAsked: false, weight: 99 })]).next,
  ).toBeNull();
});

test("everybody is counted exactly once, and order does not matter", () => {
  const any = fc.record({
    personId: fc.uuid(),
    role: fc.option(fc.constantFrom(...buyingRoles)),
    isPlaceholder: fc.boolean(),
    stance: fc.option(fc.constantFrom(...stances)),
    isStanceStale: fc.boolean(),
    hasDisagreement: fc.boolean(),
    isInfluenceAssumed: fc.boolean(),
    weight: fc.integer({ min: 1, max: 10 }),
    mayBeAsked: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.uniqueArray(any, { selector: ({ personId }) => personId }), (all) => {
      let buyers = 0;
      const members = all.filter(({ role }) => role !== "economic_buyer" || ++buyers === 1);
      const found = judgeChain(members);
      expect(found.forUs + found.neutral + found.against + found.unknown).toBe(members.length);
      expect(judgeChain(members.toReversed())).toEqual(found);
    }),
  );
});

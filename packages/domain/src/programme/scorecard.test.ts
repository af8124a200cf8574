import fc from "fast-check";
import { expect, test } from "vitest";
import {
  capWarning,
  computedCriteria,
  criteriaFault,
  shippedProgrammeRule,
} from "./programme-rule.ts";
import { computeScore, missingScores, type Scorecard, weightedScore } from "./scorecard.ts";

const { criteria } = shippedProgrammeRule;
const card = (score: number): Scorecard =>
  Object.fromEntries(criteria.map(({ key }) => [key, { score, because: "x", reason: null }]));
const facts = { revenueRank: 1, accounts: 200, potential: 0.5, growth: 0.1, coverage: 0.79 };

test("the shipped weights are whole; others that do not sum to 100 or repeat a criterion are refused", () => {
  expect(criteriaFault(criteria)).toBeNull();
  expect(
    criteriaFault([
      { key: "a", weight: 60 },
      { key: "b", weight: 30 },
    ]),
  ).toEqual({
    fault: "weights_sum",
    sum: 90,
  });
  expect(
    criteriaFault([
      { key: "a", weight: 50 },
      { key: "a", weight: 50 },
    ]),
  ).toEqual({
    fault: "repeated",
    key: "a",
  });
});

test("the weighted score runs from 0 to 100 and never falls when a criterion rises", () => {
  expect(weightedScore(criteria, card(0))).toBe(0);
  expect(weightedScore(criteria, card(5))).toBeCloseTo(100);
  expect(
    weightedScore(criteria, { ...card(0), value: { score: 5, because: "x", reason: null } }),
  ).toBe(30);
  fc.assert(
    fc.property(
      fc.constantFrom(...criteria.map(({ key }) => key)),
      fc.integer({ min: 0, max: 4 }),
      (key, score) => {
        const low = { ...card(3), [key]: { score, because: "x", reason: null } };
        const high = { ...card(3), [key]: { score: score + 1, because: "x", reason: null } };
        expect(weightedScore(criteria, high)).toBeGreaterThan(weightedScore(criteria, low));
      },
    ),
  );
});

test("what data say is scored with its reason, what they do not say is left to people", () => {
  expect(computedCriteria.map((one) => computeScore(one, facts)?.score)).toEqual([5, 3, 3, 4]);
  expect(computeScore("value", { ...facts, revenueRank: 60 })?.score).toBe(1);
  expect(computeScore("value", { ...facts, revenueRank: 150 })?.score).toBe(0);
  expect(computeScore("growth", { ...facts, growth: -0.5 })?.score).toBe(0);
  const none = { revenueRank: null, accounts: 0, potential: null, growth: null, coverage: null };
  expect(computedCriteria.map((one) => computeScore(one, none))).toEqual([null, null, null, null]);
  expect(computeScore("value", facts)?.reason).toEqual({
    code: "score.value",
    params: { rank: 1, accounts: 200 },
  });
});

test("a card is incomplete while a weighted criterion has no score from 0 to 5", () => {
  expect(missingScores(criteria, card(3))).toEqual([]);
  const { value: _, ...rest } = card(3);
  expect(missingScores(criteria, rest)).toEqual(["value"]);
  expect(missingScores(criteria, card(6))).toHaveLength(criteria.length);
  expect(missingScores([{ key: "a", weight: 0 }], {})).toEqual([]);
});

test("a programme of fewer than five or more than twenty-five accounts is warned of", () => {
  expect([4, 5, 25, 26].map(capWarning)).toEqual(["too_few", null, null, "too_many"]);
});

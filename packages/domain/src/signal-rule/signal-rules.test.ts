import { expect, test } from "vitest";
import { findSignalRuleFaults } from "./check-signal-rules.ts";
import { passesOrderRule } from "./order-rule.ts";
import { defaultSignalRules as shipped } from "./signal-rules.ts";

test("the shipped rules contradict nothing", () => {
  expect(findSignalRuleFaults(shipped)).toEqual([]);
});

test("contract days must not rise and threads must rise", () => {
  const contract = { ...shipped.contract, actDays: 181 };
  const relationship = { ...shipped.relationship, fewestThreads: 4 };
  expect(findSignalRuleFaults({ ...shipped, contract, relationship })).toEqual([
    "contract_days_not_falling",
    "threads_not_rising",
  ]);
});

test.each([
  [{ off: ["payment_delay"] }, false],
  [{ off: ["rhythm_broken"] }, true],
  [{ order: { leastProbability: 0.5, leastMoneyMinor: 0 } }, true],
  [{ order: { leastProbability: 0.6, leastMoneyMinor: 0 } }, false],
  [{ order: { leastProbability: 0, leastMoneyMinor: 101 } }, false],
] as const)("%j lets an overdue invoice pass: %s", (more, passes) => {
  const signal = { kind: "payment_delay", probability: 0.5, moneyAtStake: 100 } as const;
  expect(passesOrderRule({ ...shipped, ...more }, signal)).toBe(passes);
});

test("a signal without a probability is judged by its money alone", () => {
  const rules = { ...shipped, order: { leastProbability: 0.9, leastMoneyMinor: 0 } };
  const signal = { kind: "season_closed", probability: null, moneyAtStake: 1 } as const;
  expect(passesOrderRule(rules, signal)).toBe(true);
});

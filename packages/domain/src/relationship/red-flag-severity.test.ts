import { expect, test } from "vitest";
import { type AccountStake, isKeyAccount, redFlagSeverity } from "./red-flag-severity.ts";

const stake = (more: Partial<AccountStake>): AccountStake => ({
  segment: null,
  grade: "base",
  revenue12mMinor: 1_000,
  valueAtRiskMinor: 0,
  ...more,
});

test.each([
  [stake({}), "act", "watch"],
  [stake({}), "watch", "watch"],
  [stake({ grade: "key" }), "act", "act"],
  [stake({ segment: "core", valueAtRiskMinor: 100 }), "act", "critical"],
  [stake({ grade: "strategic", valueAtRiskMinor: 99 }), "watch", "watch"],
  [stake({ grade: "strategic", valueAtRiskMinor: 500 }), "watch", "act"],
  [stake({ valueAtRiskMinor: 500 }), "act", "act"],
  [stake({ revenue12mMinor: 0, valueAtRiskMinor: 500, segment: "core" }), "act", "act"],
] as const)("%j: %s becomes %s", (account, own, severity) => {
  expect(redFlagSeverity(own, account)).toBe(severity);
});

test("key accounts are core by segment, or strategic or key by revenue", () => {
  expect(isKeyAccount(stake({ segment: "core" }))).toBe(true);
  expect(isKeyAccount(stake({ grade: "key" }))).toBe(true);
  expect(isKeyAccount(stake({ segment: "high_potential" }))).toBe(false);
});

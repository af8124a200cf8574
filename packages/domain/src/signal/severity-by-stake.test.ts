import { expect, test } from "vitest";
import { severityByStake } from "./severity-by-stake.ts";

const floors = { upFromAtRiskMinor: 1_000, downBelowRevenueMinor: 500 };

test.each([
  ["watch", 800, 0, "watch"],
  ["act", 800, 999, "act"],
  ["act", 800, 1_000, "critical"],
  ["critical", 800, 5_000, "critical"],
  ["act", 499, 0, "watch"],
  ["watch", 0, 0, "watch"],
  ["act", 499, 1_000, "act"],
] as const)("%s with revenue %i and %i at risk becomes %s", (own, revenue, atRisk, severity) => {
  const stake = { revenue12mMinor: revenue, valueAtRiskMinor: atRisk };
  expect(severityByStake(own, stake, floors)).toBe(severity);
});

import { expect, test } from "vitest";
import { avoidedLossMinor, shareFits } from "./avoided-loss.ts";

test.each([
  ["all kept, nothing paid", 1_000, 1, 0, 1_000],
  ["all kept, dearly paid", 1_000, 1, 300, 700],
  ["half kept", 1_000, 0.5, 300, 200],
  ["nothing kept, but paid for", 1_000, 0, 300, -300],
  ["nothing at stake", 0, 1, 0, 0],
  ["parts of a cent are rounded", 1_001, 0.5, 0, 501],
] as const)("%s", (_, stakeMinor, shareKept, costMinor, avoided) => {
  expect(avoidedLossMinor({ stakeMinor, shareKept, costMinor })).toBe(avoided);
});

test.each([
  ["saved", 1, true],
  ["saved", 0.9, false],
  ["partly", 0.9, true],
  ["partly", 1, false],
  ["partly", 0, false],
  ["lost", 0, true],
  ["lost", 0.1, false],
] as const)("%s with %f kept: %s", (outcome, shareKept, fits) => {
  expect(shareFits(outcome, shareKept)).toBe(fits);
});

import { expect, test } from "vitest";
import { rescueOfferStatuses } from "./rescue-kind.ts";
import { needsApproval, rescueOfferAbilities } from "./rescue-policy.ts";

test("an offer is made once it is ready, answered once it is made, withdrawn until it is answered", () => {
  const open = (act: "make" | "answer" | "withdraw") =>
    rescueOfferStatuses.filter((status) => rescueOfferAbilities(true, status)[act]);
  expect(open("make")).toEqual(["ready"]);
  expect(open("answer")).toEqual(["made"]);
  expect(open("withdraw")).toEqual(["waiting", "ready", "made"]);
  for (const status of rescueOfferStatuses)
    expect(Object.values(rescueOfferAbilities(false, status))).toEqual([false, false, false]);
});

test.each([
  [0, 0, false],
  [1, 0, true],
  [999, 1_000, false],
  [1_000, 1_000, true],
] as const)(
  "a cost of %i with approval from %i on needs a second person: %s",
  (cost, from, needs) => {
    expect(needsApproval(cost, from)).toBe(needs);
  },
);

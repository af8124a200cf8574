import { expect, test } from "vitest";
import { chainWeight } from "./role-factor.ts";

test("the economic buyer counts twice, the gatekeeper a little less than nobody in particular", () => {
  expect(chainWeight(5, "economic_buyer")).toBe(10);
  expect(chainWeight(4, "technical")).toBeCloseTo(5.2);
  expect(chainWeight(3, "gatekeeper")).toBeCloseTo(2.4);
  expect([chainWeight(2, null), chainWeight(2, "user"), chainWeight(2, "coach")]).toEqual([
    2, 2, 2,
  ]);
});

import { expect, test } from "vitest";
import { supportTrend } from "./support-trend.ts";

test.each([
  [20, 15, "widening"],
  [19.9, 15, "steady"],
  [15, 15, "steady"],
  [10.1, 15, "steady"],
  [10, 15, "narrowing"],
  [-40, -35, "narrowing"],
  [null, 15, null],
  [15, null, null],
] as const)("from the week before to now: %s after %s is %s", (now, before, trend) => {
  expect(supportTrend(now, before)).toBe(trend);
});

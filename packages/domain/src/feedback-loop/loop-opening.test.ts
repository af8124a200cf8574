import { expect, test } from "vitest";
import { loopOpeningOf } from "./loop-opening.ts";

test.each([
  ["交付部", "case"],
  ["售后服务中心", "case"],
  ["生产部", "case"],
  ["Production", "case"],
  ["产品研发部", "need"],
  ["战略客户规划室", "need"],
  ["Product management", "need"],
  [null, "case"],
] as const)("dissatisfaction with %s opens a %s", (department, opens) => {
  expect(loopOpeningOf(department, null)).toBe(opens);
});

test("what the workspace set for a question goes before the department", () => {
  expect(loopOpeningOf("产品研发部", "case")).toBe("case");
  expect(loopOpeningOf("交付部", "need")).toBe("need");
});

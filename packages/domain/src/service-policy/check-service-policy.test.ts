import { expect, test } from "vitest";
import { findServicePolicyFaults } from "./check-service-policy.ts";
import { shippedServicePolicy } from "./shipped-service-policy.ts";

test("the shipped policy has no fault", () => {
  expect(findServicePolicyFaults(shippedServicePolicy.lines)).toEqual([]);
});

test("a duty nothing can prove, clocks that contradict each other and an empty policy are named with their line", () => {
  expect(
    findServicePolicyFaults({
      "segment:core": {
        duties: {
          visit: { every: "month", contactKinds: [] },
          value_report: { every: "year", contactKinds: [] },
        },
      },
      default: { replyHours: 24, solveHours: 8, greenChannelHours: 24 },
    }),
  ).toEqual([
    { fault: "duty_without_contact", line: "segment:core", kind: "visit" },
    { fault: "solve_before_reply", line: "default", kind: null },
    { fault: "green_not_faster", line: "default", kind: null },
  ]);
  expect(findServicePolicyFaults({ default: {} })).toEqual([
    { fault: "nothing_said", line: null, kind: null },
  ]);
});

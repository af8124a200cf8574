import { expect, test } from "vitest";
import { coachTests } from "./buying-role.ts";
import { missingCoachTest } from "./coach-evidence.ts";

const whole = coachTests.map((one) => ({ test: one, evidence: "在评审会上说明过" }));

test("three sentences make a coach", () => {
  expect(missingCoachTest(whole)).toBeNull();
});

test("each missing or empty sentence is named", () => {
  for (const one of coachTests) {
    expect(missingCoachTest(whole.filter((given) => given.test !== one))).toBe(one);
    expect(
      missingCoachTest(
        whole.map((given) => (given.test === one ? { ...given, evidence: "  是 " } : given)),
      ),
    ).toBe(one);
  }
});

import { expect, test } from "vitest";
import { choiceOfRule, repeatChoices, ruleOfChoice } from "./repeat-rule.ts";

test("every choice is read back from the rule it writes, with its last day", () => {
  for (const choice of repeatChoices.filter((one) => one !== "kept" && one !== "none"))
    for (const until of [null, "2027-03-31"])
      expect(choiceOfRule(ruleOfChoice(choice, until, null))).toEqual({ choice, until });
  expect(choiceOfRule(ruleOfChoice("none", null, null)).choice).toBe("none");
});

test("a rule this form does not write stays as it is", () => {
  const rule = "FREQ=WEEKLY;COUNT=10;BYDAY=MO,TH";
  expect(choiceOfRule(rule).choice).toBe("kept");
  expect(ruleOfChoice("kept", null, rule)).toBe(rule);
});

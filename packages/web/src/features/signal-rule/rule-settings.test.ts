import { defaultSignalRules } from "@mainstay/domain/signal-rule/signal-rules";
import { signalRuleZh } from "@mainstay/phrases/signal-rule/zh";
import { expect, test } from "vitest";
import { ruleSettings } from "./rule-settings.ts";

/** Every number among the rules, as group.field. */
const numbers = Object.entries(defaultSignalRules).flatMap(([group, fields]) =>
  group === "off" ? [] : Object.keys(fields as object).map((field) => `${group}.${field}`),
);

test("every number of the rules has a field, words and a value of its own", () => {
  expect(ruleSettings).toHaveLength(numbers.length);
  let rules = defaultSignalRules;
  for (const [index, setting] of ruleSettings.entries()) {
    rules = setting.write(rules, 1_000 + index);
    expect(signalRuleZh.setting[setting.name].length).toBeGreaterThan(1);
    expect(signalRuleZh.settingWhy[setting.name].length).toBeGreaterThan(1);
  }
  expect(ruleSettings.map((setting) => setting.read(rules))).toEqual(
    ruleSettings.map((_, index) => 1_000 + index),
  );
});

import { expect, test } from "vitest";
import { lifecycleStages } from "../lifecycle/lifecycle-stage.ts";
import { defaultPlaybooks } from "./default-playbooks.ts";
import { planPlaybook } from "./plan-playbook.ts";
import { findPlaybookFaults } from "./playbook-faults.ts";

test.each(lifecycleStages)("the shipped playbook of %s could be published as it is", (stage) => {
  expect(findPlaybookFaults(defaultPlaybooks[stage])).toEqual([]);
  expect(defaultPlaybooks[stage].length).toBeGreaterThanOrEqual(10);
});

test.each(lifecycleStages)("%s speaks Chinese in Chinese and English in English", (stage) => {
  for (const { key, title, why, done } of defaultPlaybooks[stage]) {
    for (const words of [title, why, done]) {
      expect(words.zh, key).toMatch(/\p{Script=Han}/u);
      expect(words.en, key).not.toMatch(/\p{Script=Han}/u);
    }
  }
});

test("onboarding syncs weekly in month one and reviews fortnightly in months two and three", () => {
  const planned = planPlaybook(defaultPlaybooks.onboarding, "2026-03-02", new Map());
  const days = (step: string) =>
    planned.filter(({ stepKey }) => stepKey === step).map(({ dueOn }) => dueOn);
  expect(days("weekly_sync")).toEqual(["2026-03-09", "2026-03-16", "2026-03-23", "2026-03-30"]);
  expect(days("fortnightly_review")).toEqual([
    "2026-04-13",
    "2026-04-27",
    "2026-05-11",
    "2026-05-25",
  ]);
});

test("a contact of its kinds meets each of the meetings a playbook asks for", () => {
  const withContact = defaultPlaybooks.onboarding.filter(({ contactKinds }) => contactKinds.length);
  expect(withContact.map(({ key }) => key)).toEqual(
    expect.arrayContaining(["kickoff", "weekly_sync", "fortnightly_review"]),
  );
});

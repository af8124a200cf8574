import { expect, test } from "vitest";
import { findPlaybookFaults } from "./playbook-faults.ts";
import type { PlaybookStep } from "./playbook-step.ts";

const words = { zh: "词", en: "words" };
const step = (key: string, more: Partial<PlaybookStep> = {}): PlaybookStep => ({
  key,
  title: words,
  why: words,
  done: words,
  ownerRole: "manager",
  after: null,
  offset: 1,
  repeat: null,
  contactKinds: [],
  ...more,
});

test("a playbook in order has no faults", () => {
  const steps = [step("a"), step("b", { after: "a" }), step("c", { after: "b", offset: 0 })];
  expect(findPlaybookFaults(steps)).toEqual([]);
});

test("steps that wait for each other are refused and named", () => {
  const steps = [
    step("z"),
    step("a", { after: "c" }),
    step("b", { after: "a" }),
    step("c", { after: "b" }),
  ];
  expect(findPlaybookFaults(steps)).toEqual([{ code: "cycle", steps: ["a", "c", "b"] }]);
  expect(findPlaybookFaults([step("me", { after: "me" })])).toEqual([
    { code: "cycle", steps: ["me"] },
  ]);
});

test.each([
  ["no_steps", []],
  ["unknown_step", [step("a", { after: "gone" })]],
  ["duplicate_key", [step("a"), step("a")]],
  ["bad_key", [step("Ein Schritt")]],
  ["words_missing", [step("a", { why: { zh: "为什么", en: " " } })]],
  ["before_its_step", [step("a"), step("b", { after: "a", offset: -1 })]],
  ["offset_out_of_range", [step("a", { offset: 10_000 })]],
  ["offset_out_of_range", [step("a", { offset: 1.5 })]],
  ["repeat_out_of_range", [step("a", { repeat: { every: 0, times: 4 } })]],
  ["repeat_out_of_range", [step("a", { repeat: { every: 5, times: 1 } })]],
  ["too_many_steps", Array.from({ length: 61 }, (_, index) => step(`s${index}`))],
])("%s is found", (code, steps) => {
  expect(findPlaybookFaults(steps).map((fault) => fault.code)).toEqual([code]);
});

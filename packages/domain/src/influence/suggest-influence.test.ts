import { expect, test } from "vitest";
import type { GuidedAnswer } from "../guided/guided-question.ts";
import { influences } from "./influence.ts";
import { influenceQuestions, suggestInfluence } from "./suggest-influence.ts";

const allAnswers: GuidedAnswer[][] = influenceQuestions.reduce<GuidedAnswer[][]>(
  (sets, { id, answers }) =>
    sets.flatMap((set) => answers.map((answer) => [...set, { question: id, answer }])),
  [[]],
);

test("who decides and is always asked has all of it, who takes no part has none", () => {
  const of = (part: string, asked: string, dispute: string, access: string) =>
    suggestInfluence([
      { question: "part", answer: part },
      { question: "asked_first", answer: asked },
      { question: "last_dispute", answer: dispute },
      { question: "access", answer: access },
    ]);
  expect(of("decides", "always", "prevailed", "any_time")).toBe(5);
  expect(of("can_stop", "sometimes", "compromise", "none")).toBe(4);
  expect(of("proposes", "rarely", "not_known", "none")).toBe(3);
  expect(of("gives_opinion", "rarely", "compromise", "through_others")).toBe(2);
  expect(of("no_part", "rarely", "gave_way", "none")).toBe(1);
});

test("nothing is suggested where neither the part nor the asking is known", () => {
  expect(suggestInfluence([])).toBeNull();
  const unknown = allAnswers.filter((set) => suggestInfluence(set) === null);
  expect(unknown.length).toBeGreaterThan(0);
  for (const set of unknown)
    expect(set.slice(0, 2).map(({ answer }) => answer)).toEqual(["not_known", "not_known"]);
});

test("every degree can be reached", () => {
  expect(new Set(allAnswers.map(suggestInfluence))).toEqual(new Set([...influences, null]));
});

test("a weightier answer never gives less influence", () => {
  for (const set of allAnswers) {
    const before = suggestInfluence(set);
    for (const [place, { id, answers }] of influenceQuestions.entries()) {
      const at = (answers as readonly string[]).indexOf(set[place]?.answer ?? "");
      const better = answers[at - 1];
      if (better === undefined || answers[at] === "not_known") continue;
      const after = suggestInfluence(
        set.map((one) => (one.question === id ? { question: id, answer: better } : one)),
      );
      if (before !== null && after !== null) expect(after).toBeGreaterThanOrEqual(before);
    }
  }
});

import { seededRandom } from "@mainstay/analytics/numeric/seeded-random";
import { findMissingAnswers, findUnfitAnswer } from "@mainstay/domain/survey/check-answers";
import { expect, test } from "vitest";
import { choices, question } from "../survey-response/answer-test-bench.ts";
import { answersOf } from "./save-demo-answers.ts";

const questions = [
  question("nps", { isOverall: true, isRequired: true }),
  question("csat", { isRequired: true }),
  question("ces"),
  question("multiple_choice", { options: choices("a", "b", "c") }),
  question("matrix", {
    options: choices("1", "2", "3", "4", "5"),
    rows: choices("x", "y"),
    isRequired: true,
  }),
  question("text"),
];

test("whatever the mood, an invented sheet is one a customer could have handed in", () => {
  const random = seededRandom(1);
  for (const mood of [0, 0.3, 0.6, 1]) {
    for (let time = 0; time < 50; time++) {
      const said = answersOf(questions, mood, random, null);
      // The score of a matrix's row is worked out, not given.
      const given = said.map((one) => ({
        ...one,
        score: one.kind === "matrix" ? null : one.score,
      }));
      expect(findUnfitAnswer(questions, given)).toBeNull();
      expect(findMissingAnswers(questions, given)).toEqual([]);
    }
  }
});

test("a good mood scores higher than a bad one", () => {
  const random = seededRandom(2);
  const mean = (mood: number) => {
    const scores = Array.from(
      { length: 60 },
      () => answersOf(questions, mood, random, null)[0]!.score!,
    );
    return scores.reduce((sum, score) => sum + score, 0) / scores.length;
  };
  expect(mean(0.85)).toBeGreaterThan(mean(0.3) + 3);
});

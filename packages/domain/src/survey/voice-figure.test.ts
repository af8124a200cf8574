import { expect, test } from "vitest";
import { countScores } from "./score-count.ts";
import { voiceFigureOf } from "./voice-figure.ts";

test("every answer is dissatisfied, neither or satisfied", () => {
  expect(voiceFigureOf("nps", countScores([0, 6, 7, 9, 10]))).toMatchObject({
    n: 5,
    dissatisfied: 2,
    neither: 1,
    satisfied: 2,
    value: 0,
  });
  expect(voiceFigureOf("csat", countScores([2, 3, 4]))).toMatchObject({
    dissatisfied: 1,
    neither: 1,
    satisfied: 1,
    value: null,
    low: null,
    mean: 3,
  });
});

test("effort and satisfaction are shares with an interval around them", () => {
  const figure = voiceFigureOf("ces", countScores([7, 7, 6, 4, 1]));
  expect(figure.value).toBeCloseTo(0.6);
  expect(figure.low!).toBeLessThan(0.6);
  expect(figure.high!).toBeGreaterThan(0.6);
});

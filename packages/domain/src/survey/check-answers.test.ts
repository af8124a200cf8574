import { expect, test } from "vitest";
import {
  type CheckedQuestion,
  findMissingAnswers,
  findUnfitAnswer,
  isBlank,
  type SheetAnswer,
} from "./check-answers.ts";

const keys = (...all: string[]) => all.map((key) => ({ key }));
const ask = (kind: CheckedQuestion["kind"], more: Partial<CheckedQuestion> = {}) => ({
  id: kind,
  kind,
  options: [],
  rows: [],
  isRequired: true,
  ...more,
});
const sheet: CheckedQuestion[] = [
  ask("nps"),
  ask("csat"),
  ask("single_choice", { options: keys("a", "b") }),
  ask("multiple_choice", { options: keys("a", "b"), isRequired: false }),
  ask("matrix", { options: keys("1", "2"), rows: keys("x", "y") }),
  ask("text"),
];
const say = (questionId: string, said: Partial<SheetAnswer> = {}): SheetAnswer => ({
  questionId,
  rowKey: "",
  score: null,
  choices: [],
  words: null,
  ...said,
});
const whole = [
  say("nps", { score: 0 }),
  say("csat", { score: 5 }),
  say("single_choice", { choices: ["a"] }),
  say("matrix", { rowKey: "x", choices: ["1"] }),
  say("matrix", { rowKey: "y", choices: ["2"] }),
  say("text", { words: "好" }),
];

test("a whole sheet fits and lacks nothing; 0 is an answer", () => {
  expect(findUnfitAnswer(sheet, whole)).toBeNull();
  expect(findMissingAnswers(sheet, whole)).toEqual([]);
});

test("each required question that is empty is named, a matrix for a single row", () => {
  for (const [index, left] of whole.entries()) {
    const rest = whole.filter((_, place) => place !== index);
    expect(findMissingAnswers(sheet, rest)).toEqual([left.questionId]);
  }
  expect(findMissingAnswers(sheet, [...whole.slice(0, 5), say("text", { words: "  " })])).toEqual([
    "text",
  ]);
});

test.each([
  ["off the scale", say("csat", { score: 0 })],
  ["words for a score", say("nps", { words: "nine" })],
  ["a score for words", say("text", { score: 3 })],
  ["two of one", say("single_choice", { choices: ["a", "b"] })],
  ["one twice", say("multiple_choice", { choices: ["a", "a"] })],
  ["no choice of it", say("multiple_choice", { choices: ["c"] })],
  ["no row of it", say("matrix", { rowKey: "z", choices: ["1"] })],
  ["a row without a matrix", say("nps", { rowKey: "x", score: 3 })],
  ["no question of it", say("other", { score: 3 })],
])("what is %s does not fit", (_, answer) => {
  expect(findUnfitAnswer(sheet, [answer])).toBe(answer.questionId);
});

test("one place answered twice does not fit", () => {
  expect(findUnfitAnswer(sheet, [say("nps", { score: 1 }), say("nps", { score: 9 })])).toBe("nps");
});

test("an answer taken back is blank", () => {
  expect(isBlank(say("text", { words: " " }))).toBe(true);
  expect(isBlank(say("nps", { score: 0 }))).toBe(false);
});

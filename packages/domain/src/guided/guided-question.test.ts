import { expect, test } from "vitest";
import { answerTo, faultOfAnswers } from "./guided-question.ts";

const questions = [
  { id: "one", answers: ["yes", "no"] },
  { id: "two", answers: ["yes", "not_known"] },
];
const whole = [
  { question: "two", answer: "not_known" },
  { question: "one", answer: "yes" },
];

test("every question answered once, in any order, is whole", () => {
  expect(faultOfAnswers(questions, whole)).toBeNull();
  expect(answerTo(whole, "two")).toBe("not_known");
  expect(answerTo(whole, "three")).toBeUndefined();
});

test("an unknown question, an unknown answer, a second answer and a gap are each named", () => {
  const fault = (answers: { question: string; answer: string }[]) =>
    faultOfAnswers(questions, answers);
  expect(fault([{ question: "three", answer: "yes" }])).toEqual({
    kind: "question_unknown",
    question: "three",
  });
  expect(fault([{ question: "two", answer: "no" }])).toEqual({
    kind: "answer_unknown",
    question: "two",
  });
  expect(fault([...whole, { question: "one", answer: "no" }])).toEqual({
    kind: "answered_twice",
    question: "one",
  });
  expect(fault([{ question: "one", answer: "yes" }])).toEqual({
    kind: "unanswered",
    question: "two",
  });
  expect(fault([])).toEqual({ kind: "unanswered", question: "one" });
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { type QuestionKind, voiceScales } from "../survey/survey-kind.ts";
import { isDissatisfied } from "../survey/scale-score.ts";
import { findDissatisfaction, type ScoredAnswer, scaleOfQuestion } from "./dissatisfaction.ts";

const answer = (said: Partial<ScoredAnswer>): ScoredAnswer => ({
  questionId: "q",
  rowKey: "",
  scale: "csat",
  score: 5,
  departmentId: null,
  isOverall: false,
  ...said,
});

test("rows of a matrix are scored by how many columns it has; words and choices have no scale", () => {
  expect([5, 7, 11, 4].map((columns) => scaleOfQuestion("matrix", columns))).toEqual([
    "csat",
    "ces",
    "nps",
    null,
  ]);
  expect(scaleOfQuestion("nps", 0)).toBe("nps");
  const others: QuestionKind[] = ["text", "single_choice", "multiple_choice"];
  expect(others.map((kind) => scaleOfQuestion(kind, 5))).toEqual([null, null, null]);
});

test("words alone are never dissatisfied, whatever they say", () => {
  expect(findDissatisfaction([answer({ scale: null, score: null })])).toBeNull();
  expect(findDissatisfaction([])).toBeNull();
});

test("the overall question is asked again, the worst answer of a department says who answers for it", () => {
  expect(
    findDissatisfaction([
      answer({ questionId: "overall", scale: "nps", score: 4, isOverall: true }),
      answer({ questionId: "reply", score: 2, departmentId: "service" }),
      answer({ questionId: "delivery", score: 1, departmentId: "logistics" }),
      answer({ questionId: "price", score: 5, departmentId: "sales" }),
    ]),
  ).toEqual({
    questionId: "overall",
    rowKey: "",
    scale: "nps",
    score: 4,
    departmentId: "logistics",
    openedByQuestionId: "delivery",
  });
});

test("a satisfied overall answer hides no dissatisfied row of a matrix", () => {
  expect(
    findDissatisfaction([
      answer({ questionId: "overall", scale: "nps", score: 9, isOverall: true }),
      answer({ questionId: "matrix", rowKey: "training", score: 2 }),
    ]),
  ).toMatchObject({ questionId: "matrix", rowKey: "training", scale: "csat", score: 2 });
});

test("there is a ground exactly when some score is dissatisfied, and it is one of them", () => {
  const answers = fc.array(
    fc.record({
      questionId: fc.uuid(),
      rowKey: fc.constant(""),
      scale: fc.constantFrom(...voiceScales, null),
      score: fc.option(fc.integer({ min: 0, max: 10 })),
      departmentId: fc.option(fc.uuid()),
      isOverall: fc.boolean(),
    }),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(answers, (list) => {
      const found = findDissatisfaction(list);
      const low = list.filter(
        ({ scale, score }) => scale !== null && score !== null && isDissatisfied(scale, score),
      );
      expect(found === null).toBe(low.length === 0);
      if (found) expect(low.map(({ questionId }) => questionId)).toContain(found.questionId);
    }),
  );
});

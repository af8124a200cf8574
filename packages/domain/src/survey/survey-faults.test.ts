import { expect, test } from "vitest";
import { type FrozenQuestion, questionsFor, wordsIn } from "./frozen-question.ts";
import { type QuestionDraft, surveyFaults } from "./survey-faults.ts";
import { surveyTemplateKeys, surveyTemplates } from "./survey-templates.ts";

const question = (about: Partial<QuestionDraft> = {}): QuestionDraft => ({
  id: "q",
  kind: "csat",
  words: { zh: "满意吗？" },
  options: [],
  rows: [],
  isRequired: false,
  isOverall: false,
  departmentId: null,
  segments: [],
  ...about,
});
const faultsOf = (...questions: QuestionDraft[]) =>
  surveyFaults({ title: { en: "Survey" }, introduction: {}, thanks: {}, questions }).map(
    ({ code, position }) => `${code}@${position}`,
  );
const choice = (key: string) => ({ key, zh: `选项${key}` });

test("a survey with one question and words in one language can be sent", () => {
  expect(faultsOf(question())).toEqual([]);
});

test("a survey says everything that keeps it from being sent, question by question", () => {
  expect(surveyFaults({ title: { zh: " " }, introduction: {}, thanks: {}, questions: [] })).toEqual(
    [
      { code: "title_missing", position: null },
      { code: "no_questions", position: null },
    ],
  );
  expect(faultsOf(...Array.from({ length: 31 }, () => question()))).toEqual([
    "too_many_questions@null",
  ]);
  expect(faultsOf(question({ words: { en: "  " } }))).toEqual(["words_missing@1"]);
});

test("choices are two to twenty, with words and keys of their own", () => {
  const single = (options: QuestionDraft["options"]) =>
    faultsOf(question({ kind: "single_choice", options }));
  expect(single([choice("a")])).toEqual(["choices_missing@1"]);
  expect(single([choice("a"), choice("a")])).toEqual(["choice_twice@1"]);
  expect(single([choice("a"), { key: "b" }])).toEqual(["choice_words_missing@1"]);
  expect(single(Array.from({ length: 21 }, (_, i) => choice(`${i}`)))).toEqual(["choices_unfit@1"]);
  expect(faultsOf(question({ options: [choice("a")] }))).toEqual(["choices_unfit@1"]);
  const options = [choice("a"), choice("b")];
  expect(faultsOf(question({ kind: "matrix", options }))).toEqual(["rows_missing@1"]);
  expect(faultsOf(question({ kind: "matrix", options, rows: [choice("r")] }))).toEqual([]);
});

test("one overall question at most, on a scale and asked of everybody", () => {
  const overall = question({ isOverall: true });
  expect(faultsOf(overall, question(), overall)).toEqual(["overall_twice@3"]);
  expect(faultsOf(question({ isOverall: true, kind: "text" }))).toEqual(["overall_unscored@1"]);
  expect(faultsOf(question({ isOverall: true, segments: ["core"] }))).toEqual([
    "overall_not_for_all@1",
  ]);
});

test("every shipped template can be sent as it is, in both languages", () => {
  for (const key of surveyTemplateKeys) {
    const template = surveyTemplates[key];
    const questions = template.questions.map((one, index) =>
      question({
        ...one,
        id: `${index}`,
        options: one.options ?? [],
        rows: one.rows ?? [],
        isRequired: one.isRequired ?? false,
        isOverall: one.isOverall ?? false,
      }),
    );
    expect(surveyFaults({ ...template, questions })).toEqual([]);
    const words = [
      template.title,
      template.introduction,
      template.thanks,
      ...questions.flatMap((one) => [one.words, ...one.options, ...one.rows]),
    ];
    expect(words.filter(({ zh, en }) => !zh || !en)).toEqual([]);
    expect(questions.filter(({ isOverall }) => isOverall)).toHaveLength(1);
  }
});

test("the other language stands in for the one that is missing", () => {
  expect(wordsIn({ zh: "好" }, "en")).toBe("好");
  expect(wordsIn({ zh: " ", en: "Good" }, "zh")).toBe("Good");
  expect(wordsIn({}, "zh")).toBe("");
});

test("an account is asked what is meant for everybody and for its segment, in order", () => {
  const ask = (id: string, position: number, segments: FrozenQuestion["segments"]) => ({
    ...question(),
    id,
    position,
    segments,
  });
  const questions = [ask("c", 3, ["core"]), ask("a", 1, []), ask("b", 2, ["develop"])];
  expect(questionsFor(questions, "core").map(({ id }) => id)).toEqual(["a", "c"]);
  expect(questionsFor(questions, null).map(({ id }) => id)).toEqual(["a"]);
});

import { styleQuestions } from "@mainstay/domain/behaviour-style/suggest-style";
import { influenceQuestions } from "@mainstay/domain/influence/suggest-influence";
import { stanceQuestions } from "@mainstay/domain/stance/suggest-stance";
import { expect, test } from "vitest";
import { chainQuestionsEn } from "./questions-en.ts";
import { chainQuestionsZh } from "./questions-zh.ts";

const asked = { stance: stanceQuestions, influence: influenceQuestions, style: styleQuestions };

type Words = Record<string, Record<string, { ask: string; answers: Record<string, string> }>>;

test("every guided question and answer of the domain has words in both languages, and there are no others", () => {
  for (const words of [chainQuestionsZh, chainQuestionsEn] as Words[]) {
    expect(Object.keys(words)).toEqual(Object.keys(asked));
    for (const [subject, questions] of Object.entries(asked)) {
      expect(Object.keys(words[subject] ?? {})).toEqual(questions.map(({ id }) => id));
      for (const { id, answers } of questions) {
        const said = words[subject]?.[id];
        expect(said?.ask).toBeTruthy();
        expect(Object.keys(said?.answers ?? {}).toSorted()).toEqual([...answers].toSorted());
      }
    }
  }
});

test("no two answers of a question say the same", () => {
  for (const words of [chainQuestionsZh, chainQuestionsEn] as Words[]) {
    for (const questions of Object.values(words)) {
      for (const { answers } of Object.values(questions)) {
        const said = Object.values(answers);
        expect(new Set(said).size).toBe(said.length);
      }
    }
  }
});

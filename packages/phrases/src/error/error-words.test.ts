import { type ErrorCode, errorCodes } from "@mainstay/contract/error/error-codes";
import { expect, test } from "vitest";
import { errorWordsEn } from "./en.ts";
import { errorWords } from "./error-words.ts";
import { fieldProblemWords } from "./field-problem-words.ts";
import { errorWordsZh } from "./zh.ts";

const places = (words: string) => [...words.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

test("both languages say every refusal, with the same places to fill", () => {
  for (const code of Object.keys(errorCodes) as ErrorCode[]) {
    expect(errorWordsZh[code], code).toMatch(/[一-龥]/);
    expect(errorWordsEn[code], code).toMatch(/^[A-Z][^一-龥]+\.?$/);
    expect(places(errorWordsZh[code]), code).toEqual(places(errorWordsEn[code]));
  }
  for (const [problem, words] of Object.entries(fieldProblemWords["zh-CN"])) {
    const english = fieldProblemWords.en[problem as keyof typeof fieldProblemWords.en];
    expect(places(words), problem).toEqual(places(english));
  }
});

test("places are filled, and a value that is missing leaves nothing odd behind", () => {
  expect(errorWords("request.too_many", "en", { seconds: 12 })).toContain("in 12 seconds");
  expect(errorWords("workday.invalid", "zh-CN", { line: 3 })).toContain("第 3 行");
  expect(errorWords("request.too_many", "en")).not.toMatch(/[{}]|undefined/);
});

import { caseEn } from "./en.ts";
import { caseZh } from "./zh.ts";

/** The words about cases in a language, for what is written outside the page. */
export const caseWords = { "zh-CN": caseZh, en: caseEn } as const;

import { personEn } from "./en.ts";
import { personZh } from "./zh.ts";

/** The words about people in a language, for what is written outside the page. */
export const personWords = { "zh-CN": personZh, en: personEn } as const;

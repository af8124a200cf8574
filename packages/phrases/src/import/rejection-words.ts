import { type ErrorCode, errorCodes } from "@mainstay/contract/error/error-codes";
import { errorWords } from "../error/error-words.ts";
import { createVoice } from "../render.ts";
import type { Locale } from "../locale.ts";
import { importEn } from "./en.ts";
import { importZh } from "./zh.ts";

const voices = {
  "zh-CN": createVoice("zh-CN", { import: importZh }),
  en: createVoice("en", { import: importEn }),
};

/** The words of this page in a language, for what is written outside the page. */
export const importVoice = (locale: Locale) => voices[locale];

/** Why a row was not taken, as a sentence in the reader's language. */
export const rejectionWords = (
  locale: Locale,
  code: keyof typeof importZh.reasons,
  params: Readonly<Record<string, string | number>>,
): string => {
  const voice = voices[locale];
  const field =
    typeof params.field === "string" ? voice.t(`import.fields.${params.field}` as never) : "";
  const refusal = `fact.${params.why}`;
  const why = refusal in errorCodes ? errorWords(refusal as ErrorCode, locale) : "";
  return String(voice.t(`import.reasons.${code}` as never, { ...params, field, why } as never));
};

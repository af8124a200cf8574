import type { Locale } from "@mainstay/phrases/locale";

const hasHan = /\p{Script=Han}/u;

/** The language of the answer: what was asked, else Chinese when the machine or the file is Chinese, else English. */
export const chooseLanguage = (
  asked: string | undefined,
  environment: Readonly<Record<string, string | undefined>>,
  headers: readonly string[],
): Locale => {
  if (asked !== undefined) return asked.startsWith("zh") ? "zh-CN" : "en";
  const machine = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || "";
  if (machine.toLowerCase().startsWith("zh")) return "zh-CN";
  return headers.some((header) => hasHan.test(header)) ? "zh-CN" : "en";
};

import { glossaryEn } from "../glossary/en.ts";
import { glossaryZh } from "../glossary/zh.ts";
import type { Locale } from "../locale.ts";
import { factEn } from "./en.ts";
import { factZh } from "./zh.ts";

/** Headers and kinds as a file of facts says them, outside the page. */
export const factFileWords = (locale: Locale) => {
  const [fact, glossary] = locale === "en" ? [factEn, glossaryEn] : [factZh, glossaryZh];
  return {
    column: fact.column as Record<keyof typeof factZh.column, string>,
    held: fact.held as string,
    kind: glossary.factKind,
    class: glossary.factClass,
    basis: glossary.factBasis,
  };
};

import type { Locale } from "../locale.ts";

/** What a case is called that an inspection's call brought up, in the workspace's language. */
export const inspectionCaseTitle = (
  locale: Locale,
  { number, score }: { readonly number: number; readonly score: number },
): string =>
  locale === "en"
    ? `Inspection ${number}: the customer is dissatisfied (${score} of 5)`
    : `第 ${number} 次抽查回访：客户不满意（${score} 分）`;

import { type CaseGrouping, caseGroupings } from "@mainstay/contract/service-analysis";
import { type CaseKind, caseKinds } from "@mainstay/domain/case/case-kind";
import {
  type AnalysisPeriod,
  analysisPeriods,
} from "@mainstay/domain/service-analysis/analysis-period";
import { type VoiceScale, voiceScales } from "@mainstay/domain/survey/survey-kind";

/** What the analysis shows; the address says it, so that a view can be passed on. */
export interface AnalysisSearch {
  readonly period?: AnalysisPeriod;
  readonly by?: CaseGrouping;
  readonly kind?: CaseKind;
  readonly scale?: VoiceScale;
  readonly survey?: string;
}

const oneOf = <Word extends string>(words: readonly Word[], said: unknown): Word | undefined =>
  words.find((word) => word === said);

/** What an address asks for; what it cannot mean is left out. */
export const readAnalysisSearch = (search: Record<string, unknown>): AnalysisSearch => {
  const period = oneOf(analysisPeriods, search["period"]);
  const by = oneOf(caseGroupings, search["by"]);
  const kind = oneOf(caseKinds, search["kind"]);
  const scale = oneOf(voiceScales, search["scale"]);
  const survey = typeof search["survey"] === "string" ? search["survey"] : undefined;
  return {
    ...(period && { period }),
    ...(by && { by }),
    ...(kind && { kind }),
    ...(scale && { scale }),
    ...(survey && /^[0-9a-f-]{36}$/.test(survey) && { survey }),
  };
};

import { type Segment, segments } from "@mainstay/domain/account/segment";
import {
  type AnalysisPeriod,
  analysisPeriods,
} from "@mainstay/domain/service-analysis/analysis-period";
import { oneOfAddress } from "../../lib/table-state.ts";

/** Which needs are analysed: of one segment, noted in a period; held in the address. Nothing means all of them. */
export interface NeedAnalysisSearch extends Record<string, unknown> {
  period?: AnalysisPeriod;
  segment?: Segment;
}

/** Reads the address; what is not known is left out. */
export const readNeedAnalysisSearch = (search: Record<string, unknown>): NeedAnalysisSearch => {
  const period = oneOfAddress(analysisPeriods, search["period"]);
  const segment = oneOfAddress(segments, search["segment"]);
  return { ...(period && { period }), ...(segment && { segment }) };
};

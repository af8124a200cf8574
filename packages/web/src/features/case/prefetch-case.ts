import { cases } from "@mainstay/contract/case";
import { answerOptions, queryClient } from "../../lib/query.ts";

/** Fetches a case before it is opened, so that it stands there at once. */
export const prefetchCase = (caseId: string): Promise<void> =>
  queryClient.prefetchQuery(answerOptions(cases.get, { params: { caseId } }));

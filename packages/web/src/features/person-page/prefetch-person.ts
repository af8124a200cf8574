import { personPages } from "@mainstay/contract/person-page";
import { answerOptions, queryClient } from "../../lib/query.ts";

/** Asks for a person's page before it is opened. */
export const prefetchPerson = (personId: string): Promise<void> =>
  queryClient.prefetchQuery(answerOptions(personPages.get, { params: { personId } }));

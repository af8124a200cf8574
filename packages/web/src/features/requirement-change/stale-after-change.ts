import { requirementChanges } from "@mainstay/contract/requirement-change";
import { today } from "@mainstay/contract/today";

/** What is out of date once a requirement change has changed. */
export const staleAfterChange = [
  requirementChanges.listOfAccount,
  requirementChanges.get,
  today.get,
] as const;

import { obligations } from "@mainstay/contract/obligation";
import { today } from "@mainstay/contract/today";

/** What is out of date once an obligation has changed. */
export const staleAfterObligation = [
  obligations.list,
  obligations.overdue,
  obligations.compliance,
  obligations.ofAccount,
  obligations.get,
  today.get,
] as const;

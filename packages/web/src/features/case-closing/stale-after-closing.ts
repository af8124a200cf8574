import { accountPage } from "@mainstay/contract/account-page";
import { cases } from "@mainstay/contract/case";
import { caseClosings } from "@mainstay/contract/case-closing";

/** What is out of date once the customer was asked or has spoken. */
export const staleAfterClosing = [
  caseClosings.get,
  caseClosings.unconfirmed,
  caseClosings.figures,
  cases.get,
  cases.list,
  cases.listEvents,
  accountPage.get,
] as const;

import { accountPage } from "@mainstay/contract/account-page";
import { cases } from "@mainstay/contract/case";
import { today } from "@mainstay/contract/today";

/** What is out of date once a case has changed. */
export const staleAfterCase = [
  cases.list,
  cases.get,
  cases.listEvents,
  accountPage.get,
  today.get,
] as const;

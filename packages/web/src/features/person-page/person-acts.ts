import { accountPage } from "@mainstay/contract/account-page";
import { people } from "@mainstay/contract/person";
import { personLists } from "@mainstay/contract/person-list";
import { personPages } from "@mainstay/contract/person-page";

/** Whose kept answers are stale after a change of a person or their jobs. */
export const staleAfterPerson = [
  personPages.get,
  personLists.search,
  people.list,
  accountPage.get,
] as const;

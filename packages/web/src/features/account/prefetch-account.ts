import { accountPage } from "@mainstay/contract/account-page";
import { answerOptions, queryClient } from "../../lib/query.ts";

/** Asks for an account's page before it is opened: on hover, focus or when the keyboard stands on it. */
export const prefetchAccount = (accountId: string): Promise<void> =>
  queryClient.prefetchQuery(answerOptions(accountPage.get, { params: { accountId } }));

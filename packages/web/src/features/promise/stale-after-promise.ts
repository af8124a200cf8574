import { promises } from "@mainstay/contract/promise";
import { today } from "@mainstay/contract/today";

/** What is out of date once anything happened to a promise. */
export const staleAfterPromise = [promises.list, promises.get, promises.board, today.get] as const;

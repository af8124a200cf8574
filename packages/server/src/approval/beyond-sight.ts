import type { Db, Tx } from "../platform/db/database-handles.ts";
import { seeingAll } from "../platform/db/seeing-all.ts";

/**
 * Runs a few statements with every account in sight, also while only reading: who decides for somebody away, or is named as
 * approver, need not see the account. What comes out goes to nobody whom `decidesFor` does not name.
 */
export const beyondSight = <Result>(db: Db, work: () => Promise<Result>): Promise<Result> =>
  seeingAll(db as Tx, work);

import type { Database } from "../platform/db/open-database.ts";
import { withoutTenant, withTenant } from "../platform/db/open-transaction.ts";
import { systemScope } from "../platform/db/tenant-scope.ts";
import { enqueue } from "../platform/jobs/enqueue.ts";
import { listWorkspaces } from "../setup/installation.ts";

/**
 * Orders the look at every case that is due in every workspace, for those whose own order was lost; and the sums of the days whose
 * cases changed, so that the analyses never read more than a quarter of an hour's changes from the rows.
 */
export const orderCaseRounds = async (database: Database): Promise<void> => {
  for (const { tenantId, isSetUp } of await withoutTenant(database, listWorkspaces)) {
    if (!isSetUp) continue;
    await withTenant(database, systemScope(tenantId), async (tx) => {
      await enqueue(tx, "watch_cases", { tenantId }, { jobKey: `cases:${tenantId}` });
      await enqueue(tx, "sum_case_days", { tenantId }, { jobKey: `case-sums:${tenantId}` });
    });
  }
};

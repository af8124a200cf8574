import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import type { Database } from "../platform/db/open-database.ts";
import { withoutTenant, withTenant } from "../platform/db/open-transaction.ts";
import { systemScope } from "../platform/db/tenant-scope.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { enqueue } from "../platform/jobs/enqueue.ts";
import { listWorkspaces } from "../setup/installation.ts";

/** Orders the look at what surveys are due to do now; many orders before it runs are one. */
export const enqueueSurveys = (tx: Tx, tenantId: TenantId): Promise<void> =>
  enqueue(tx, "run_surveys", { tenantId }, { jobKey: `surveys:${tenantId}` });

/** The same for every workspace; every quarter of an hour. */
export const orderSurveyRounds = async (database: Database): Promise<void> => {
  for (const { tenantId, isSetUp } of await withoutTenant(database, listWorkspaces)) {
    if (!isSetUp) continue;
    await withTenant(database, systemScope(tenantId), (tx) => enqueueSurveys(tx, tenantId));
  }
};

import type { Database } from "../platform/db/open-database.ts";
import { withoutTenant, withTenant } from "../platform/db/open-transaction.ts";
import { systemScope } from "../platform/db/tenant-scope.ts";
import { listWorkspaces } from "../setup/installation.ts";
import { enqueueDigests } from "./enqueue-digests.ts";

/** Orders the look at what is to be told now in every workspace; ordering twice before it runs orders once. */
export const orderNotificationRounds = async (database: Database): Promise<void> => {
  for (const { tenantId, isSetUp } of await withoutTenant(database, listWorkspaces)) {
    if (!isSetUp) continue;
    await withTenant(database, systemScope(tenantId), (tx) => enqueueDigests(tx, tenantId));
  }
};

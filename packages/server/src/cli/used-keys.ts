import type { Database } from "../platform/db/open-database.ts";
import { withoutTenant, withTenantReadOnly } from "../platform/db/open-transaction.ts";
import { systemScope } from "../platform/db/tenant-scope.ts";
import { countByKey } from "../platform/secrets/reseal.ts";
import { listWorkspaces } from "../setup/installation.ts";

/** How many values of all workspaces each key sealed, by key id. */
export const usedKeys = async (database: Database): Promise<Map<string, number>> => {
  const used = new Map<string, number>();
  for (const { tenantId } of await withoutTenant(database, listWorkspaces)) {
    const counts = await withTenantReadOnly(database, systemScope(tenantId), countByKey);
    for (const [id, n] of counts) used.set(id, (used.get(id) ?? 0) + n);
  }
  return used;
};

import { reachConfiguredDatabase, configuredDataDir } from "../platform/db/configured-database.ts";
import { migrateDatabase } from "../platform/db/migrate-database.ts";
import { openDatabase } from "../platform/db/open-database.ts";
import { withoutTenant } from "../platform/db/open-transaction.ts";
import type { JobContext } from "../platform/jobs/job-registry.ts";
import { listWorkspaces } from "../setup/installation.ts";
import { terminalJobContext } from "./import-job-context.ts";

/** Does a command's work in a workspace (the oldest unless named) and closes the database afterwards. */
export const withWorkspace = async (
  wanted: string | undefined,
  work: (context: JobContext) => Promise<number>,
): Promise<number> => {
  const address = await reachConfiguredDatabase();
  const database = openDatabase({ appUrl: address.appUrl, maxConnections: 4 });
  try {
    await migrateDatabase(address.ownerUrl);
    const found = (await withoutTenant(database, listWorkspaces)).find(({ tenantId, isSetUp }) =>
      wanted === undefined ? isSetUp : tenantId === wanted,
    );
    if (!found) {
      console.error(
        "There is no such workspace yet: start Mainstay and open the link it prints. 还没有这个工作区:请先启动并打开一次性链接。",
      );
      return 1;
    }
    return await work(terminalJobContext(database, found.tenantId, configuredDataDir()));
  } finally {
    await database.end();
    await address.stop();
  }
};

import { readConfig } from "../platform/config/read-config.ts";
import { migrateDatabase } from "../platform/db/migrate-database.ts";
import { reachConfiguredDatabase } from "../platform/db/configured-database.ts";
import { openDatabase } from "../platform/db/open-database.ts";
import { publicUrlOf } from "../serve-all.ts";
import { createAdminLink } from "../setup/installation.ts";

/** `mainstay user create-admin-link`: a one-time link (24 hours) that makes whoever opens it administrator. */
export const runUser = async (args: string[]): Promise<number> => {
  if (args.length !== 1 || args[0] !== "create-admin-link") {
    console.error("Usage: mainstay user create-admin-link");
    return 2;
  }
  const address = await reachConfiguredDatabase();
  const database = openDatabase({ appUrl: address.appUrl, maxConnections: 2 });
  try {
    await migrateDatabase(address.ownerUrl);
    const link = await createAdminLink(database, new Date());
    console.log(`${publicUrlOf(readConfig())}${link.path}`);
    return 0;
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    return 1;
  } finally {
    await database.end();
    await address.stop();
  }
};

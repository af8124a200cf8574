import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type DatabaseAddress, reachDatabase } from "./reach-database.ts";

const repositoryRoot = fileURLToPath(new URL("../../../../../", import.meta.url));

/** Where the embedded database and uploaded files live: DATA_DIR, else `data` in the checkout. */
export const configuredDataDir = (env = process.env): string =>
  env.DATA_DIR || join(repositoryRoot, "data");

/** The database that the environment names: DATABASE_URL and DATABASE_APP_URL, else our own. */
export function reachConfiguredDatabase(env = process.env): Promise<DatabaseAddress> {
  return reachDatabase({
    databaseUrl: env.DATABASE_URL || undefined,
    databaseAppUrl: env.DATABASE_APP_URL || undefined,
    dataDir: configuredDataDir(env),
  });
}

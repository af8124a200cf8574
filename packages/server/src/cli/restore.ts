import { existsSync } from "node:fs";
import { cp } from "node:fs/promises";
import { join, resolve } from "node:path";
import { configuredDataDir, reachConfiguredDatabase } from "../platform/db/configured-database.ts";
import { migrateDatabase } from "../platform/db/migrate-database.ts";
import { restoreDatabase } from "../platform/db/restore-database.ts";

/** `mainstay restore FOLDER [--replace]`: put a backup back, all or nothing. */
export async function runRestore(args: string[]): Promise<number> {
  const replace = args.includes("--replace");
  const [given, ...more] = args.filter((arg) => arg !== "--replace");
  if (!given || more.length > 0 || given.startsWith("-")) {
    console.error("Usage: mainstay restore FOLDER [--replace]");
    return 2;
  }
  const folder = resolve(given);
  const address = await reachConfiguredDatabase();
  try {
    await migrateDatabase(address.ownerUrl);
    const manifest = await restoreDatabase(address.backupUrl, folder, { replace });
    const files = join(folder, "files");
    if (existsSync(files)) {
      await cp(files, join(configuredDataDir(), "files"), { recursive: true });
    }
    console.log(`The data of ${manifest.createdAt} is back.`);
    return 0;
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    return 1;
  } finally {
    await address.stop();
  }
}

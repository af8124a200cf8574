import { existsSync } from "node:fs";
import { cp } from "node:fs/promises";
import { join, resolve } from "node:path";
import { backupDatabase } from "../platform/db/backup-database.ts";
import { configuredDataDir, reachConfiguredDatabase } from "../platform/db/configured-database.ts";

/** `mainstay backup [FOLDER]`: write all data of one instant into a new folder, while people work. */
export async function runBackup(args: string[]): Promise<number> {
  if (args.length > 1 || args[0]?.startsWith("-")) {
    console.error("Usage: mainstay backup [FOLDER]");
    return 2;
  }
  const stamp = new Date().toISOString().slice(0, 19).replaceAll(":", "-");
  const dataDir = configuredDataDir();
  const folder = resolve(args[0] ?? join(dataDir, "backups", stamp));
  if (existsSync(folder)) {
    console.error(`${folder} exists already; name a new folder.`);
    return 1;
  }
  const address = await reachConfiguredDatabase();
  try {
    const manifest = await backupDatabase(address.backupUrl, folder);
    const files = join(dataDir, "files");
    if (existsSync(files)) await cp(files, join(folder, "files"), { recursive: true });
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
    console.log(`${rows} rows of ${manifest.tables.length} tables are saved in ${folder}`);
    return 0;
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    return 1;
  } finally {
    await address.stop();
  }
}

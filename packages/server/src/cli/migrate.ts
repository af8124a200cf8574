import { reachConfiguredDatabase } from "../platform/db/configured-database.ts";
import { migrateDatabase } from "../platform/db/migrate-database.ts";

/** `mainstay migrate`: bring the database to the shape of this version. */
export async function runMigrate(args: string[]): Promise<number> {
  if (args.length > 0) {
    console.error("Usage: mainstay migrate");
    return 2;
  }
  const address = await reachConfiguredDatabase();
  try {
    const applied = await migrateDatabase(address.ownerUrl);
    for (const name of applied) console.log(`applied ${name}`);
    console.log(applied.length === 0 ? "The database is up to date." : "Done.");
    return 0;
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    return 1;
  } finally {
    await address.stop();
  }
}

import { readConfig } from "../platform/config/read-config.ts";
import { reachConfiguredDatabase } from "../platform/db/configured-database.ts";
import { migrateDatabase } from "../platform/db/migrate-database.ts";
import { type Database, openDatabase } from "../platform/db/open-database.ts";
import { withoutTenant, withTenant } from "../platform/db/open-transaction.ts";
import { systemScope } from "../platform/db/tenant-scope.ts";
import type { KeyRing } from "../platform/secrets/key-ring.ts";
import { openKeyRing } from "../platform/secrets/open-key-ring.ts";
import { resealWorkspace } from "../platform/secrets/reseal.ts";
import { dropUnusedKeys, putNewKeyFirst } from "../platform/secrets/rotate-keys.ts";
import { listWorkspaces } from "../setup/installation.ts";
import { usedKeys } from "./used-keys.ts";

const usage = `Usage: mainstay keys rotate|tidy|status
  rotate  make a new key, seal every sensitive value anew with it; safe to kill and run again
  tidy    remove keys that nothing uses any more (ten minutes after they were replaced)
  status  the keys by id and how many values each of them sealed`;

/** `mainstay keys …`: the keys that sensitive values are sealed with. */
export const runKeys = async (args: string[]): Promise<number> => {
  const [act = ""] = args;
  if (args.length !== 1 || !["rotate", "tidy", "status"].includes(act)) {
    console.error(usage);
    return act === "--help" ? 0 : 2;
  }
  const { dataDir, sealingKeys } = readConfig();
  const ring = openKeyRing({ dataDir, sealingKeys });
  const address = await reachConfiguredDatabase();
  const database = openDatabase({ appUrl: address.appUrl, maxConnections: 2 });
  try {
    await migrateDatabase(address.ownerUrl);
    const parts = { database, ring, dataDir, isGiven: sealingKeys !== undefined };
    if (act === "rotate") await rotate(parts);
    if (act !== "status") await tidy(parts);
    return await report(parts);
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    return 1;
  } finally {
    await database.end();
    await address.stop();
  }
};

interface Parts {
  readonly database: Database;
  readonly ring: KeyRing;
  readonly dataDir: string;
  /** Whether MAINSTAY_KEY names the keys; then new ones come from there, not from us. */
  readonly isGiven: boolean;
}

const rotate = async (parts: Parts): Promise<void> => {
  const { database, ring, dataDir, isGiven } = parts;
  if (!isGiven) {
    const { id, isNew } = putNewKeyFirst(dataDir, await usedKeys(parts.database), new Date());
    console.log(isNew ? `new key ${id}` : `finishing the rotation to key ${id}`);
  }
  let done = 0;
  for (const { tenantId } of await withoutTenant(database, listWorkspaces)) {
    done += await resealWorkspace(ring, tenantId, (work) =>
      withTenant(database, systemScope(tenantId), work, { statementTimeoutMs: 0 }),
    );
  }
  console.log(`${done} values sealed anew with key ${ring.newest().id}`);
};

const tidy = async (parts: Parts): Promise<void> => {
  const { gone, waiting } = dropUnusedKeys(
    parts.dataDir,
    await usedKeys(parts.database),
    new Date(),
  );
  for (const id of gone) console.log(`removed key ${id}`);
  for (const id of waiting) {
    console.log(`key ${id} is no longer used; run mainstay keys tidy in ten minutes to remove it`);
  }
};

const report = async (parts: Parts): Promise<number> => {
  const used = await usedKeys(parts.database);
  const known = parts.ring.all();
  for (const [at, { id }] of known.entries()) {
    console.log(`${at === 0 ? "newest" : "older "}  ${id}  ${used.get(id) ?? 0} values`);
  }
  const lost = [...used].filter(([id]) => parts.ring.find(id) === null);
  for (const [id, n] of lost) console.log(`MISSING ${id}  ${n} values cannot be opened`);
  return lost.length === 0 ? 0 : 1;
};

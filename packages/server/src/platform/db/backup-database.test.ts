import { randomUUID } from "node:crypto";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, test } from "vitest";
import { makeTenant } from "../test-world/make-tenant.ts";
import { privateWorld } from "../test-world/test-world.ts";
import { backupDatabase } from "./backup-database.ts";
import { withTenant, withTenantReadOnly } from "./open-transaction.ts";
import { restoreDatabase } from "./restore-database.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "backup-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function worldWithTwoTenants() {
  const world = await privateWorld();
  const tenants = [await makeTenant(world), await makeTenant(world)];
  for (const { tenantId, scope } of tenants) {
    const parent = { tenant_id: tenantId, id: randomUUID(), name: "万华化学\t集团\\" };
    const child = { tenant_id: tenantId, id: randomUUID(), name: "子公司", parent_id: parent.id };
    await withTenant(world.database, scope, async (tx) => {
      await tx.insertInto("account").values([child, parent]).execute();
      const audit = { tenant_id: tenantId, id: randomUUID(), act: "x", subject_kind: "y" };
      await tx.insertInto("audit").values(audit).execute();
    });
  }
  return { world, tenants };
}

test("a backup restored into a fresh database brings back every tenant's rows exactly", async () => {
  const { world, tenants } = await worldWithTwoTenants();
  const fresh = await privateWorld();
  const manifest = await backupDatabase(world.adminUrl, join(folder, "b"));
  await restoreDatabase(fresh.adminUrl, join(folder, "b"), { replace: false });
  expect(manifest.tables.find(({ name }) => name === "account")?.rows).toBe(4);
  for (const { scope } of tenants) {
    const read = (place: typeof world) =>
      withTenantReadOnly(place.database, scope, async (db) => ({
        accounts: await db.selectFrom("account").selectAll().orderBy("id").execute(),
        users: await db.selectFrom("app_user").selectAll().orderBy("id").execute(),
        audit: await db.selectFrom("audit").selectAll().orderBy("id").execute(),
      }));
    const before = await read(world);
    expect(before.accounts.length).toBe(2);
    expect(await read(fresh)).toEqual(before);
  }
  await Promise.all([world.close(), fresh.close()]);
});

test("a restore does not overwrite a database that is in use unless told to", async () => {
  const { world } = await worldWithTwoTenants();
  await backupDatabase(world.adminUrl, join(folder, "b"));
  const again = (replace: boolean) =>
    restoreDatabase(world.adminUrl, join(folder, "b"), { replace });
  await expect(again(false)).rejects.toThrow("not empty");
  await again(true);
  await world.close();
});

test("a damaged or newer backup is refused and changes nothing", async () => {
  const { world, tenants } = await worldWithTwoTenants();
  const good = join(folder, "good");
  await backupDatabase(world.adminUrl, good);
  const damaged = join(folder, "damaged");
  await cp(good, damaged, { recursive: true });
  const file = join(damaged, "account.copy.gz");
  const text = gunzipSync(await readFile(file)).toString();
  await writeFile(file, gzipSync(text.replace("万华", "千华")));
  await expect(restoreDatabase(world.adminUrl, damaged, { replace: true })).rejects.toThrow(
    "account.copy.gz is damaged",
  );
  const newer = join(folder, "newer");
  await cp(good, newer, { recursive: true });
  const manifest = JSON.parse(await readFile(join(newer, "manifest.json"), "utf8"));
  manifest.migrations.push("20991231000000-future");
  await writeFile(join(newer, "manifest.json"), JSON.stringify(manifest));
  await expect(restoreDatabase(world.adminUrl, newer, { replace: true })).rejects.toThrow(
    "newer version",
  );
  const scope = tenants[0]?.scope;
  if (!scope) throw new Error("no tenant");
  const left = await withTenantReadOnly(world.database, scope, (db) =>
    db.selectFrom("account").select("name").execute(),
  );
  expect(left.length).toBe(2);
  await world.close();
});

import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { recordAudit } from "../platform/audit/record-audit.ts";
import { backupDatabase } from "../platform/db/backup-database.ts";
import { withTenant, withTenantReadOnly } from "../platform/db/open-transaction.ts";
import { restoreDatabase } from "../platform/db/restore-database.ts";
import { makeTenant, type TestTenant } from "../platform/test-world/make-tenant.ts";
import { privateWorld, type TestWorld } from "../platform/test-world/test-world.ts";
import { verifyAuditChain } from "./verify-audit-chain.ts";

type Private = TestWorld & { close: () => Promise<void> };
let folder = "";
let world: Private;
let fresh: Private;
let tenant: TestTenant;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "chain-"));
  [world, fresh] = await Promise.all([privateWorld(), privateWorld()]);
  tenant = await makeTenant(world);
  for (let i = 0; i < 3; i++) await act(world);
});
afterEach(async () => {
  await Promise.all([world.close(), fresh.close(), rm(folder, { recursive: true, force: true })]);
});

const act = (place: TestWorld) =>
  withTenant(place.database, tenant.scope, (tx) =>
    recordAudit(
      tx,
      { tenantId: tenant.tenantId, actor: null, requestId: null },
      "workspace.edited",
      { kind: "workspace", id: null },
    ),
  );
const verify = (place: TestWorld) =>
  withTenantReadOnly(place.database, tenant.scope, (db) => verifyAuditChain(db, tenant.tenantId));

test("a restored audit keeps its chain, link by link, and goes on from there", async () => {
  await backupDatabase(world.adminUrl, join(folder, "b"));
  await restoreDatabase(fresh.adminUrl, join(folder, "b"), { replace: false });
  expect(await verify(fresh)).toEqual(await verify(world));
  await act(fresh);
  expect(await verify(fresh)).toMatchObject({ isIntact: true, rowsChecked: 4 });
});

test("acts of a backup from before the chain are chained when they are restored", async () => {
  const { ownerUrl } = world;
  await backupDatabase(ownerUrl, join(folder, "b"));
  const file = join(folder, "b", "manifest.json");
  const manifest = JSON.parse(await readFile(file, "utf8"));
  manifest.tables = manifest.tables.filter(({ name }: { name: string }) => name !== "audit_chain");
  await writeFile(file, JSON.stringify(manifest));
  await restoreDatabase(fresh.ownerUrl, join(folder, "b"), { replace: false });
  await act(fresh);
  expect(await verify(fresh)).toMatchObject({ isIntact: true, rowsChecked: 4 });
});

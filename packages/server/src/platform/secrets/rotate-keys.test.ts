import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { withTenant, withTenantReadOnly } from "../db/open-transaction.ts";
import { askTenant } from "../test-world/ask-tenant.ts";
import { makeTenant, makeUser, type TestTenant } from "../test-world/make-tenant.ts";
import { type TestWorld, testWorld } from "../test-world/test-world.ts";
import { readKeyFile } from "./key-file.ts";
import { openKeyRing } from "./open-key-ring.ts";
import { countByKey, resealWorkspace } from "./reseal.ts";
import { dropUnusedKeys, keptAfterMs, putNewKeyFirst } from "./rotate-keys.ts";
import { open, seal } from "./seal.ts";
import { sealedColumns } from "./sealed-columns.ts";

let dataDir: string;
let world: TestWorld;
let tenant: TestTenant;
beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), "mainstay-rotate-"));
  world = await testWorld();
  tenant = await makeTenant(world);
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

const now = new Date("2026-11-22T08:00:00Z");
const later = new Date(now.getTime() + keptAfterMs);
const ringHere = () => openKeyRing({ dataDir, sealingKeys: undefined });
const counts = () => withTenantReadOnly(world.database, tenant.scope, countByKey);

/** Users whose second factor is sealed with the newest key. */
const sealFor = async (users: string[]) => {
  const ring = ringHere();
  for (const user_id of users) {
    const place = { tenantId: tenant.tenantId, table: "second_factor", rowId: user_id };
    const secret_sealed = seal(ring, place, `secret of ${user_id}`);
    await withTenant(world.database, tenant.scope, (tx) =>
      tx
        .insertInto("second_factor")
        .values({ tenant_id: tenant.tenantId, user_id, secret_sealed })
        .execute(),
    );
  }
};
const opened = async () => {
  const rows = await askTenant<{ user_id: string; secret_sealed: Buffer }>(
    world,
    tenant,
    "select user_id, secret_sealed from second_factor",
  );
  return rows.every(({ user_id, secret_sealed }) => {
    const place = { tenantId: tenant.tenantId, table: "second_factor", rowId: user_id };
    return open(ringHere(), place, secret_sealed) === `secret of ${user_id}`;
  });
};
const reseal = (limit = Number.POSITIVE_INFINITY) => {
  let left = limit;
  return resealWorkspace(ringHere(), tenant.tenantId, (work) => {
    if (left-- <= 0) throw new Error("killed");
    return withTenant(world.database, tenant.scope, work);
  });
};

test("after a rotation every value opens with the new key alone, and the old key goes once nobody can still use it", async () => {
  const users = [tenant.adminUserId, await makeUser(world, tenant, "manager")];
  await sealFor(users);
  const old = ringHere().newest().id;
  const { id, isNew } = putNewKeyFirst(dataDir, await counts(), now);
  expect(isNew).toBe(true);
  expect(await reseal()).toBe(2);
  expect(await counts()).toEqual(new Map([[id, 2]]));
  expect(dropUnusedKeys(dataDir, await counts(), now)).toEqual({ gone: [], waiting: [old] });
  expect(dropUnusedKeys(dataDir, await counts(), later)).toEqual({ gone: [old], waiting: [] });
  expect(readKeyFile(dataDir).map((key) => key.id)).toEqual([id]);
  expect(await opened()).toBe(true);
});

test("a rotation that was killed is finished with the same key, not begun again", async () => {
  await sealFor([tenant.adminUserId]);
  const first = putNewKeyFirst(dataDir, await counts(), now);
  await expect(reseal(0)).rejects.toThrow("killed");
  expect(await opened()).toBe(true);
  expect(putNewKeyFirst(dataDir, await counts(), now)).toEqual({ id: first.id, isNew: false });
  expect(await reseal()).toBe(1);
  expect(await reseal()).toBe(0);
  expect(await opened()).toBe(true);
});

test("a key that still sealed something is never removed", async () => {
  await sealFor([tenant.adminUserId]);
  const old = ringHere().newest().id;
  putNewKeyFirst(dataDir, await counts(), now);
  expect(dropUnusedKeys(dataDir, await counts(), later)).toEqual({ gone: [], waiting: [] });
  expect(readKeyFile(dataDir).map(({ id }) => id)).toContain(old);
});

test("every column that ends in _sealed is on the register", async () => {
  const rows = await askTenant<{ name: string }>(
    world,
    tenant,
    `select c.relname || '.' || a.attname as name from pg_attribute a join pg_class c on c.oid = a.attrelid
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not a.attisdropped
       and a.attname like '%\\_sealed' order by 1`,
  );
  expect(rows.map(({ name }) => name)).toEqual(
    sealedColumns.map(({ table, column }) => `${table}.${column}`).sort(),
  );
});

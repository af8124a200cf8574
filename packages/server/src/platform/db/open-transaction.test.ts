import { randomUUID } from "node:crypto";
import pg from "pg";
import { expect, test } from "vitest";
import { makeTenant } from "../test-world/make-tenant.ts";
import { privateWorld, testWorld } from "../test-world/test-world.ts";
import { DatabaseTimeout, DatabaseUnavailable, brokenConstraint } from "./database-errors.ts";
import { sql } from "kysely";
import { openDatabase } from "./open-database.ts";
import { withTenant, withTenantReadOnly, withoutTenant } from "./open-transaction.ts";
import type { Db, Tx } from "./database-handles.ts";

const product = (tenantId: string, externalId: string) => ({
  tenant_id: tenantId,
  id: randomUUID(),
  external_id: externalId,
});

test("what a transaction saved is there afterwards, for its own tenant only", async () => {
  const world = await testWorld();
  const [ours, theirs] = [await makeTenant(world), await makeTenant(world)];
  await withTenant(world.database, ours.scope, (tx) =>
    tx.insertInto("product").values(product(ours.tenantId, "P1")).execute(),
  );
  const seenBy = (scope: typeof ours.scope) =>
    withTenantReadOnly(world.database, scope, (db) =>
      db.selectFrom("product").select("external_id").execute(),
    );
  expect(await seenBy(ours.scope)).toEqual([{ external_id: "P1" }]);
  expect(await seenBy(theirs.scope)).toEqual([]);
});

test("a row for another tenant cannot be written", async () => {
  const world = await testWorld();
  const [ours, theirs] = [await makeTenant(world), await makeTenant(world)];
  const foreign = withTenant(world.database, ours.scope, (tx) =>
    tx.insertInto("product").values(product(theirs.tenantId, "P1")).execute(),
  );
  await expect(foreign).rejects.toThrow("row-level security");
});

test("when the work throws, nothing of it is kept and the error passes as it is", async () => {
  const world = await testWorld();
  const tenant = await makeTenant(world);
  const failing = withTenant(world.database, tenant.scope, async (tx) => {
    await tx.insertInto("product").values(product(tenant.tenantId, "P1")).execute();
    throw new Error("changed my mind");
  });
  await expect(failing).rejects.toThrow("changed my mind");
  const left = await withTenantReadOnly(world.database, tenant.scope, (db) =>
    db.selectFrom("product").selectAll().execute(),
  );
  expect(left).toEqual([]);
});

test("without a tenant no tenant's rows are seen", async () => {
  const world = await testWorld();
  await makeTenant(world);
  const seen = await withoutTenant(world.database, (tx) =>
    tx.selectFrom("app_user").selectAll().execute(),
  );
  expect(seen).toEqual([]);
});

test("a read-only transaction refuses to write", async () => {
  const world = await testWorld();
  const tenant = await makeTenant(world);
  const writing = withTenantReadOnly(world.database, tenant.scope, (db) =>
    db.insertInto("product").values(product(tenant.tenantId, "P1")).execute(),
  );
  await expect(writing).rejects.toThrow("read-only transaction");
});

test("a broken rule is known by its constraint name", async () => {
  const world = await testWorld();
  const tenant = await makeTenant(world);
  const twice = withTenant(world.database, tenant.scope, async (tx) => {
    await tx.insertInto("product").values(product(tenant.tenantId, "P1")).execute();
    await tx.insertInto("product").values(product(tenant.tenantId, "P1")).execute();
  });
  expect(brokenConstraint(await twice.catch((error) => error))).toBe("product_external_id_once");
});

test("a statement over its limit ends as a timeout", async () => {
  const world = await testWorld();
  const tenant = await makeTenant(world);
  const slow = withTenant(
    world.database,
    tenant.scope,
    (tx) => sql`select pg_sleep(20)`.execute(tx),
    { statementTimeoutMs: 20 },
  );
  await expect(slow).rejects.toThrow(DatabaseTimeout);
});

test("two transactions that collide both succeed, one of them on a second attempt", async () => {
  const world = await testWorld();
  const tenant = await makeTenant(world);
  let runs = 0;
  let sayBothHaveRead = () => {};
  const bothHaveRead = new Promise<void>((done) => {
    sayBothHaveRead = done;
  });
  const countOneMore = () =>
    withTenant(
      world.database,
      tenant.scope,
      async (tx) => {
        const row = await tx.selectFrom("app_user").select("version").executeTakeFirstOrThrow();
        if (++runs === 2) sayBothHaveRead();
        await bothHaveRead;
        await tx
          .updateTable("app_user")
          .set({ version: row.version + 1 })
          .execute();
      },
      { isolation: "serializable" },
    );
  await Promise.all([countOneMore(), countOneMore()]);
  const row = await withTenantReadOnly(world.database, tenant.scope, (db) =>
    db.selectFrom("app_user").select("version").executeTakeFirstOrThrow(),
  );
  expect(row.version).toBe(3);
  expect(runs).toBe(3);
});

test("losing every connection breaks the work at hand, and the next work goes through", async () => {
  const world = await privateWorld();
  const tenant = await makeTenant(world);
  const killAll = async () => {
    const admin = new pg.Client(world.adminUrl);
    await admin.connect();
    await admin.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
    );
    await admin.end();
  };
  const interrupted = withTenant(world.database, tenant.scope, async (tx) => {
    await killAll();
    await tx.selectFrom("product").selectAll().execute();
  });
  await expect(interrupted).rejects.toThrow(DatabaseUnavailable);
  const after = await withTenant(world.database, tenant.scope, (tx) =>
    tx.selectFrom("app_user").select("role").execute(),
  );
  expect(after).toEqual([{ role: "admin" }]);
  await world.close();
});

test("a database that is not there is reported as unavailable", async () => {
  const world = await testWorld();
  const tenant = await makeTenant(world);
  const database = openDatabase({ appUrl: "postgres://nobody:x@127.0.0.1:1/none" });
  await expect(withTenant(database, tenant.scope, async () => {})).rejects.toThrow(
    DatabaseUnavailable,
  );
  await database.end();
});

test("a query that was not awaited inside the transaction cannot slip out of it", async () => {
  const world = await testWorld();
  const tenant = await makeTenant(world);
  let kept: Tx | null = null;
  await withTenant(world.database, tenant.scope, async (tx) => {
    kept = tx;
  });
  const late = (kept as unknown as Tx).selectFrom("product").selectAll().execute();
  await expect(late).rejects.toThrow("transaction is over");
});

test("an id that is no UUID never reaches the session's settings", async () => {
  const world = await testWorld();
  const tenant = await makeTenant(world);
  const scope = { ...tenant.scope, actorUserId: "x'; drop table account; --" };
  await expect(withTenant(world.database, scope, async () => {})).rejects.toThrow("UUID");
});

test("a plain connection does not satisfy a function that writes", () => {
  const write = (_tx: Tx) => true;
  const attempt = (db: Db) =>
    // @ts-expect-error a Db is not a Tx: this line must not compile
    write(db);
  expect(attempt).toBeTypeOf("function");
});

import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import pg from "pg";
import { expect, test } from "vitest";
import { makeTenant } from "../test-world/make-tenant.ts";
import { testWorld } from "../test-world/test-world.ts";
import { withTenant } from "./open-transaction.ts";

async function askAs(url: string, text: string) {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

test("every table has row-level security, forced on its owner too", async () => {
  const { ownerUrl } = await testWorld();
  const open = await askAs(
    ownerUrl,
    `select c.relname from pg_class c where c.relnamespace = 'public'::regnamespace
     and c.relkind in ('r', 'p') and not (c.relrowsecurity and c.relforcerowsecurity)`,
  );
  expect(open).toEqual([]);
});

test("the application works as a role that can neither bypass row security nor change tables", async () => {
  const { appUrl } = await testWorld();
  const [role] = await askAs(
    appUrl,
    "select rolname, rolsuper, rolbypassrls from pg_roles where rolname = current_user",
  );
  expect(role).toEqual({ rolname: "mainstay_app", rolsuper: false, rolbypassrls: false });
  await expect(askAs(appUrl, "alter table account disable row level security")).rejects.toThrow(
    "must be owner",
  );
  await expect(askAs(appUrl, "select * from graphile_worker._private_jobs")).rejects.toThrow(
    "permission denied",
  );
  await expect(askAs(appUrl, "select * from migration.applied")).rejects.toThrow(
    "permission denied",
  );
});

test("the owner, too, sees no tenant's rows without naming the tenant", async () => {
  const world = await testWorld();
  await makeTenant(world);
  expect(await askAs(world.ownerUrl, "select * from app_user")).toEqual([]);
});

test("the audit can be added to, but not changed or removed", async () => {
  const world = await testWorld();
  const tenant = await makeTenant(world);
  const row = { tenant_id: tenant.tenantId, id: randomUUID(), act: "test", subject_kind: "test" };
  await withTenant(world.database, tenant.scope, (tx) =>
    tx.insertInto("audit").values(row).execute(),
  );
  for (const act of ["update audit set act = 'x'", "delete from audit", "truncate audit"]) {
    const tampering = withTenant(world.database, tenant.scope, (tx) => sql.raw(act).execute(tx));
    await expect(tampering).rejects.toThrow("permission denied");
  }
});

test("a job is enqueued only if its transaction commits", async () => {
  const world = await testWorld();
  const tenant = await makeTenant(world);
  const enqueue = (key: string, fail: boolean) =>
    withTenant(world.database, tenant.scope, async (tx) => {
      const payload = JSON.stringify({ tenantId: tenant.tenantId });
      await sql`select enqueue_job('test-task', ${payload}::jsonb, job_key => ${key})`.execute(tx);
      if (fail) throw new Error("refused");
    });
  const [kept, dropped] = [randomUUID(), randomUUID()];
  await enqueue(kept, false);
  await expect(enqueue(dropped, true)).rejects.toThrow("refused");
  const jobs = await askAs(
    world.ownerUrl,
    `select key from graphile_worker.jobs where key in ('${kept}', '${dropped}')`,
  );
  expect(jobs).toEqual([{ key: kept }]);
});

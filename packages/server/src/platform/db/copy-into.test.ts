import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { makeTenant, type TestTenant } from "../test-world/make-tenant.ts";
import { testWorld } from "../test-world/test-world.ts";
import { copyInto } from "./copy-into.ts";
import { copyOut, copyOutBatches, streamRows } from "./copy-out.ts";
import { sql } from "kysely";
import { withTenant, withTenantReadOnly } from "./open-transaction.ts";

const columns = ["tenant_id", "id", "external_id", "name"];

function* products(tenant: TestTenant, count: number) {
  for (let i = 0; i < count; i++)
    yield [tenant.tenantId, randomUUID(), `P${i}`, "制冷\t压缩机\\机\n组"];
}

test("many rows go in by COPY under row security and come out again unchanged", async () => {
  const world = await testWorld();
  const tenant = await makeTenant(world);
  const written = await withTenant(world.database, tenant.scope, (tx) =>
    copyInto(tx, "product", columns, products(tenant, 5_000)),
  );
  expect(written).toBe(5_000);
  const seen = await withTenantReadOnly(world.database, tenant.scope, async (db) => {
    const names = new Set<string | null>();
    let rows = 0;
    for await (const batch of copyOutBatches(
      db,
      "select external_id, name, category from product",
    )) {
      rows += batch.length;
      for (const [, name, category] of batch) names.add(name ?? null).add(category ?? null);
    }
    return { rows, names };
  });
  expect(seen).toEqual({ rows: 5_000, names: new Set(["制冷\t压缩机\\机\n组", null]) });
});

test("a row for another tenant is refused and nothing of the copy is kept", async () => {
  const world = await testWorld();
  const [ours, theirs] = [await makeTenant(world), await makeTenant(world)];
  const rows = [...products(ours, 3), ...products(theirs, 1)];
  const copying = withTenant(world.database, ours.scope, (tx) =>
    copyInto(tx, "product", columns, rows),
  );
  await expect(copying).rejects.toThrow("row-level security");
});

test("a copy may say what happens to rows that are already there", async () => {
  const world = await testWorld();
  const tenant = await makeTenant(world);
  await withTenant(world.database, tenant.scope, async (tx) => {
    await copyInto(tx, "product", columns, products(tenant, 2));
    const again = [[tenant.tenantId, randomUUID(), "P1", "新名"]];
    const tail = "on conflict (tenant_id, external_id) do update set name = excluded.name";
    expect(await copyInto(tx, "product", columns, again, tail)).toBe(1);
    const rows = await tx.selectFrom("product").select("name").orderBy("external_id").execute();
    expect(rows.at(1)).toEqual({ name: "新名" });
  });
});

test("rows that stop with an error leave the connection usable and nothing saved", async () => {
  const world = await testWorld();
  const tenant = await makeTenant(world);
  async function* broken() {
    yield* products(tenant, 4_000);
    throw new Error("line 4001 is not readable");
  }
  const copying = withTenant(world.database, tenant.scope, (tx) =>
    copyInto(tx, "product", columns, broken()),
  );
  await expect(copying).rejects.toThrow("line 4001");
  const bad = withTenant(world.database, tenant.scope, (tx) =>
    copyInto(tx, "product", columns, [[tenant.tenantId, "no uuid", "P", ""]]),
  );
  await expect(bad).rejects.toThrow("uuid");
  const left = await withTenantReadOnly(world.database, tenant.scope, (db) =>
    db.selectFrom("product").selectAll().execute(),
  );
  expect(left).toEqual([]);
});

test("a reader may leave a stream early and go on with the transaction", async () => {
  const world = await testWorld();
  const tenant = await makeTenant(world);
  await withTenantReadOnly(world.database, tenant.scope, async (db) => {
    for await (const [n] of streamRows(db, "select n from generate_series(1, 200000) n")) {
      if (n === "10") break;
    }
    const one = await sql<{ one: number }>`select 1 as one`.execute(db);
    expect(one.rows).toEqual([{ one: 1 }]);
  });
});

test("an error of the server in mid-stream reaches the reader", async () => {
  const world = await testWorld();
  const tenant = await makeTenant(world);
  const reading = withTenantReadOnly(world.database, tenant.scope, async (db) => {
    let lines = 0;
    for await (const _ of copyOut(db, "select 1 / (50000 - n) from generate_series(1, 100000) n"))
      lines++;
    return lines;
  });
  await expect(reading).rejects.toThrow("division by zero");
});

import pg from "pg";
import { expect, test } from "vitest";
import { orderNightlyRounds } from "./nightly-rounds.ts";
import { withTenant } from "./platform/db/open-transaction.ts";
import { makeTenant } from "./platform/test-world/make-tenant.ts";
import { privateWorld } from "./platform/test-world/test-world.ts";

test("each workspace gets one round a day, once its own clock has passed two in the morning", async () => {
  const world = await privateWorld();
  const shanghai = await makeTenant(world);
  const london = await makeTenant(world);
  await withTenant(world.database, london.scope, (tx) =>
    tx
      .updateTable("tenant")
      .set({ time_zone: "Europe/London" })
      .where("id", "=", london.tenantId)
      .execute(),
  );
  const rounds = async (tenant: typeof london) =>
    withTenant(world.database, tenant.scope, (tx) =>
      tx.selectFrom("evaluation_run").select(["as_of", "trigger"]).orderBy("as_of").execute(),
    );
  const order = (instant: string) => orderNightlyRounds(world.database, new Date(instant));

  expect(await order("2026-11-19T17:59:00Z")).toBe(1);
  expect(await rounds(london)).toEqual([{ as_of: "2026-11-19", trigger: "nightly" }]);
  expect(await order("2026-11-19T18:00:00Z")).toBe(1);
  expect(await rounds(shanghai)).toEqual([{ as_of: "2026-11-20", trigger: "nightly" }]);
  expect(await order("2026-11-19T18:15:00Z")).toBe(0);
  await world.close();
});

test("the night ends what the law or its own end has ended: consents, facts, sessions; and checks the audit", async () => {
  const world = await privateWorld();
  const { tenantId } = await makeTenant(world);
  await orderNightlyRounds(world.database, new Date("2026-11-19T18:00:00Z"));
  const owner = new pg.Client(world.ownerUrl);
  await owner.connect();
  const { rows } = await owner.query<{ task: string; key: string }>(
    "select task_identifier as task, key from graphile_worker.jobs",
  );
  await owner.end();
  const ordered = rows.filter(({ key }) => key?.includes(tenantId)).map(({ task }) => task);
  expect(ordered).toEqual(
    expect.arrayContaining([
      "end_expired_consents",
      "end_expired_facts",
      "sweep_expired",
      "sum_case_days",
      "verify_audit",
    ]),
  );
  await world.close();
});

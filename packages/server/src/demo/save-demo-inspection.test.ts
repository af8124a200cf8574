import { inspectionSeed, verifyDraw } from "@mainstay/domain/inspection/inspection-draw";
import { expect, test } from "vitest";
import { newId } from "../platform/clock/new-id.ts";
import { withTenant } from "../platform/db/open-transaction.ts";
import { askTenant } from "../platform/test-world/ask-tenant.ts";
import { makeAccount } from "../platform/test-world/make-account.ts";
import { makeTenant } from "../platform/test-world/make-tenant.ts";
import { testWorld } from "../platform/test-world/test-world.ts";
import { saveDemoInspection } from "./save-demo-inspection.ts";

test("the demo's inspection is truly drawn from last quarter's visits, every call made, and is found equal", async () => {
  const world = await testWorld();
  const tenant = await makeTenant(world);
  const { tenantId } = tenant;
  const accountId = await makeAccount(world, tenant, { name: "演示客户" });
  // 2026-11-22: last quarter is July to September.
  await withTenant(world.database, tenant.scope, async (tx) => {
    for (let i = 0; i < 30; i++)
      await tx
        .insertInto("interaction")
        .values({
          tenant_id: tenantId,
          id: newId(),
          account_id: accountId,
          occurred_on: `2026-08-${String(1 + (i % 28)).padStart(2, "0")}`,
          kind: "visit",
          summary: "拜访",
          logged_by: tenant.adminUserId,
        })
        .execute();
    await saveDemoInspection(tx, tenantId, 20_779);
  });
  const [row] = await askTenant<Record<string, never>>(
    world,
    tenant,
    `select id as "inspectionId", population_ids as population, strata, sample_size as "sampleSize", nonce, seed, drawn,
       population_sha256 as "populationSha256", commitment_sha256 as "commitmentSha256",
       (select count(*)::int from inspection_item where status = 'waiting') as waiting,
       (select count(*)::int from call_back where outcome = 'reached') as reached from inspection`,
  );
  const published = row as unknown as Parameters<typeof verifyDraw>[0];
  expect(Object.values(verifyDraw(published))).toEqual([true, true, true, true]);
  expect(published.seed).toBe(inspectionSeed(published, published.nonce));
  expect(row).toMatchObject({ waiting: 0, reached: 10, sampleSize: 12 });
});

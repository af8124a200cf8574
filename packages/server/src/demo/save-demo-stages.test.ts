import { expect, test } from "vitest";
import { withTenant } from "../platform/db/open-transaction.ts";
import { askTenant } from "../platform/test-world/ask-tenant.ts";
import { makeTenant } from "../platform/test-world/make-tenant.ts";
import { testWorld } from "../platform/test-world/test-world.ts";
import { generateDemoPortfolio } from "./generate-demo-portfolio.ts";

test("the demo's key accounts stand in every stage, their playbooks part done, some steps skipped and some late", async () => {
  const world = await testWorld();
  const tenant = await makeTenant(world);
  const author = { tenantId: tenant.tenantId, actor: null, requestId: null };
  await withTenant(world.database, tenant.scope, (tx) =>
    generateDemoPortfolio(tx, author, "2026-11-22"),
  );
  const stages = await askTenant<{ stage: string; n: number }>(
    world,
    tenant,
    `select lifecycle_stage as stage, count(*)::int as n from account where lifecycle_stage is not null group by 1 order by 1`,
  );
  expect(stages).toEqual([
    { stage: "deep", n: 5 },
    { stage: "onboarding", n: 6 },
    { stage: "stable", n: 8 },
    { stage: "symbiosis", n: 2 },
  ]);
  const [steps] = await askTenant<Record<string, number>>(
    world,
    tenant,
    `select count(*) filter (where status = 'done')::int as done,
      count(*) filter (where status = 'open' and due_on >= '2026-11-22')::int as ahead,
      count(*) filter (where status = 'open' and due_on < '2026-11-22')::int as late,
      count(*) filter (where skip_reason is not null)::int as skipped,
      count(*) filter (where status = 'open' and owner_user_id is null)::int as unowned
     from task where origin = 'playbook'`,
  );
  for (const what of ["done", "ahead", "late", "skipped"])
    expect(steps?.[what], what).toBeGreaterThan(3);
  expect(steps?.["unowned"]).toBe(0);
  const [runs] = await askTenant<{ n: number }>(
    world,
    tenant,
    `select count(*)::int as n from playbook_run where finished <> '{}'`,
  );
  expect(runs?.n).toBeGreaterThan(15);
});

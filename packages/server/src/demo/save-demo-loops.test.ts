import { feedbackLoopStatuses } from "@mainstay/domain/feedback-loop/feedback-loop-status";
import { expect, test } from "vitest";
import { withTenant } from "../platform/db/open-transaction.ts";
import { systemScope } from "../platform/db/tenant-scope.ts";
import { askTenant } from "../platform/test-world/ask-tenant.ts";
import { makeTenant } from "../platform/test-world/make-tenant.ts";
import { testWorld } from "../platform/test-world/test-world.ts";
import { generateDemoPortfolio } from "./generate-demo-portfolio.ts";

test("the demo has loops in every state, each opened by a dissatisfied answer, with steps in order and none in the future", async () => {
  const world = await testWorld();
  const tenant = await makeTenant(world);
  const today = "2026-11-22";
  await withTenant(world.database, systemScope(tenant.tenantId), (tx) =>
    generateDemoPortfolio(tx, { tenantId: tenant.tenantId, actor: null, requestId: null }, today),
  );
  const states = await askTenant<{ status: string; n: number; unowned: number }>(
    world,
    tenant,
    `select status, count(*)::int as n, (count(*) filter (where owner_user_id is null))::int as unowned
     from feedback_loop group by 1 order by 1`,
  );
  expect(states.map(({ status }) => status)).toEqual([...feedbackLoopStatuses].sort());
  expect(states.reduce((sum, { unowned }) => sum + unowned, 0)).toBe(0);
  const [odd] = await askTenant<{ bare: number; ahead: number; backwards: number }>(
    world,
    tenant,
    `select (count(*) filter (where case_id is null and need_id is null))::int as bare,
       (count(*) filter (where greatest(contacted_at, rectified_at, followed_up_at, remeasured_at, drop_asked_at) > '2026-11-22T04:00:00Z'))::int as ahead,
       (count(*) filter (where rectified_at < contacted_at or followed_up_at < rectified_at or remeasured_at < followed_up_at))::int as backwards
     from feedback_loop`,
  );
  expect(odd).toEqual({ bare: 0, ahead: 0, backwards: 0 });
  const [complaints] = await askTenant<{ mute: number; forgotten: number; ahead: number }>(
    world,
    tenant,
    `select (count(*) filter (where not exists (select 1 from case_event e where e.case_id = c.id)))::int as mute,
       (count(*) filter (where status = 'open' and opened_at < timestamptz '2026-11-22T04:00:00Z' - interval '7 days'))::int as forgotten,
       (count(*) filter (where greatest(replied_at, solved_at, closed_at) > '2026-11-22T04:00:00Z'))::int as ahead
     from service_case c where source_kind = 'survey_response'`,
  );
  expect(complaints).toEqual({ mute: 0, forgotten: 0, ahead: 0 });
});

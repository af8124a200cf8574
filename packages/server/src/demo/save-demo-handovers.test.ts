import { beforeAll, expect, test } from "vitest";
import { withTenant } from "../platform/db/open-transaction.ts";
import { askTenant } from "../platform/test-world/ask-tenant.ts";
import { makeTenant, type TestTenant } from "../platform/test-world/make-tenant.ts";
import { type TestWorld, testWorld } from "../platform/test-world/test-world.ts";
import { generateDemoPortfolio } from "./generate-demo-portfolio.ts";

let world: TestWorld;
let demo: TestTenant;

beforeAll(async () => {
  world = await testWorld();
  demo = await makeTenant(world);
  const author = { tenantId: demo.tenantId, actor: null, requestId: null };
  await withTenant(world.database, demo.scope, (tx) =>
    generateDemoPortfolio(tx, author, "2026-11-21"),
  );
});

test("the demo has a handover with nine hours to go, one overdue and one done, each with its checklist", async () => {
  const rows = await askTenant<Record<string, unknown>>(
    world,
    demo,
    `select h.side, h.status, h.overdue_at is not null as late, h.pack_sha256 is not null as taken,
      (select count(*)::int from handover_item i where i.tenant_id = h.tenant_id and i.handover_id = h.id) as items,
      h.due_at > now() + interval '8 hours' as hours_left from handover h order by h.side, h.status`,
  );
  expect(rows).toEqual([
    { side: "ours", status: "open", late: true, taken: false, items: 4, hours_left: false },
    { side: "theirs", status: "done", late: false, taken: true, items: 6, hours_left: false },
    { side: "theirs", status: "open", late: false, taken: false, items: 6, hours_left: true },
  ]);
});

test("the demo has a change both sides confirmed on paper, and one that waits while work goes on", async () => {
  const rows = await askTenant<Record<string, unknown>>(
    world,
    demo,
    `select c.status, c.work_started_on is not null as started, encode(f.sha256, 'hex') = v.paper_sha256 as paper_is_kept,
      (select count(*)::int from requirement_change_confirmation k where k.tenant_id = c.tenant_id and k.change_id = c.id) as sides
     from requirement_change c join requirement_change_version v on v.tenant_id = c.tenant_id and v.change_id = c.id
     join stored_file f on f.tenant_id = v.tenant_id and f.id = v.paper_file_id order by c.status`,
  );
  expect(rows).toEqual([
    { status: "confirmed", started: true, paper_is_kept: true, sides: 2 },
    { status: "sent", started: true, paper_is_kept: true, sides: 0 },
  ]);
});

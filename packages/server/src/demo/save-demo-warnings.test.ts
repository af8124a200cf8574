import { defaultSignalRules } from "@mainstay/domain/signal-rule/signal-rules";
import { expect, test } from "vitest";
import { runCycle } from "../cycle/run-cycle.ts";
import { withTenant } from "../platform/db/open-transaction.ts";
import { askTenant } from "../platform/test-world/ask-tenant.ts";
import { makeTenant } from "../platform/test-world/make-tenant.ts";
import { testWorld } from "../platform/test-world/test-world.ts";
import { replayRules } from "../signal-rule/replay-rules.ts";
import { generateDemoPortfolio } from "./generate-demo-portfolio.ts";

const today = "2026-11-21";

test("the demo is warned of several things, has a year of outcomes behind it, and a rescue under way", async () => {
  const world = await testWorld();
  const tenant = await makeTenant(world);
  const { tenantId, scope } = tenant;
  const author = { tenantId, actor: null, requestId: null };
  await withTenant(world.database, scope, (tx) => generateDemoPortfolio(tx, author, today));
  const accounts = await askTenant<{ id: string }>(world, tenant, "select id from account");
  const now = new Date(`${today}T04:00:00Z`);
  const ids = accounts.map(({ id }) => id);
  await runCycle({ database: world.database, tenantId, today, now }, ids);
  const open = await askTenant<{ kind: string }>(
    world,
    tenant,
    "select distinct kind from signal where status <> 'resolved' and reason->>'code' like 'cycle.%'",
  );
  expect(open.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(["cadence_missed", "contract_ending", "key_contact_left"]),
  );
  expect(
    await askTenant(
      world,
      tenant,
      `select r.status, g.status as signal, count(f.*)::int as offers from rescue r join signal g on g.id = r.signal_id
       left join rescue_offer f on f.rescue_id = r.id group by r.id, r.status, r.opened_on, g.status order by r.opened_on desc`,
    ),
  ).toEqual([
    { status: "running", signal: "acknowledged", offers: 3 },
    { status: "lost", signal: "resolved", offers: 1 },
    { status: "partly", signal: "resolved", offers: 2 },
    { status: "saved", signal: "resolved", offers: 3 },
  ]);
  const replay = { tenantId, today, rules: defaultSignalRules, stepDays: 1 };
  const preview = await withTenant(world.database, scope, (tx) => replayRules(tx, replay));
  const sum = (of: "raised" | "knownReal") => preview.reduce((all, row) => all + row[of], 0);
  expect(sum("raised")).toBeGreaterThan(20);
  expect(sum("knownReal")).toBeGreaterThan(2);
});

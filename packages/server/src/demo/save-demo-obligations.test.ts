import { dayNumberFromIso } from "@mainstay/domain/calendar/day-number";
import { beforeAll, expect, test } from "vitest";
import { runCycle } from "../cycle/run-cycle.ts";
import { withTenant } from "../platform/db/open-transaction.ts";
import { askTenant } from "../platform/test-world/ask-tenant.ts";
import { makeTenant, type TestTenant } from "../platform/test-world/make-tenant.ts";
import { type TestWorld, testWorld } from "../platform/test-world/test-world.ts";
import { drawDemoPortfolio } from "./demo-portfolio.ts";
import { saveDemoChains } from "./save-demo-chains.ts";
import { saveDemoObligations } from "./save-demo-obligations.ts";
import { saveDemoPortfolio } from "./save-demo-portfolio.ts";
import { saveDemoTeam } from "./save-demo-team.ts";

const today = "2026-11-21";
let world: TestWorld;
let demo: TestTenant;

beforeAll(async () => {
  world = await testWorld();
  demo = await makeTenant(world);
  const { tenantId } = demo;
  const day = dayNumberFromIso(today) ?? 0;
  await withTenant(world.database, demo.scope, async (tx) => {
    const drawn = drawDemoPortfolio(day);
    const team = await saveDemoTeam(tx, tenantId);
    const accountIds = await saveDemoPortfolio(tx, tenantId, drawn, team);
    const keyIds = accountIds.filter((_, index) => drawn.accounts[index]?.isKey);
    await saveDemoChains(tx, tenantId, keyIds, team, day);
    await saveDemoObligations(tx, tenantId, team, day);
  });
});

const statuses = () =>
  askTenant<{ status: string; n: number }>(
    world,
    demo,
    "select status, count(*) as n from obligation group by 1 order by 1",
  );

test("the demo has promises kept, late, missed, dropped, moved and overdue, by several people", async () => {
  const found = Object.fromEntries((await statuses()).map(({ status, n }) => [status, n]));
  for (const status of ["fulfilled", "missed", "dropped", "open"])
    expect(found[status], status).toBeGreaterThan(0);
  const [counts] = await askTenant<Record<string, number>>(
    world,
    demo,
    `select count(*) filter (where status = 'open' and due_on < '${today}') as overdue,
      count(*) filter (where fulfilled_on > due_on) as late, count(*) filter (where met_by_interaction_id is not null) as met,
      count(*) filter (where moves > 0) as moved, count(distinct owner_user_id) as owners,
      count(*) filter (where fulfilled_on > '${today}' or fulfilled_on < period_from) as impossible from obligation`,
  );
  for (const name of ["overdue", "late", "met", "moved"])
    expect(counts?.[name], name).toBeGreaterThan(0);
  expect(counts).toMatchObject({ owners: 5, impossible: 0 });
});

test("the nights that follow keep its past and go on from there", async () => {
  const { tenantId } = demo;
  await askTenant(
    world,
    demo,
    "update account_standing s set segment = 'core', grade = 'strategic' from service_duty d where d.tenant_id = s.tenant_id and d.account_id = s.account_id",
  );
  const past = () =>
    askTenant(
      world,
      demo,
      "select id, status, fulfilled_on from obligation where status in ('fulfilled', 'dropped') and fulfilled_by is not null order by id",
    );
  const before = await past();
  const accounts = await askTenant<{ id: string }>(world, demo, "select id from account");
  const ids = accounts.map(({ id }) => id);
  await runCycle({ database: world.database, tenantId, today }, ids);
  const once = await statuses();
  await runCycle({ database: world.database, tenantId, today }, ids);
  expect(await statuses()).toEqual(once);
  expect(await past()).toEqual(before);
});

import { dayNumberFromIso } from "@mainstay/domain/calendar/day-number";
import { beforeAll, expect, test } from "vitest";
import { runCycle } from "../cycle/run-cycle.ts";
import { judgePortfolio } from "../evaluation/judge-portfolio.ts";
import { withTenant } from "../platform/db/open-transaction.ts";
import { askTenant } from "../platform/test-world/ask-tenant.ts";
import { makeTenant, type TestTenant } from "../platform/test-world/make-tenant.ts";
import { type TestWorld, testWorld } from "../platform/test-world/test-world.ts";
import { generateDemoPortfolio } from "./generate-demo-portfolio.ts";

const today = "2026-11-21";
let world: TestWorld;
let demo: TestTenant;

beforeAll(async () => {
  world = await testWorld();
  demo = await makeTenant(world);
  const author = { tenantId: demo.tenantId, actor: null, requestId: null };
  await withTenant(world.database, demo.scope, (tx) => generateDemoPortfolio(tx, author, today));
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
  const asOf = dayNumberFromIso(today) ?? 0;
  const { tenantId } = demo;
  await judgePortfolio({ tenantId, database: world.database, asOf, runId: null });
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

import { dayNumberFromIso, isoFromDayNumber } from "@mainstay/domain/calendar/day-number";
import { beforeAll, expect, test } from "vitest";
import { explainFigure } from "../account/explain-figure.ts";
import { generateDemoPortfolio } from "../demo/generate-demo-portfolio.ts";
import { newId } from "../platform/clock/new-id.ts";
import { withTenant, withTenantReadOnly } from "../platform/db/open-transaction.ts";
import { askTenant } from "../platform/test-world/ask-tenant.ts";
import { copyTenant } from "../platform/test-world/copy-tenant.ts";
import { makeOrders } from "../platform/test-world/make-orders.ts";
import { makeTenant, makeUser, type TestTenant } from "../platform/test-world/make-tenant.ts";
import { type TestWorld, testWorld } from "../platform/test-world/test-world.ts";
import { judgeAccounts, judgePortfolio } from "./judge-portfolio.ts";
import { runEvaluation } from "./run-evaluation.ts";

const today = "2026-11-21";
const asOf = dayNumberFromIso(today) ?? 0;
let world: TestWorld;
let demo: TestTenant;

beforeAll(async () => {
  world = await testWorld();
  demo = await makeTenant(world);
  const author = { tenantId: demo.tenantId, actor: null, requestId: null };
  await withTenant(world.database, demo.scope, (tx) => generateDemoPortfolio(tx, author, today));
});

const judge = (tenant: TestTenant, on = asOf) =>
  judgePortfolio({ tenantId: tenant.tenantId, database: world.database, asOf: on, runId: null });
const ask = <Row = Record<string, unknown>>(tenant: TestTenant, text: string) =>
  askTenant<Row>(world, tenant, text);
const one = async <Row = Record<string, unknown>>(tenant: TestTenant, text: string) => {
  const [row] = await ask<Row>(tenant, text);
  if (!row) throw new Error(`no row: ${text}`);
  return row;
};

/** All an evaluation writes, without ids and clock times. */
const stateOf = async (tenant: TestTenant) => ({
  standings: await ask(
    tenant,
    "select to_jsonb(s) - 'tenant_id' - 'evaluated_at' as row from account_standing s order by account_id",
  ),
  signals: await ask(
    tenant,
    `select to_jsonb(g) - 'tenant_id' - 'id' - 'updated_at' - 'resolved_at' as row from signal g
     order by account_id, kind, status, first_seen_on`,
  ),
  moves: await ask(
    tenant,
    `select to_jsonb(m) - 'tenant_id' - 'id' - 'proposed_at' - 'decided_at' as row from segment_move m
     order by account_id, status, to_segment`,
  ),
  history: await ask(
    tenant,
    "select to_jsonb(e) - 'tenant_id' - 'run_id' as row from account_evaluation e order by account_id, as_of",
  ),
});

/** Every account stands higher than its figures say, so that falls are waiting. */
const liftAll = (tenant: TestTenant) =>
  ask(
    tenant,
    "update account_standing set segment = 'core', grade = 'strategic' where order_days > 0",
  );

test("a round that dies between slices and runs again ends where an unbroken one ends", async () => {
  const [whole, broken] = [await copyTenant(world, demo), await copyTenant(world, demo)];
  for (const tenant of [whole, broken]) {
    await judge(tenant);
    await liftAll(tenant);
    await judge(tenant, asOf + 1);
  }
  await judge(whole, asOf + 2);
  let slices = 0;
  const dying = judgePortfolio({
    tenantId: broken.tenantId,
    database: world.database,
    asOf: asOf + 2,
    runId: null,
    sliceLength: 25,
    onProgress: async () => {
      if (++slices === 3) throw new Error("the power went out");
    },
  });
  await expect(dying).rejects.toThrow("the power went out");
  const halfway = await one<{ n: number }>(
    broken,
    `select count(*) as n from account_standing where as_of = '${isoFromDayNumber(asOf + 2)}'`,
  );
  expect(halfway.n).toBe(75);
  await judge(broken, asOf + 2);
  const [a, b] = [await stateOf(whole), await stateOf(broken)];
  expect(b.standings).toEqual(a.standings);
  expect(b.signals).toEqual(a.signals);
  expect(b.moves).toEqual(a.moves);
  expect(b.history).toEqual(a.history);
  expect(a.moves.length).toBeGreaterThan(a.standings.length / 2);
});

test("judging a few accounts gives what the full round gave, when nothing happened since", async () => {
  const tenant = await copyTenant(world, demo);
  await judge(tenant);
  const before = await stateOf(tenant);
  const ids = await ask<{ account_id: string }>(tenant, "select account_id from account_standing");
  const some = ids.map(({ account_id }) => account_id).filter((_, i) => i % 3 !== 0);
  const outcome = await judgeAccounts(
    { tenantId: tenant.tenantId, database: world.database, asOf, runId: null },
    some,
  );
  expect(outcome).toMatchObject({ accounts: some.length, raised: 0, cleared: 0 });
  expect(await stateOf(tenant)).toEqual(before);
});

test("the first segment is published; a fall is proposed only when two days in a row ask for it", async () => {
  const tenant = await copyTenant(world, demo);
  await judge(tenant);
  const first = await one<{ n: number; published: number }>(
    tenant,
    `select count(*) as n, count(*) filter (where status = 'published' and from_segment is null and decided_at is not null) as published
     from segment_move`,
  );
  expect(first.published).toBe(first.n);
  const low = await one<{ id: string; segment: string }>(
    tenant,
    "select account_id as id, segment from account_standing where segment = 'develop' order by account_id limit 1",
  );
  await ask(tenant, `update account_standing set segment = 'core' where account_id = '${low.id}'`);
  const proposal = () =>
    ask(
      tenant,
      `select to_segment from segment_move where account_id = '${low.id}' and status = 'proposed'`,
    );
  await judge(tenant, asOf + 1);
  await judge(tenant, asOf + 1);
  await judgeAccounts(
    { tenantId: tenant.tenantId, database: world.database, asOf: asOf + 1, runId: null },
    [low.id],
  );
  expect(await proposal()).toEqual([]);
  await judge(tenant, asOf + 2);
  expect(await proposal()).toEqual([{ to_segment: "develop" }]);
  expect(
    await one(
      tenant,
      `select segment, proposed_segment from account_standing where account_id = '${low.id}'`,
    ),
  ).toEqual({ segment: "core", proposed_segment: "develop" });
  await ask(
    tenant,
    `update account_standing set segment = 'develop' where account_id = '${low.id}'`,
  );
  await judge(tenant, asOf + 3);
  expect(await proposal()).toEqual([]);
});

test("a declined move is not proposed again, day after day, and leaves no trail of history", async () => {
  const tenant = await copyTenant(world, demo);
  await judge(tenant);
  await liftAll(tenant);
  await judge(tenant, asOf + 1);
  await judge(tenant, asOf + 2);
  const move = await one<{ id: string; account_id: string }>(
    tenant,
    // The longest asleep: nothing else about it changes within days.
    `select m.id, m.account_id from segment_move m join account_standing s on s.account_id = m.account_id
     where m.status = 'proposed' order by s.last_order_on, s.revenue_12m_minor, m.account_id limit 1`,
  );
  await ask(
    tenant,
    `update segment_move set status = 'declined', decided_at = '${isoFromDayNumber(asOf + 2)}' where id = '${move.id}'`,
  );
  await judge(tenant, asOf + 3);
  const rows = () =>
    one<{ n: number }>(
      tenant,
      `select count(*) as n from account_evaluation where account_id = '${move.account_id}'`,
    );
  const settled = await rows();
  for (const later of [4, 5, 6]) await judge(tenant, asOf + later);
  expect(await rows()).toEqual(settled);
  expect(
    await one(
      tenant,
      `select proposed_segment from account_standing where account_id = '${move.account_id}'`,
    ),
  ).toEqual({ proposed_segment: null });
  await judge(tenant, asOf + 3 + 190);
  const again = await ask(
    tenant,
    `select 1 from segment_move where account_id = '${move.account_id}' and status = 'proposed'`,
  );
  expect(again).toHaveLength(1);
}, 600_000);

test("a working signal is brought up to date in place: owner, state and first day stay", async () => {
  const tenant = await copyTenant(world, demo);
  await judge(tenant);
  const owner = await makeUser(world, tenant, "sponsor");
  await ask(
    tenant,
    `update signal set status = 'acknowledged', owner_user_id = '${owner}', version = 4`,
  );
  const shape =
    "select id, account_id, status, owner_user_id, first_seen_on, version from signal where status <> 'resolved' order by id";
  const before = await ask<{ id: string }>(tenant, shape);
  await judge(tenant, asOf + 1);
  const after = await ask<{ id: string }>(tenant, shape);
  const kept = new Set(after.map(({ id }) => id));
  expect(after.filter(({ id }) => before.some((old) => old.id === id))).toEqual(
    before.filter(({ id }) => kept.has(id)),
  );
  expect(kept.size).toBeGreaterThan(3);
  const seen = await one<{ n: number }>(
    tenant,
    `select count(*) as n from signal where status <> 'resolved' and last_seen_on <> '${isoFromDayNumber(asOf + 1)}'`,
  );
  expect(seen.n).toBe(0);
});

test("a snooze lasts until its day and ends on it", async () => {
  const tenant = await copyTenant(world, demo);
  await judge(tenant);
  await ask(
    tenant,
    `update signal set status = 'snoozed', snoozed_until = '${isoFromDayNumber(asOf + 2)}'`,
  );
  const states = () =>
    ask(tenant, "select distinct status, snoozed_until from signal where status <> 'resolved'");
  await judge(tenant, asOf + 1);
  expect(await states()).toContainEqual({
    status: "snoozed",
    snoozed_until: isoFromDayNumber(asOf + 2),
  });
  expect(await states()).not.toContainEqual({
    status: "open",
    snoozed_until: isoFromDayNumber(asOf + 2),
  });
  await judge(tenant, asOf + 2);
  expect(await states()).toEqual([{ status: "open", snoozed_until: null }]);
});

test("`lost` stands until the customer orders again, in every number of rounds", async () => {
  const tenant = await copyTenant(world, demo);
  await judge(tenant);
  const gone = await one<{ id: string; account_id: string }>(
    tenant,
    "select id, account_id from signal where kind in ('rhythm_broken', 'season_closed') order by money_at_stake_minor desc limit 1",
  );
  await ask(
    tenant,
    `update signal set status = 'resolved', outcome = 'lost', resolved_at = '${today}T04:00:00Z' where id = '${gone.id}'`,
  );
  await judge(tenant, asOf + 1);
  await judge(tenant, asOf + 100);
  const rhythm = `select outcome from signal where account_id = '${gone.account_id}' and kind in ('rhythm_broken', 'season_closed')`;
  expect(await ask(tenant, rhythm)).toEqual([{ outcome: "lost" }]);
});

test("revenue, margin and growth of every account add up to the rows they name, to the cent", async () => {
  const tenant = await copyTenant(world, demo);
  const [first] = await ask<{ id: string }>(tenant, "select id from account order by id limit 1");
  const refund = newId();
  await makeOrders(world, tenant, first?.id ?? "", [
    ["2026-11-01", 12_345, 10_000],
    ["2026-11-20", -333],
  ]);
  const orphan = await one<{ id: string }>(
    tenant,
    `insert into account (tenant_id, id, name) values ('${tenant.tenantId}', '${refund}', '只有退货') returning id`,
  );
  await ask(
    tenant,
    `insert into account_standing (tenant_id, account_id) values ('${tenant.tenantId}', '${orphan.id}')`,
  );
  await makeOrders(world, tenant, orphan.id, [["2026-10-01", -5_001, -4_000]]);
  await judge(tenant);
  const ids = await ask<{ id: string }>(tenant, "select id from account");
  let margins = 0;
  await withTenantReadOnly(world.database, tenant.scope, async (db) => {
    for (const { id } of ids) {
      const revenue = await explainFigure(db, tenant.tenantId, id, "revenue_12m");
      const sum = revenue.rows.reduce((total, row) => total + row.netMinor, 0);
      expect(revenue.value).toBe(sum);
      const margin = await explainFigure(db, tenant.tenantId, id, "margin_12m");
      if (margin.value !== null) {
        margins++;
        const cost = margin.rows.reduce((total, row) => total + (row.costMinor ?? 0), 0);
        expect(margin.value).toBe(sum - cost);
      }
      const growth = await explainFigure(db, tenant.tenantId, id, "growth");
      const prior = growth.inputs.find(({ key }) => key === "revenue_prior_12m")?.value;
      expect(growth.rows.reduce((total, row) => total + row.netMinor, 0)).toBe(sum + Number(prior));
    }
  });
  expect(margins).toBeGreaterThan(10);
});

test("a noted round keeps its counts and the rules it went by", async () => {
  const tenant = await copyTenant(world, demo);
  const runId = newId();
  await ask(
    tenant,
    `insert into evaluation_run (tenant_id, id, trigger, scope, status, as_of) values ('${tenant.tenantId}', '${runId}', 'demand', 'all', 'running', '${today}')`,
  );
  const outcome = await runEvaluation(world.database, tenant.tenantId, runId, asOf);
  expect(
    await one(
      tenant,
      "select status, policy_version, accounts_total, accounts_done, signals_raised from evaluation_run",
    ),
  ).toEqual({
    status: "done",
    policy_version: 0,
    accounts_total: 120,
    accounts_done: 120,
    signals_raised: outcome.raised,
  });
});

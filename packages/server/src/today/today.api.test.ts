import type { SignalView } from "@mainstay/contract/signal";
import { type TodayView, today } from "@mainstay/contract/today";
import { beforeAll, expect, test } from "vitest";
import type { App } from "../platform/http/app.ts";
import { sessionOf, type TestCaller, testApp } from "../platform/http/test-app.ts";
import { askTenant } from "../platform/test-world/ask-tenant.ts";
import { makeAccount, makeSignal } from "../platform/test-world/make-account.ts";
import { makeOrders } from "../platform/test-world/make-orders.ts";
import { makeTenant, makeUser, type TestTenant } from "../platform/test-world/make-tenant.ts";
import { type TestWorld, testWorld } from "../platform/test-world/test-world.ts";

let app: App;
let world: TestWorld;
beforeAll(async () => {
  world = await testWorld();
  app = await testApp();
});

const readAll = async (who: TestCaller, query: object = {}) => {
  const signals: SignalView[] = [];
  let page: TodayView;
  let cursor: string | undefined;
  do {
    page = (await who(today.get, { query: { limit: 3, ...query, cursor } as never })).body;
    signals.push(...page.signals);
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return { page, signals };
};

/** Seven working signals on four accounts, half of them the manager's, and some that are not working. */
const busy = async (): Promise<{ tenant: TestTenant; admin: TestCaller; managerId: string }> => {
  const tenant = await makeTenant(world);
  const managerId = await makeUser(world, tenant, "manager");
  for (let i = 0; i < 4; i++) {
    const account = await makeAccount(world, tenant, {
      name: `今日${i}`,
      manager_user_id: i % 2 ? managerId : null,
    });
    await makeSignal(world, tenant, account, {
      money_at_stake_minor: 1_000 * i + 1,
      severity: i ? "critical" : "watch",
      owner_user_id: i % 2 ? managerId : null,
    });
    if (i < 3)
      await makeSignal(world, tenant, account, { kind: "payment_delay", status: "acknowledged" });
    const asleep = {
      kind: "product_category_lost",
      status: "snoozed",
      snoozed_until: "2999-01-01",
    };
    await makeSignal(world, tenant, account, asleep);
    await makeSignal(world, tenant, account, {
      kind: "order_amount_shrinking",
      status: "resolved",
      outcome: "saved",
      resolved_at: "2026-11-01",
    });
  }
  return { tenant, admin: await sessionOf(app, tenant, tenant.adminUserId), managerId };
};

test("the headline is the sum of the signals below it, whatever the filter", async () => {
  const { admin } = await busy();
  const { page, signals } = await readAll(admin);
  expect(signals).toHaveLength(7);
  expect(page.total).toBe(7);
  expect(page.headline).toEqual({
    signals: signals.length,
    accounts: new Set(signals.map(({ account }) => account.id)).size,
    moneyAtStakeMinor: signals.reduce((sum, signal) => sum + signal.moneyAtStakeMinor, 0),
    critical: signals.filter(({ severity }) => severity === "critical").length,
    unowned: signals.filter(({ owner }) => owner === null).length,
  });
  const filtered = await readAll(admin, { severity: "watch" });
  expect(filtered.signals).toHaveLength(1);
  expect(filtered.page.headline).toEqual(page.headline);
});

test("own sight shows the reader's accounts only, in list, headline, owners and holdings", async () => {
  const { tenant, managerId } = await busy();
  const manager = await sessionOf(app, tenant, managerId);
  const { page, signals } = await readAll(manager);
  expect(signals).toHaveLength(3);
  expect(page.headline).toMatchObject({ signals: 3, accounts: 2, moneyAtStakeMinor: 4_102 });
  expect(page.owners).toEqual([{ id: managerId, name: "manager", signals: 2 }]);
  expect(page.holdings.accounts).toBe(2);
  expect((await readAll(manager, { ownerUserId: "me" })).signals).toHaveLength(2);
});

test("my open tasks stand there, soonest first, nobody else's", async () => {
  const { tenant, admin, managerId } = await busy();
  const task = (title: string, owner: string, due: string, status = "open") =>
    askTenant(
      world,
      tenant,
      `insert into task (tenant_id, id, title, owner_user_id, due_on, status)
       values ('${tenant.tenantId}', gen_random_uuid(), '${title}', '${owner}', '${due}', '${status}')`,
    );
  await task("后", tenant.adminUserId, "2026-12-02");
  await task("先", tenant.adminUserId, "2026-12-01");
  await task("做完了", tenant.adminUserId, "2026-12-01", "done");
  await task("别人的", managerId, "2026-12-01");
  const { page } = await readAll(admin);
  expect(page.tasks.map(({ title }) => title)).toEqual(["先", "后"]);
});

test("an empty workspace says that it is empty; orders show before anything was judged", async () => {
  const tenant = await makeTenant(world);
  const admin = await sessionOf(app, tenant, tenant.adminUserId);
  const { page: empty } = await readAll(admin);
  expect(empty).toMatchObject({
    asOf: null,
    headline: { signals: 0, accounts: 0, moneyAtStakeMinor: 0, critical: 0, unowned: 0 },
    holdings: { accounts: 0, orderDays: 0, lastOrderOn: null },
    lastRun: null,
    owners: [],
    segmentProposals: 0,
  });
  const account = await makeAccount(world, tenant, { name: "刚导入" });
  await makeOrders(world, tenant, account, [
    ["2026-03-01", 5],
    ["2026-10-31", 5],
  ]);
  const { page } = await readAll(admin);
  expect(page.holdings).toEqual({ accounts: 1, orderDays: 2, lastOrderOn: "2026-10-31" });
  expect(page.asOf).toBeNull();
});

test("another workspace's work is not on my page", async () => {
  const { tenant } = await busy();
  const foreign = await makeTenant(world);
  const stranger = await sessionOf(app, foreign, foreign.adminUserId);
  const { page } = await readAll(stranger);
  expect(page.headline.signals).toBe(0);
  expect(JSON.stringify(page)).not.toContain(tenant.tenantId);
  expect(page.holdings.accounts).toBe(0);
});

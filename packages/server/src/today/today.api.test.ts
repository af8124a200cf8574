import { type TodayItem, type TodayView, today } from "@mainstay/contract/today";
import { beforeAll, expect, test } from "vitest";
import type { App } from "../platform/http/app.ts";
import { sessionOf, type TestCaller, testApp } from "../platform/http/test-app.ts";
import { askTenant } from "../platform/test-world/ask-tenant.ts";
import { makeAccount, makeSignal } from "../platform/test-world/make-account.ts";
import { makeOrders } from "../platform/test-world/make-orders.ts";
import { makeRow } from "../platform/test-world/make-row.ts";
import { makeTenant, makeUser, type TestTenant } from "../platform/test-world/make-tenant.ts";
import { testDay } from "../platform/test-world/test-day.ts";
import { type TestWorld, testWorld } from "../platform/test-world/test-world.ts";

let app: App;
let world: TestWorld;
beforeAll(async () => {
  world = await testWorld();
  app = await testApp();
});

/** Every page of the list; the last page beside it. */
const readAll = async (who: TestCaller, query: object = {}) => {
  const items: TodayItem[] = [];
  let page: TodayView;
  let cursor: string | undefined;
  do {
    page = (await who(today.get, { query: { limit: 2, ...query, cursor } as never })).body;
    items.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return { page, items };
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

test("several signals of an account stand as one item; the headline counts them all, whatever is shown", async () => {
  const { admin } = await busy();
  const { page, items } = await readAll(admin);
  expect(items.map(({ kind }) => kind)).toEqual(["signal", "signal", "signal", "signal"]);
  const signals = items.flatMap((item) => (item.kind === "signal" ? [item] : []));
  expect(signals.map(({ others }) => others.length)).toEqual([0, 1, 1, 1]);
  expect(page.headline).toEqual({
    signals: 7,
    accounts: 4,
    moneyAtStakeMinor: 6_304,
    critical: 3,
    unowned: 5,
  });
  expect(page.counts).toMatchObject({ signal: 7, task: 0, overdue: 0 });
  const narrowed = await readAll(admin, { show: "task,day" });
  expect(narrowed.items).toEqual([]);
  expect(narrowed.page.headline).toEqual(page.headline);
  expect(narrowed.page.counts).toEqual(page.counts);
});

test("own sight shows the reader's accounts only, in list, headline, owners and holdings", async () => {
  const { tenant, managerId } = await busy();
  const manager = await sessionOf(app, tenant, managerId);
  const { page, items } = await readAll(manager, { whose: "all" });
  expect(items).toHaveLength(2);
  expect(page.headline).toMatchObject({ signals: 3, accounts: 2, moneyAtStakeMinor: 4_102 });
  expect(page.owners).toEqual([{ id: managerId, name: "manager", signals: 2 }]);
  expect(page.holdings.accounts).toBe(2);
});

test("signals, handovers, obligations and tasks stand in one order, each whole and with what may be done", async () => {
  const tenant = await makeTenant(world);
  const managerId = await makeUser(world, tenant, "manager");
  const account = await makeAccount(
    world,
    tenant,
    { name: "排序", manager_user_id: managerId },
    { revenue_12m_minor: 5_000_000 },
  );
  const owned = { account_id: account, owner_user_id: managerId };
  await makeSignal(world, tenant, account, { severity: "critical", owner_user_id: managerId });
  await makeRow(world, tenant, "task", { ...owned, title: "今天做", due_on: testDay(0) });
  await makeRow(world, tenant, "task", { ...owned, title: "迟了", due_on: testDay(-9) });
  await makeRow(world, tenant, "task", { ...owned, title: "下个月", due_on: testDay(40) });
  const owed = { ...owned, policy_version: 1, policy_line: "segment:core" };
  const period = { period_from: testDay(-20), period_to: testDay(10) };
  await makeRow(world, tenant, "obligation", {
    ...owed,
    ...period,
    kind: "visit",
    contact_kinds: ["visit"],
    due_on: testDay(-1),
  });
  await makeRow(world, tenant, "handover", {
    ...owned,
    side: "ours",
    seat: "backup",
    due_at: new Date(Date.now() - 3_600_000),
  });
  const { items, page } = await readAll(await sessionOf(app, tenant, managerId));
  expect(items.map(({ kind, urgency }) => `${kind} ${urgency}`)).toEqual([
    "handover now",
    "signal now",
    "obligation overdue",
    "task overdue",
    "task now",
  ]);
  const [handover, , obligation, late] = items;
  expect(handover).toMatchObject({ handover: { can: { accept: expect.any(Boolean) } } });
  expect(handover?.hoursLeft).toBeLessThan(-0.9);
  expect(obligation).toMatchObject({ dueInDays: -1, moneyMinor: 5_000_000 });
  expect(late).toMatchObject({ task: { title: "迟了", can: { complete: true } } });
  expect(page.counts).toMatchObject({ signal: 1, handover: 1, obligation: 1, task: 2, overdue: 3 });
});

test("mine is what I own and what nobody owns at my accounts; a director opens with everything and may look at a colleague's", async () => {
  const { tenant, managerId, admin } = await busy();
  const director = await sessionOf(app, tenant, await makeUser(world, tenant, "director"));
  const titled = (title: string, owner: string | null, account: string | null) =>
    makeRow(world, tenant, "task", { title, owner_user_id: owner, account_id: account });
  const [mine] = await askTenant<{ id: string }>(
    world,
    tenant,
    `select id from account where manager_user_id = '${managerId}' limit 1`,
  );
  await titled("他的", managerId, null);
  await titled("没人的", null, mine?.id ?? null);
  await titled("我的", tenant.adminUserId, null);
  const titles = async (who: TestCaller, query: object) =>
    (await readAll(who, { show: "task", ...query })).items
      .flatMap((item) => (item.kind === "task" ? [item.task.title] : []))
      .toSorted();
  const all = ["他的", "我的", "没人的"].toSorted();
  expect(await titles(admin, { whose: "me" })).toEqual(["我的"]);
  expect(await titles(admin, {})).toEqual(all);
  expect(await titles(director, {})).toEqual(all);
  expect(await titles(director, { whose: managerId })).toEqual(["他的", "没人的"].toSorted());
  const manager = await sessionOf(app, tenant, managerId);
  expect((await readAll(manager)).page.whose).toBe("me");
  expect(await titles(manager, {})).toEqual(["他的", "没人的"].toSorted());
});

test("pages hold each thing once, in the order of one page", async () => {
  const tenant = await makeTenant(world);
  const admin = await sessionOf(app, tenant, tenant.adminUserId);
  for (let at = 0; at < 7; at++)
    await makeRow(world, tenant, "task", { title: `${at}`, due_on: testDay(at % 3) });
  const whole = await readAll(admin, { limit: 50 });
  const paged = await readAll(admin, { limit: 2 });
  expect(paged.items.map(({ key }) => key)).toEqual(whole.items.map(({ key }) => key));
  expect(new Set(paged.items.map(({ key }) => key)).size).toBe(7);
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

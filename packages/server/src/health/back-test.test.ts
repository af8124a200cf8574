import { healths } from "@mainstay/contract/health";
import { dayNumberFromIso, isoFromDayNumber } from "@mainstay/domain/calendar/day-number";
import { beforeAll, expect, test } from "vitest";
import { judgePortfolio } from "../evaluation/judge-portfolio.ts";
import { sessionOf, type TestCaller, testApp } from "../platform/http/test-app.ts";
import { askTenant } from "../platform/test-world/ask-tenant.ts";
import { makeAccount } from "../platform/test-world/make-account.ts";
import { makeOrders } from "../platform/test-world/make-orders.ts";
import { makeRow } from "../platform/test-world/make-row.ts";
import { makeTenant, makeUser, type TestTenant } from "../platform/test-world/make-tenant.ts";
import { type TestWorld, testWorld } from "../platform/test-world/test-world.ts";

let world: TestWorld;
let tenant: TestTenant;
let director: TestCaller;
let today: number;
let gone: string;
let late: string;

beforeAll(async () => {
  world = await testWorld();
  const app = await testApp();
  tenant = await makeTenant(world);
  director = await sessionOf(app, tenant, await makeUser(world, tenant, "director"));
  today = dayNumberFromIso((await director(healths.overview)).body.today) ?? 0;
  const monthly = (until: number) =>
    Array.from({ length: 36 }, (_, back) => until - 30 * back)
      .toReversed()
      .map((day): [string, number] => [isoFromDayNumber(day), 1000]);
  for (let at = 0; at < 12; at++)
    await makeOrders(
      world,
      tenant,
      await makeAccount(world, tenant, { name: `常客${at}` }),
      monthly(today - at),
    );
  gone = await makeAccount(world, tenant, { name: "沉默的客户" });
  // One that came now and then: its silence grows loud slowly.
  const irregular = [15, 70, 25, 95, 40, 60, 20, 80];
  let day = today - 400;
  const visits: [string, number][] = [];
  for (let back = 0; back < 32; back++) {
    visits.unshift([isoFromDayNumber(day), 1000]);
    day -= irregular[back % irregular.length] ?? 50;
  }
  await makeOrders(world, tenant, gone, visits);
  late = await makeAccount(world, tenant, { name: "记为流失" });
  await makeOrders(world, tenant, late, monthly(today - 20));
  await makeRow(world, tenant, "signal", {
    account_id: late,
    kind: "payment_delay",
    severity: "act",
    status: "resolved",
    outcome: "lost",
    reason: JSON.stringify({ code: "x", params: {} }),
    first_seen_on: isoFromDayNumber(today - 200),
    last_seen_on: isoFromDayNumber(today - 10),
    resolved_at: `${isoFromDayNumber(today - 10)}T02:00:00Z`,
  });
  await makeRow(world, tenant, "invoice", {
    account_id: late,
    external_id: "i",
    issued_on: isoFromDayNumber(today - 140),
    due_on: isoFromDayNumber(today - 130),
    currency: "CNY",
    amount_minor: 100,
    base_amount_minor: 100,
  });
  await judgePortfolio({
    database: world.database,
    tenantId: tenant.tenantId,
    asOf: today,
    runId: null,
  } as never);
});

const read = async () => (await director(healths.backTest)).body;

test("each loss is looked at 30, 60, 90 and 180 days before, from what was dated by then", async () => {
  const { items, losses, recorded, bySilence, leads, asOf } = await read();
  expect(asOf).toBe(isoFromDayNumber(today));
  expect([losses, recorded, bySilence]).toEqual([2, 1, 1]);
  const [newest, silent] = items;
  expect(newest).toMatchObject({
    account: { id: late },
    because: "recorded",
    lostOn: isoFromDayNumber(today - 10),
  });
  expect(newest.before.map(({ lead, on }: { lead: number; on: string }) => [lead, on])).toEqual(
    [30, 60, 90, 180].map((lead) => [lead, isoFromDayNumber(today - 10 - lead)]),
  );
  // The invoice was 90, 60 and 30 days overdue on those days, and not yet written 180 days before.
  const payments = newest.before.map(
    ({ scores }: { scores: { payment: number | null } }) => scores.payment,
  );
  expect(payments).toEqual([0, 0, 50, null]);
  expect(silent).toMatchObject({ account: { id: gone }, because: "silence" });
  const lostDay = dayNumberFromIso(silent.lostOn) ?? 0;
  expect(lostDay).toBeGreaterThan(today - 400);
  expect(lostDay).toBeLessThan(today);
  for (const lead of leads) {
    expect(lead.n).toBe(2);
    for (const bands of [lead.bands, lead.provisional])
      expect(Object.values(bands as Record<string, number>).reduce((a, b) => a + b)).toBe(2);
  }
});

test("a silence was heard before it was a loss: the nearer, the lower the score", async () => {
  const { items } = await read();
  const scores = items[1].before.map(
    ({ provisionalScore }: { provisionalScore: number | null }) => provisionalScore,
  );
  expect(scores[3]).toBeGreaterThan(scores[0]);
  expect(scores[0]).toBeLessThan(50);
});

test("false alarms are counted over accounts that were not lost yet, with their n", async () => {
  const { falseAlarms } = await read();
  // Thirteen living accounts on three days each; the silent one was lost before the later two.
  expect(falseAlarms.accountDays).toBeGreaterThanOrEqual(39);
  expect(falseAlarms.false).toBeLessThanOrEqual(falseAlarms.warned);
  expect(falseAlarms.share).toBe(
    falseAlarms.warned === 0 ? null : falseAlarms.false / falseAlarms.warned,
  );
});

test("who may not see stances is told that their veto is left out; who sees no account has no loss", async () => {
  const app = await testApp();
  const analyst = await sessionOf(app, tenant, await makeUser(world, tenant, "analyst"));
  expect((await analyst(healths.backTest)).body.withoutStances).toBe(true);
  expect((await read()).withoutStances).toBe(false);
  const manager = await sessionOf(app, tenant, await makeUser(world, tenant, "manager"));
  expect((await manager(healths.backTest)).body).toMatchObject({ losses: 0, items: [] });
  await askTenant(world, tenant, "delete from evaluation_model");
  expect((await read()).losses).toBe(0);
});

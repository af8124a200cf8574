import { accounts } from "@mainstay/contract/account";
import { type HealthView, healths } from "@mainstay/contract/health";
import { beforeAll, expect, test } from "vitest";
import { withTenant } from "../platform/db/open-transaction.ts";
import type { App } from "../platform/http/app.ts";
import { sessionOf, type TestCaller, testApp, tokenOf } from "../platform/http/test-app.ts";
import { askTenant, auditOf } from "../platform/test-world/ask-tenant.ts";
import { makeAccount } from "../platform/test-world/make-account.ts";
import { makeMember } from "../platform/test-world/make-chain.ts";
import { makeRow } from "../platform/test-world/make-row.ts";
import { makeTenant, makeUser, type TestTenant } from "../platform/test-world/make-tenant.ts";
import { type TestWorld, testWorld } from "../platform/test-world/test-world.ts";
import { measureHealth } from "./measure-health.ts";

let app: App;
let world: TestWorld;
let tenant: TestTenant;
let admin: TestCaller;
let managerId: string;
let manager: TestCaller;
let accountId: string;
let today: string;

beforeAll(async () => {
  world = await testWorld();
  app = await testApp();
  tenant = await makeTenant(world);
  admin = await sessionOf(app, tenant, tenant.adminUserId);
  managerId = await makeUser(world, tenant, "manager");
  manager = await sessionOf(app, tenant, managerId);
  accountId = await makeAccount(
    world,
    tenant,
    { name: "健康客户", manager_user_id: managerId },
    { p_lost: 0.2, level: "fine", revenue_12m_minor: 100, revenue_prior_12m_minor: 100 },
  );
  today = (await manager(healths.get, { params: { accountId } })).body.today;
});

const ask = (text: string) => askTenant(world, tenant, text);
const measure = (ids = [accountId], on = today) =>
  withTenant(world.database, tenant.scope, (tx) =>
    measureHealth(tx, { tenantId: tenant.tenantId, today: on, accountIds: ids }),
  );
const read = async (who = manager) => (await who(healths.get, { params: { accountId } })).body;
const adjust = (points: number, note = "客户口头确认", who = manager) =>
  who(healths.adjust, { params: { accountId }, body: { points, note } });
const end = (adjustmentId: string, headers: Record<string, string>, who = manager) =>
  who(healths.endAdjustment, { params: { adjustmentId }, headers });

test("before the first round nothing is claimed; then score, weights and what has no source stand side by side", async () => {
  expect((await read()).mark).toBeNull();
  await measure();
  const health = await read();
  expect(health.mark).toMatchObject({ band: "insufficient", score: null, knownWeight: 25 });
  expect(health.mark.provisionalScore).toBeCloseTo(100 * (0.3 / 0.45));
  const input = (name: string) =>
    health.inputs.find((one: { input: string }) => one.input === name);
  expect(input("rhythm")).toMatchObject({ weight: 25, effectiveWeight: 100, hasSource: true });
  expect(input("voice")).toMatchObject({ score: null, effectiveWeight: 0, hasSource: true });
  expect(input("value")).toMatchObject({ score: null, effectiveWeight: 0, hasSource: false });
  expect(health.weeks).toHaveLength(1);
});

test("an adjustment moves the score for thirty days, one at a time, ended with its version, all on record", async () => {
  await measure();
  const before = (await read()).mark.provisionalScore;
  const { status, body: made } = await adjust(8);
  expect(status).toBe(201);
  expect(made).toMatchObject({ points: 8, isRunning: true, setBy: { id: managerId }, version: 1 });
  expect(Date.parse(made.endsOn) - Date.parse(today)).toBe(30 * 86_400_000);
  expect((await read()).mark).toMatchObject({ adjustment: 8, provisionalScore: before + 8 });
  expect((await adjust(1)).body.code).toBe("health.already_adjusted");
  expect((await end(made.id, {})).status).toBe(428);
  expect((await end(made.id, { "if-match": '"7"' })).status).toBe(412);
  expect((await end(made.id, { "if-match": '"1"' })).body).toMatchObject({ isRunning: false });
  expect((await end(made.id, { "if-match": "*" })).body.code).toBe("health.adjustment_ended");
  expect((await read()).mark).toMatchObject({ adjustment: 0, provisionalScore: before });
  expect(await auditOf(world, tenant, "health.adjusted", made.id)).toMatchObject([
    { actor_user_id: managerId, detail: { accountId, points: 8 } },
  ]);
  expect(await auditOf(world, tenant, "health.adjustment_ended", made.id)).toHaveLength(1);
});

test("more than ten points, nought, no reason, the wrong role and another workspace are refused", async () => {
  for (const points of [11, -11, 0, 2.5])
    expect((await adjust(points)).body.code, String(points)).toBe("request.invalid");
  expect((await adjust(5, " ")).body.code).toBe("request.invalid");
  expect((await adjust(5, "x", admin)).status).toBe(403);
  const colleague = await sessionOf(app, tenant, await makeUser(world, tenant, "manager"));
  expect((await adjust(5, "x", colleague)).body.code).toBe("account.not_found");
  const foreign = await makeTenant(world);
  const stranger = await sessionOf(app, foreign, foreign.adminUserId);
  expect((await stranger(healths.get, { params: { accountId } })).status).toBe(404);
});

test("one whose thirty days are over makes room and counts no more", async () => {
  const { body: made } = await adjust(-4);
  await ask(
    `update health_adjustment set starts_on = '2026-01-01', ends_on = '2026-01-20' where id = '${made.id}'`,
  );
  const { status, body: next } = await adjust(3);
  expect(status).toBe(201);
  expect(
    (await read()).adjustments.map(({ isRunning }: { isRunning: boolean }) => isRunning),
  ).toEqual(expect.arrayContaining([true, false]));
  await end(next.id, { "if-match": "*" });
});

test("who opposes us is told to those who may see profiles; the others read that a veto of the relationship stands, and adjusting lifts none", async () => {
  const bossId = await makeMember(world, tenant, accountId, {
    name: "张董",
    role: "economic_buyer",
    influence: 5,
    stance: "opponent",
  });
  await measure();
  expect((await read()).vetoes).toEqual([
    { veto: "relationship", people: [{ id: bossId, name: "张董" }] },
  ]);
  const analyst = await sessionOf(app, tenant, await makeUser(world, tenant, "analyst"));
  for (const who of [analyst, admin, await tokenOf(app, tenant, managerId, ["read"])]) {
    const health = await read(who);
    expect(health.vetoes).toEqual([{ veto: "relationship", people: null }]);
    expect(JSON.stringify(health)).not.toContain("张董");
    expect(JSON.stringify(health)).not.toContain("opponent");
  }
  const program = await tokenOf(app, tenant, managerId, ["read", "write"]);
  const { body: made } = await adjust(10, "x", program);
  expect((await read()).mark).toMatchObject({ band: "red", adjustment: 10 });
  await end(made.id, { "if-match": "*" });
  await ask(`delete from stance_assessment`);
  await measure();
});

test("with fewer than three known stances, who may not see profiles cannot solve one from health: not its inputs, score, reasons, weeks or lists", async () => {
  await makeRow(world, tenant, "account_relationship", {
    account_id: accountId,
    project_id: null,
    members: 1,
    known_people: 1,
    support_index: -100,
    coverage: 0.5,
    known_share: 1,
    thread_count: 1,
    bus_factor: 1,
    red_flags: [],
    as_of: today,
  });
  await measure();
  const analyst = await sessionOf(app, tenant, await makeUser(world, tenant, "analyst"));
  const relationshipOf = (health: HealthView) =>
    health.inputs.find(({ input }) => input === "relationship")?.score;
  const seen: HealthView = await read();
  expect(relationshipOf(seen)).toBeCloseTo(30);
  expect(seen.mark?.reasons.map(({ code }) => code)).toContain("low_relationship");
  const veiled: HealthView = await read(analyst);
  expect(relationshipOf(veiled)).toBeNull();
  expect(veiled.mark).toMatchObject({ knownWeight: 25, trend: null });
  expect(veiled.mark?.provisionalScore).toBeCloseTo(100 * (0.3 / 0.45));
  expect(veiled.mark?.reasons.map(({ code }) => code)).not.toContain("low_relationship");
  expect(veiled.weeks).toEqual([]);
  const rowOf = async (who: TestCaller) =>
    (await who(accounts.list)).body.items.find(({ id }: { id: string }) => id === accountId).health;
  expect((await rowOf(manager)).score).toBeCloseTo(seen.mark?.provisionalScore ?? 0);
  expect((await rowOf(analyst)).score).toBeCloseTo(100 * (0.3 / 0.45));
  await ask("update account_relationship set known_people = 3");
  expect(relationshipOf(await read(analyst))).toBeCloseTo(30);
  await ask("delete from account_relationship");
  await measure();
});

test("the overview counts who is in sight by band and names who moved in four weeks", async () => {
  const other = await makeAccount(
    world,
    tenant,
    { name: "不在视野" },
    { p_lost: 0.95, level: "lost", revenue_12m_minor: 1, revenue_prior_12m_minor: 1 },
  );
  await makeAccount(world, tenant, { name: "尚未评估" });
  await measure([accountId, other]);
  await ask(
    `insert into health_week (tenant_id, account_id, week_on, provisional_score, band, known_weight)
     select tenant_id, account_id, (date_trunc('week', date '${today}') - interval '28 days')::date, 95, 'insufficient', 25
     from account_health where account_id = '${accountId}'`,
  );
  const mine = (await manager(healths.overview)).body;
  expect(mine).toMatchObject({ accounts: 1, unjudged: 0, rises: [] });
  expect(mine.falls).toMatchObject([{ account: { id: accountId }, before: 95 }]);
  expect((await read()).fourWeeks).toMatchObject({ before: 95, trend: "falling" });
  expect((await read()).mark.trend).toBe("falling");
  const all = (await admin(healths.overview)).body;
  expect(all).toMatchObject({ accounts: 3, unjudged: 1 });
  expect(all.bands).toContainEqual({ band: "red", accounts: 1 });
});

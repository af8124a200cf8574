import { signalRules } from "@mainstay/contract/signal-rule";
import { signals } from "@mainstay/contract/signal";
import {
  defaultSignalRules as shipped,
  type SignalRules,
} from "@mainstay/domain/signal-rule/signal-rules";
import { beforeAll, expect, test } from "vitest";
import type { App } from "../platform/http/app.ts";
import { sessionOf, type TestCaller, testApp, tokenOf } from "../platform/http/test-app.ts";
import { askTenant, auditOf } from "../platform/test-world/ask-tenant.ts";
import { makeAccount, makeSignal } from "../platform/test-world/make-account.ts";
import { makeRow } from "../platform/test-world/make-row.ts";
import { makeTenant, makeUser, type TestTenant } from "../platform/test-world/make-tenant.ts";
import { type TestWorld, testWorld } from "../platform/test-world/test-world.ts";

let app: App;
let world: TestWorld;
let tenant: TestTenant;
let admin: TestCaller;
beforeAll(async () => {
  world = await testWorld();
  app = await testApp();
  tenant = await makeTenant(world);
  admin = await sessionOf(app, tenant, tenant.adminUserId);
});

const publish = (who: TestCaller, rules: SignalRules, baseVersion: number, headers = {}) =>
  who(signalRules.publish, { body: { rules, baseVersion, note: "收紧" } as never, headers });
const preview = async (who: TestCaller, rules: SignalRules) =>
  who(signalRules.preview, { body: { rules } as never });
const louder: SignalRules = { ...shipped, cadence: { graceDays: 0 }, off: ["stance_stale"] };

test("the shipped rules are version 0; published ones follow, with who, when and why, and order every round anew", async () => {
  expect((await admin(signalRules.get)).body).toMatchObject({
    version: 0,
    rules: shipped,
    publishedBy: null,
  });
  const published = await publish(admin, louder, 0);
  expect(published.status).toBe(201);
  expect(published.body).toMatchObject({
    version: 1,
    note: "收紧",
    rules: louder,
    publishedBy: { id: tenant.adminUserId },
  });
  expect((await admin(signalRules.get)).body.rules).toEqual(louder);
  expect((await admin(signalRules.history)).body).toMatchObject({
    total: 1,
    items: [{ version: 1 }],
    nextCursor: null,
  });
  expect(await auditOf(world, tenant, "signal_rule.published", "1")).toMatchObject([
    { actor_user_id: tenant.adminUserId, detail: { note: "收紧", off: ["stance_stale"] } },
  ]);
  const runs = await askTenant(world, tenant, "select trigger, status from evaluation_run");
  expect(runs).toEqual([{ trigger: "policy", status: "queued" }]);
});

test("who looked at an older version is refused; nonsense is refused with what is wrong", async () => {
  const { version } = (await admin(signalRules.get)).body;
  const late = await publish(admin, shipped, version - 1);
  expect([late.status, late.body.code]).toEqual([409, "signal_rule.version_conflict"]);
  const contract = { ...shipped.contract, criticalDays: 300 };
  const nonsense = await publish(admin, { ...shipped, contract }, version);
  expect([nonsense.status, nonsense.body.code]).toEqual([422, "signal_rule.invalid"]);
  expect((await preview(admin, { ...shipped, contract })).body.code).toBe("signal_rule.invalid");
  const wild = { ...shipped, cadence: { graceDays: -1 } };
  expect((await preview(admin, wild)).body.code).toBe("request.invalid");
  expect((await admin(signalRules.get)).body.version).toBe(version);
});

test("managers see the rules, stewards preview, directors publish; another workspace has rules of its own", async () => {
  const as = async (role: "manager" | "analyst" | "director") =>
    sessionOf(app, tenant, await makeUser(world, tenant, role));
  const [manager, analyst, director] = [
    await as("manager"),
    await as("analyst"),
    await as("director"),
  ];
  expect((await manager(signalRules.get)).status).toBe(200);
  expect((await preview(manager, shipped)).status).toBe(403);
  expect((await preview(analyst, shipped)).status).toBe(200);
  expect((await publish(analyst, shipped, 0)).status).toBe(403);
  const { version } = (await director(signalRules.get)).body;
  expect((await publish(director, shipped, version)).status).toBe(201);
  const reading = await tokenOf(app, tenant, tenant.adminUserId, ["read"]);
  expect((await publish(reading, shipped, version + 1)).body.code).toBe("access.scope_missing");
  const other = await makeTenant(world);
  const elsewhere = await sessionOf(app, other, other.adminUserId);
  expect((await elsewhere(signalRules.get)).body.version).toBe(0);
});

test("the preview tells how many a year and how many are known real, on what ground and from when", async () => {
  const own = await makeTenant(world);
  const who = await sessionOf(app, own, own.adminUserId);
  const {
    rows: [{ today } = { today: "" }],
  } = {
    rows: await askTenant<{ today: string }>(
      world,
      own,
      "select (now() at time zone time_zone)::date::text as today from tenant",
    ),
  };
  const before = (days: number) =>
    new Date(Date.parse(today) - days * 86_400_000).toISOString().slice(0, 10);
  const account = async (end: number | null) =>
    makeAccount(world, own, { name: "甲", contract_end_on: end === null ? null : before(end) });
  const [real, unreal] = [await account(-20), await account(10)];
  const signal = (accountId: string, more: object) =>
    makeSignal(world, own, accountId, {
      kind: "contract_ending",
      status: "resolved",
      resolved_at: new Date(),
      first_seen_on: before(150),
      last_seen_on: before(20),
      ...more,
    });
  await signal(real, { outcome: "saved" });
  await signal(unreal, { outcome: "false_alarm" });
  await makeSignal(world, own, real, {
    probability: 0.4,
    money_at_stake_minor: 500,
    first_seen_on: before(9),
  });
  await makeRow(world, own, "obligation", {
    account_id: real,
    kind: "visit",
    policy_version: 0,
    policy_line: "default",
    period_from: before(60),
    period_to: before(30),
    due_on: before(30),
  });
  const ask = async (rules: SignalRules) => {
    const { body } = await preview(who, rules);
    return Object.fromEntries(body.kinds.map((row: { kind: string }) => [row.kind, row]));
  };
  const usual = await ask(shipped);
  expect(usual.contract_ending).toMatchObject({
    basis: "replayed",
    raised: 2,
    accounts: 2,
    knownReal: 1,
    knownFalse: 1,
    standingToday: 2,
    historyFrom: null,
  });
  expect(usual.cadence_missed).toMatchObject({
    basis: "replayed",
    raised: 1,
    standingToday: 1,
    historyFrom: before(60),
  });
  expect(usual.rhythm_broken).toMatchObject({
    basis: "recorded",
    raised: 1,
    knownReal: 0,
    historyFrom: before(9),
  });
  expect(usual.team_incomplete).toMatchObject({ basis: "today", raised: 0 });
  const strict = await ask({
    ...shipped,
    off: ["cadence_missed"],
    contract: { watchDays: 15, actDays: 15, urgentDays: 15, criticalDays: 15 },
    order: { leastProbability: 0.5, leastMoneyMinor: 0 },
  });
  expect(strict.contract_ending).toMatchObject({ raised: 1, knownReal: 0, knownFalse: 1 });
  expect(strict.cadence_missed).toMatchObject({ raised: 0, standingToday: 0 });
  expect(strict.rhythm_broken).toMatchObject({ raised: 0 });
});

test("precision tells how often each kind was real, with the money kept and gone", async () => {
  const own = await makeTenant(world);
  const who = await sessionOf(app, own, own.adminUserId);
  for (const [outcome, outcome_money_minor] of [
    ["saved", 700],
    ["lost", 300],
    ["false_alarm", null],
  ] as const)
    await makeSignal(world, own, await makeAccount(world, own, { name: "乙" }), {
      status: "resolved",
      outcome,
      outcome_money_minor,
      resolved_at: new Date(),
    });
  await makeSignal(world, own, await makeAccount(world, own, { name: "丙" }));
  expect((await who(signals.precision)).body).toEqual({
    baseCurrency: "CNY",
    kinds: [
      { kind: "rhythm_broken", real: 2, falseAlarms: 1, open: 1, savedMinor: 700, lostMinor: 300 },
    ],
  });
});

import { type SignalView, signals } from "@mainstay/contract/signal";
import { beforeAll, expect, test } from "vitest";
import type { App } from "../platform/http/app.ts";
import { sessionOf, type TestCaller, testApp, tokenOf } from "../platform/http/test-app.ts";
import { systemScope } from "../platform/db/tenant-scope.ts";
import { askTenant, auditOf } from "../platform/test-world/ask-tenant.ts";
import { makeAccount, makeSignal } from "../platform/test-world/make-account.ts";
import { makeTenant, makeUser, type TestTenant } from "../platform/test-world/make-tenant.ts";
import { testDay } from "../platform/test-world/test-day.ts";
import { type TestWorld, testWorld } from "../platform/test-world/test-world.ts";

let app: App;
let world: TestWorld;
let tenant: TestTenant;
let admin: TestCaller;
let managerId: string;
let manager: TestCaller;

beforeAll(async () => {
  world = await testWorld();
  app = await testApp();
  tenant = await makeTenant(world);
  admin = await sessionOf(app, tenant, tenant.adminUserId);
  managerId = await makeUser(world, tenant, "manager");
  manager = await sessionOf(app, tenant, managerId);
  await makeAccount(world, tenant, { name: "预警客户", manager_user_id: managerId });
});

type Act = "acknowledge" | "snooze" | "wake" | "assign" | "resolve" | "reopen";
const act = (
  name: Act,
  signalId: string,
  body?: object,
  headers: Record<string, string> = { "if-match": "*" },
  who = admin,
) => who(signals[name], { params: { signalId }, body: body as never, headers });

const fresh = async (signal: object = {}, name = "一户一警") =>
  makeSignal(
    world,
    tenant,
    await makeAccount(world, tenant, { name, manager_user_id: managerId }),
    { ...signal },
  );
const openOf = async (signalId: string) =>
  (
    await askTenant<{ open_signals: number }>(
      world,
      tenant,
      `select s.open_signals from account_standing s join signal g using (tenant_id, account_id) where g.id = '${signalId}'`,
    )
  )[0]?.open_signals;
const far = "2999-01-01";

test("a signal goes its way from open to resolved and back, each step on record", async () => {
  const id = await fresh();
  const seen = await act("acknowledge", id);
  expect(seen.body).toMatchObject({ status: "acknowledged", version: 2 });
  const given = await act("assign", id, { ownerUserId: managerId });
  expect(given.body.owner).toEqual({ id: managerId, name: "manager" });
  const asleep = await act("snooze", id, { until: far });
  expect(asleep.body).toMatchObject({ status: "snoozed", snoozedUntil: far });
  const awake = await act("wake", id);
  expect(awake.body).toMatchObject({ status: "open", snoozedUntil: null });
  expect(await openOf(id)).toBe(1);
  const done = await act("resolve", id, { outcome: "saved", note: "已回款下单" });
  expect(done.body).toMatchObject({
    status: "resolved",
    outcome: "saved",
    outcomeNote: "已回款下单",
    version: 6,
    can: { reopen: true, resolve: false, assign: false },
  });
  expect(await openOf(id)).toBe(0);
  const back = await act("reopen", id);
  expect(back.body).toMatchObject({ status: "open", outcome: null, resolvedAt: null });
  expect(await openOf(id)).toBe(1);
  const steps = ["acknowledged", "assigned", "snoozed", "woken", "resolved", "reopened"];
  for (const step of steps) {
    const kept = await auditOf(world, tenant, `signal.${step}`, id);
    expect(kept, step).toMatchObject([{ actor_user_id: tenant.adminUserId }]);
  }
});

test("`can` says exactly what the interface then allows, in every state", async () => {
  const bodies: Partial<Record<Act, object>> = {
    snooze: { until: far },
    assign: { ownerUserId: null },
    resolve: { outcome: "lost" },
  };
  const states = {
    open: {},
    acknowledged: { status: "acknowledged" },
    snoozed: { status: "snoozed", snoozed_until: far },
    resolved: { status: "resolved", outcome: "saved", resolved_at: "2026-11-01" },
  };
  for (const [state, columns] of Object.entries(states)) {
    const { body } = await admin(signals.get, { params: { signalId: await fresh(columns) } });
    for (const [name, allowed] of Object.entries((body as SignalView).can)) {
      const answer = await act(name as Act, await fresh(columns), bodies[name as Act]);
      expect([state, name, answer.status]).toEqual([state, name, allowed ? 200 : 409]);
      if (!allowed) expect(answer.body.code).toBe("signal.not_allowed_now");
    }
  }
});

test("what cannot be is refused with its reason", async () => {
  const id = await fresh();
  expect((await act("snooze", id, { until: "2020-01-01" })).body.code).toBe(
    "signal.snooze_in_past",
  );
  const unknown = crypto.randomUUID();
  expect((await act("assign", id, { ownerUserId: unknown })).body.code).toBe(
    "signal.owner_not_found",
  );
  expect((await act("resolve", id, { outcome: "cleared" })).body.code).toBe("request.invalid");
  expect((await act("acknowledge", unknown)).body.code).toBe("signal.not_found");
});

test("two who answer one signal from the same version: one wins, the other gets 412; none named is 428", async () => {
  const id = await fresh();
  expect((await act("acknowledge", id, undefined, {})).status).toBe(428);
  const { headers } = await admin(signals.get, { params: { signalId: id } });
  const match = { "if-match": String(headers.etag) };
  const both = await Promise.all([
    act("acknowledge", id, undefined, match),
    act("resolve", id, { outcome: "lost" }, match, manager),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
});

test("a resolution is not taken back while its account has a newer signal of the same order rhythm", async () => {
  const one = await makeAccount(world, tenant, { name: "季节转节律" });
  const old = await makeSignal(world, tenant, one, {
    kind: "season_closed",
    status: "resolved",
    outcome: "saved",
    resolved_at: "2026-11-01",
  });
  await makeSignal(world, tenant, one, { kind: "rhythm_broken" });
  expect((await act("reopen", old)).body.code).toBe("signal.not_allowed_now");
  const other = await makeSignal(world, tenant, one, {
    kind: "payment_delay",
    status: "resolved",
    outcome: "saved",
    resolved_at: "2026-11-01",
  });
  expect((await act("reopen", other)).status).toBe(200);
});

test("roles that only look may not work a signal, nor a token without the scope", async () => {
  const id = await fresh();
  for (const role of ["service", "analyst", "compliance"] as const) {
    const caller = await sessionOf(app, tenant, await makeUser(world, tenant, role));
    const { body } = await caller(signals.get, { params: { signalId: id } });
    expect(Object.values(body.can)).not.toContain(true);
    expect((await act("acknowledge", id, undefined, undefined, caller)).status).toBe(403);
  }
  const reader = await tokenOf(app, tenant, tenant.adminUserId, ["read"]);
  expect((await act("acknowledge", id, undefined, undefined, reader)).status).toBe(403);
});

test("own sight keeps to own accounts; another workspace sees nothing", async () => {
  const hidden = await makeSignal(
    world,
    tenant,
    await makeAccount(world, tenant, { name: "别人的" }),
  );
  expect((await manager(signals.get, { params: { signalId: hidden } })).status).toBe(404);
  expect((await act("acknowledge", hidden, undefined, undefined, manager)).status).toBe(404);
  const foreign = await makeTenant(world);
  const stranger = await sessionOf(app, foreign, foreign.adminUserId);
  expect((await act("acknowledge", hidden, undefined, undefined, stranger)).status).toBe(404);
  expect((await stranger(signals.list)).body).toMatchObject({ items: [], total: 0 });
});

test("the list is paged by money at stake, each signal once; filters and total agree", async () => {
  const own = await makeTenant(world);
  const caller = await sessionOf(app, own, own.adminUserId);
  const one = await makeAccount(world, own, { name: "多警" });
  const two = await makeAccount(world, own, { name: "多警二" });
  const today = testDay();
  for (const account of [one, two]) {
    await makeSignal(world, own, account, { kind: "rhythm_broken", severity: "critical" });
    await makeSignal(world, own, account, {
      kind: "payment_delay",
      owner_user_id: own.adminUserId,
    });
    await makeSignal(world, own, account, {
      kind: "product_category_lost",
      money_at_stake_minor: 7,
    });
  }
  const sleeping = { kind: "order_amount_shrinking", status: "snoozed" };
  await makeSignal(world, own, one, { ...sleeping, snoozed_until: far });
  await makeSignal(world, own, two, { ...sleeping, snoozed_until: today });
  const list = async (query: object) => {
    const items: SignalView[] = [];
    let cursor: string | undefined;
    do {
      const { body } = await caller(signals.list, {
        query: { limit: 2, ...query, cursor } as never,
      });
      items.push(...body.items);
      cursor = body.nextCursor ?? undefined;
      if (!cursor) expect(body.total).toBe(items.length);
    } while (cursor);
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
    const stakes = items.map((item) => item.moneyAtStakeMinor);
    expect(stakes).toEqual(stakes.toSorted((a, b) => b - a));
    return items;
  };
  expect(await list({})).toHaveLength(7);
  expect(await list({ status: "snoozed" })).toHaveLength(2);
  expect(await list({ severity: "critical" })).toHaveLength(2);
  expect(await list({ kind: "payment_delay", accountId: one })).toHaveLength(1);
  expect(await list({ ownerUserId: "me" })).toHaveLength(2);
  expect(await list({ ownerUserId: "none" })).toHaveLength(5);
  expect(await list({ status: "resolved" })).toHaveLength(0);
  const bad = await caller(signals.list, { query: { cursor: "x" } as never });
  expect(bad.body.code).toBe("request.cursor_invalid");
});

test("precision counts what people decided, kind by kind", async () => {
  const own = await makeTenant(world);
  const caller = await sessionOf(app, own, own.adminUserId);
  const one = await makeAccount(world, own, { name: "精度" });
  for (const outcome of ["saved", "lost", "false_alarm", "cleared"]) {
    await makeSignal(world, own, one, {
      status: "resolved",
      outcome,
      resolved_at: "2026-11-01",
    });
  }
  await makeSignal(world, own, one);
  const { body } = await caller(signals.precision);
  expect(body.kinds).toMatchObject([{ kind: "rhythm_broken", real: 2, falseAlarms: 1, open: 1 }]);
});

test("an outcome is worth what people say, else what was at stake, and nothing for a false alarm", async () => {
  const money = async (body: object) =>
    (await act("resolve", await fresh({ money_at_stake_minor: 900 }), body)).body.outcomeMoneyMinor;
  expect(await money({ outcome: "saved" })).toBe(900);
  expect(await money({ outcome: "lost", moneyMinor: 400 })).toBe(400);
  expect(await money({ outcome: "false_alarm", moneyMinor: 400 })).toBeNull();
  expect((await act("resolve", await fresh(), { outcome: "saved", moneyMinor: -1 })).status).toBe(
    400,
  );
  const id = await fresh();
  await act("resolve", id, { outcome: "saved" });
  expect((await act("reopen", id)).body.outcomeMoneyMinor).toBeNull();
});

test("whoever is given a signal is told once; who takes it himself is not", async () => {
  const id = await fresh();
  await act("assign", id, { ownerUserId: managerId });
  await act("assign", id, { ownerUserId: tenant.adminUserId });
  const nobody = { ...tenant, scope: systemScope(tenant.tenantId) };
  expect(
    await askTenant(
      world,
      nobody,
      `select user_id, kind from notification where subject_id = '${id}'`,
    ),
  ).toEqual([{ user_id: managerId, kind: "signal_assigned" }]);
});

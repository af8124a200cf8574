import { approvals } from "@mainstay/contract/approval";
import { type RescueView, rescues } from "@mainstay/contract/rescue";
import { signals } from "@mainstay/contract/signal";
import { beforeAll, expect, test } from "vitest";
import type { App } from "../platform/http/app.ts";
import { sessionOf, type TestCaller, testApp } from "../platform/http/test-app.ts";
import { askTenant, auditOf } from "../platform/test-world/ask-tenant.ts";
import { makeAccount, makeSignal } from "../platform/test-world/make-account.ts";
import { makeTenant, makeUser, type TestTenant } from "../platform/test-world/make-tenant.ts";
import { type TestWorld, testWorld } from "../platform/test-world/test-world.ts";

let app: App;
let world: TestWorld;
let tenant: TestTenant;
let managerId: string;
let manager: TestCaller;
let director: TestCaller;
let today: string;
beforeAll(async () => {
  world = await testWorld();
  app = await testApp();
  tenant = await makeTenant(world);
  managerId = await makeUser(world, tenant, "manager");
  manager = await sessionOf(app, tenant, managerId);
  director = await sessionOf(app, tenant, await makeUser(world, tenant, "director"));
  const [row] = await askTenant<{ today: string }>(
    world,
    tenant,
    "select (now() at time zone time_zone)::date::text as today from tenant",
  );
  today = row?.today ?? "";
});

const account = () =>
  makeAccount(
    world,
    tenant,
    { name: "挽回客户", manager_user_id: managerId },
    { value_at_risk_minor: 40_000_000 },
  );
const open = async (accountId: string, body: object = {}, who = manager) =>
  who(rescues.open, {
    params: { accountId },
    body: { signalId: null, goal: "续签三年", ...body } as never,
  });
const begun = async (body: object = {}): Promise<RescueView> =>
  (await open(await account(), body)).body;
const offer = (rescueId: string, body: object = {}, who = manager) =>
  who(rescues.offer, {
    params: { rescueId },
    body: { kind: "upgrade", terms: "升级到新一代", costMinor: 0, ...body } as never,
  });
const make = (offerId: string, madeOn = today) =>
  manager(rescues.makeOffer, { params: { offerId }, body: { madeOn } });
const answer = (offerId: string, said = "accepted", answeredOn = today) =>
  manager(rescues.answerOffer, {
    params: { offerId },
    body: { answer: said, answeredOn } as never,
  });
const close = (
  rescueId: string,
  outcome: string,
  shareKept: number,
  headers: object = { "if-match": "*" },
) =>
  manager(rescues.close, {
    params: { rescueId },
    body: { outcome, shareKept } as never,
    headers,
  } as never);
const decide = (approvalId: string, decision: "approve" | "refuse", who = director) =>
  who(approvals.decide, {
    params: { approvalId },
    body: { decision, note: "已核" },
    headers: { "if-match": "*" },
  });
const lastOf = ({ offers }: RescueView) => offers.at(-1) ?? offers[0]!;

test("from a signal to a saved customer: taken, offered, approved, made, accepted, closed with the avoided loss", async () => {
  const accountId = await account();
  const signalId = await makeSignal(world, tenant, accountId, { money_at_stake_minor: 30_000_000 });
  const opened = await open(accountId, { signalId });
  expect(opened.status).toBe(201);
  expect(opened.body).toMatchObject({
    stakeMinor: 30_000_000,
    status: "running",
    owner: { id: managerId },
    signal: { id: signalId, kind: "rhythm_broken" },
    openedOn: today,
    can: { close: true },
  });
  const rescue: RescueView = opened.body;
  const { body: taken } = await manager(signals.get, { params: { signalId } });
  expect(taken.status).toBe("acknowledged");

  const planned = await offer(rescue.id, {
    kind: "price_lock",
    terms: "锁价一年",
    costMinor: 5_000_000,
  });
  expect(planned.body.offers).toMatchObject([
    { status: "waiting", costMinor: 5_000_000, can: { make: false } },
  ]);
  const { approvalId, id: offerId } = lastOf(planned.body);
  expect((await make(offerId)).body.code).toBe("rescue.not_allowed_now");
  expect((await decide(approvalId ?? "", "approve")).status).toBe(200);
  const ready = await manager(rescues.get, { params: { rescueId: rescue.id } });
  expect(lastOf(ready.body).status).toBe("ready");
  expect((await make(offerId)).body.offers).toMatchObject([{ status: "made", madeOn: today }]);
  expect((await close(rescue.id, "saved", 1)).body.code).toBe("rescue.offer_open");
  await answer(offerId);

  const closed = await close(rescue.id, "partly", 0.8);
  expect(closed.body).toMatchObject({
    status: "partly",
    shareKept: 0.8,
    costMinor: 5_000_000,
    avoidedLossMinor: 19_000_000,
    closedOn: today,
    can: { close: false, offer: false },
  });
  const { body: resolved } = await manager(signals.get, { params: { signalId } });
  expect(resolved).toMatchObject({
    status: "resolved",
    outcome: "saved",
    outcomeMoneyMinor: 24_000_000,
  });
  for (const act of [
    "opened",
    "offer_planned",
    "offer_approved",
    "offer_made",
    "offer_answered",
    "closed",
  ])
    expect(await auditOf(world, tenant, `rescue.${act}`, rescue.id), act).toHaveLength(1);
  expect(await auditOf(world, tenant, "signal.resolved", signalId)).toMatchObject([
    { detail: { outcome: "saved" } },
  ]);
});

test("lost: the signal ends as lost with what went; an offer that was refused or declined costs nothing", async () => {
  const accountId = await account();
  const signalId = await makeSignal(world, tenant, accountId, { money_at_stake_minor: 0 });
  const rescue: RescueView = (await open(accountId, { signalId })).body;
  expect(rescue.stakeMinor).toBe(40_000_000);
  const refused = lastOf((await offer(rescue.id, { kind: "discount", costMinor: 9_000_000 })).body);
  const { body: asked } = await director(approvals.get, {
    params: { approvalId: refused.approvalId ?? "" },
  });
  expect(asked).toMatchObject({ kind: "discount", amountMinor: 9_000_000 });
  await decide(refused.approvalId ?? "", "refuse");
  const cheap = lastOf((await offer(rescue.id, { costMinor: 999_999 })).body);
  expect(cheap.status).toBe("ready");
  await make(cheap.id);
  expect(
    (await answer(cheap.id, "declined")).body.offers.map(
      ({ status }: { status: string }) => status,
    ),
  ).toEqual(["refused", "declined"]);
  expect((await close(rescue.id, "lost", 0)).body).toMatchObject({
    status: "lost",
    costMinor: 0,
    avoidedLossMinor: 0,
  });
  const { body: signal } = await manager(signals.get, { params: { signalId } });
  expect(signal).toMatchObject({ outcome: "lost", outcomeMoneyMinor: 40_000_000 });
});

test("an executive visit brings its task, which waits for the meeting; closing drops what is still open", async () => {
  const rescue = await begun();
  const planned = await offer(rescue.id, {
    kind: "executive_visit",
    terms: "总经理拜访",
    visit: { dueOn: "2999-01-01", ownerUserId: tenant.adminUserId },
  });
  expect(planned.body.tasks).toMatchObject([
    { title: "总经理拜访", dueOn: "2999-01-01", status: "open" },
  ]);
  const added = await manager(rescues.addTask, {
    params: { rescueId: rescue.id },
    body: { title: "整理供货记录", dueOn: null, ownerUserId: null },
  });
  expect(added.body.tasks).toHaveLength(2);
  expect(
    await askTenant(
      world,
      tenant,
      `select origin, contact_kinds from task where origin_id = '${rescue.id}' and due_on is not null`,
    ),
  ).toEqual([{ origin: "rescue", contact_kinds: ["executive_meeting"] }]);
  await manager(rescues.withdrawOffer, { params: { offerId: lastOf(planned.body).id } });
  const { body } = await close(rescue.id, "saved", 1);
  expect(body.tasks.map(({ status }: { status: string }) => status)).toEqual([
    "dropped",
    "dropped",
  ]);
});

test("a colleague who is given a task of a rescue hears of it", async () => {
  const rescue = await begun();
  const colleague = await makeUser(world, tenant, "manager");
  await manager(rescues.addTask, {
    params: { rescueId: rescue.id },
    body: { title: "整理供货记录", dueOn: null, ownerUserId: colleague },
  });
  const told = await askTenant(
    world,
    { ...tenant, scope: tenant.ownScope(colleague) },
    "select kind, account_id from notification",
  );
  expect(told).toEqual([{ kind: "task_assigned", account_id: rescue.account.id }]);
});

test("an offer withdrawn while it waits takes its approval with it", async () => {
  const rescue = await begun();
  const { approvalId, id } = lastOf((await offer(rescue.id, { costMinor: 8_000_000 })).body);
  expect(
    (await manager(rescues.withdrawOffer, { params: { offerId: id } })).body.offers,
  ).toMatchObject([{ status: "withdrawn" }]);
  expect((await decide(approvalId ?? "", "approve")).body.code).toBe("approval.decided");
});

test("what cannot be is refused with its reason", async () => {
  const rescue = await begun();
  expect((await open(rescue.account.id)).body.code).toBe("rescue.already_running");
  expect((await close(rescue.id, "saved", 0.5)).body.code).toBe("rescue.share_unfit");
  expect((await close(rescue.id, "saved", 1, {})).status).toBe(428);
  expect((await close(rescue.id, "saved", 1, { "if-match": '"9"' })).status).toBe(412);
  const ready = lastOf((await offer(rescue.id)).body);
  expect((await make(ready.id, "2999-01-01")).body.code).toBe("rescue.day_in_future");
  expect((await make(ready.id, "2020-01-01")).body.code).toBe("rescue.day_out_of_order");
  expect((await answer(ready.id)).body.code).toBe("rescue.not_allowed_now");
  const foreignSignal = await makeSignal(world, tenant, await account());
  expect((await open(await account(), { signalId: foreignSignal })).body.code).toBe(
    "signal.not_found",
  );
  const gone = await makeUser(world, tenant, "manager");
  await askTenant(world, tenant, `update app_user set is_active = false where id = '${gone}'`);
  expect((await open(await account(), { ownerUserId: gone })).body.code).toBe(
    "task.owner_not_found",
  );
  await close(rescue.id, "saved", 1);
  expect((await offer(rescue.id)).body.code).toBe("rescue.not_allowed_now");
  expect((await make(ready.id)).body.code).toBe("rescue.not_allowed_now");
});

test("service only looks; another workspace finds nothing; goal and owner can be changed", async () => {
  const rescue = await begun();
  const service = await sessionOf(app, tenant, await makeUser(world, tenant, "service"));
  const params = { rescueId: rescue.id };
  expect((await service(rescues.get, { params })).body.can).toEqual({
    edit: false,
    offer: false,
    addTask: false,
    close: false,
  });
  expect((await offer(rescue.id, {}, service)).status).toBe(403);
  const other = await makeTenant(world);
  const elsewhere = await sessionOf(app, other, await makeUser(world, other, "director"));
  expect((await elsewhere(rescues.get, { params })).body.code).toBe("rescue.not_found");
  expect((await elsewhere(rescues.list)).body.total).toBe(0);
  const edited = await manager(rescues.edit, {
    params,
    body: { goal: "保住年度框架", ownerUserId: null },
    headers: { "if-match": `"${rescue.version}"` },
  });
  expect(edited.body).toMatchObject({
    goal: "保住年度框架",
    owner: null,
    version: rescue.version + 1,
  });
});

test("results tell the loss avoided and which offers worked; the list begins with what runs", async () => {
  tenant = await makeTenant(world);
  managerId = await makeUser(world, tenant, "manager");
  manager = await sessionOf(app, tenant, managerId);
  director = await sessionOf(app, tenant, await makeUser(world, tenant, "director"));
  for (const [outcome, share] of [
    ["saved", 1],
    ["lost", 0],
  ] as const) {
    const rescue = await begun({ stakeMinor: 1_000 });
    const { id } = lastOf((await offer(rescue.id, { costMinor: 100 })).body);
    await make(id);
    await answer(id);
    await close(rescue.id, outcome, share);
  }
  const running = await begun();
  expect((await manager(rescues.results)).body).toEqual({
    baseCurrency: "CNY",
    running: 1,
    saved: 1,
    partly: 0,
    lost: 1,
    stakeMinor: 2_000,
    avoidedLossMinor: 800,
    costMinor: 200,
    byOffer: [{ kind: "upgrade", made: 2, accepted: 2, kept: 1, lost: 1, costMinor: 200 }],
  });
  const first = await manager(rescues.list, { query: { limit: 1 } as never });
  expect(first.body).toMatchObject({ total: 3, items: [{ id: running.id }] });
  const rest = await manager(rescues.list, {
    query: { limit: 5, cursor: first.body.nextCursor } as never,
  });
  expect(rest.body.items).toHaveLength(2);
  expect((await manager(rescues.list, { query: { status: "lost" } as never })).body.total).toBe(1);
});

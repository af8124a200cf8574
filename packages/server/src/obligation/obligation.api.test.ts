import { interactions } from "@mainstay/contract/interaction";
import { type ObligationView, obligations } from "@mainstay/contract/obligation";
import { beforeAll, expect, test } from "vitest";
import { runCycle } from "../cycle/run-cycle.ts";
import type { App } from "../platform/http/app.ts";
import { sessionOf, type TestCaller, testApp } from "../platform/http/test-app.ts";
import { askTenant, auditOf } from "../platform/test-world/ask-tenant.ts";
import { makeAccount } from "../platform/test-world/make-account.ts";
import { makePerson } from "../platform/test-world/make-person.ts";
import { makeRow } from "../platform/test-world/make-row.ts";
import { makeTenant, makeUser, type TestTenant } from "../platform/test-world/make-tenant.ts";
import { type TestWorld, testWorld } from "../platform/test-world/test-world.ts";

let app: App;
let world: TestWorld;
let tenant: TestTenant;
let managerId: string;
let manager: TestCaller;
let director: TestCaller;
let accountId: string;
let personId: string;
let today: string;

beforeAll(async () => {
  world = await testWorld();
  app = await testApp();
  tenant = await makeTenant(world);
  managerId = await makeUser(world, tenant, "manager");
  manager = await sessionOf(app, tenant, managerId);
  director = await sessionOf(app, tenant, await makeUser(world, tenant, "director"));
  accountId = await makeAccount(
    world,
    tenant,
    { name: "履约客户", manager_user_id: managerId },
    { segment: "core", grade: "key" },
  );
  ({ personId } = await makePerson(world, tenant, accountId, "采购总监"));
  today = (await manager(obligations.overdue)).body.today;
});

const dayFrom = (offset: number, from = today) =>
  new Date(Date.parse(from) + offset * 86_400_000).toISOString().slice(0, 10);
/** An open obligation whose period surrounds today. */
const owe = (columns: Record<string, unknown> = {}) => {
  const from = dayFrom(-10);
  return makeRow(world, tenant, "obligation", {
    account_id: accountId,
    kind: "value_report",
    policy_version: 0,
    policy_line: "grade:strategic",
    period_from: from,
    period_to: dayFrom(15),
    due_on: dayFrom(10),
    owner_user_id: managerId,
    ...columns,
  });
};
const clear = () => askTenant(world, tenant, "delete from obligation");
const any = { "if-match": "*" };
const fulfil = (
  obligationId: string,
  body: object = {},
  who = manager,
  headers: Record<string, string> = any,
) =>
  who(obligations.fulfil, {
    params: { obligationId },
    body: { fulfilledOn: today, note: "价值报告已交采购部", ...body },
    headers,
  });
const move = (obligationId: string, body: object = {}, who = manager) =>
  who(obligations.move, {
    params: { obligationId },
    body: { dueOn: dayFrom(20), agreedWithPersonId: personId, note: "客户盘点，改到月底", ...body },
    headers: any,
  });
const drop = (obligationId: string, who = manager) =>
  who(obligations.drop, {
    params: { obligationId },
    body: { because: "客户停产检修" },
    headers: any,
  });
const reopen = (obligationId: string, who = manager) =>
  who(obligations.reopen, { params: { obligationId }, headers: any });

test("what no contact can prove is done by a person's word, counted, on record, and can be taken back", async () => {
  await clear();
  const id = await owe();
  const done = await fulfil(id);
  expect(done.body).toMatchObject({
    status: "fulfilled",
    fulfilledOn: today,
    isOnTime: true,
    fulfilledBy: { id: managerId },
    fulfilmentNote: "价值报告已交采购部",
    version: 2,
    can: { fulfil: false, move: false, drop: false, reopen: true },
  });
  expect(await auditOf(world, tenant, "obligation.fulfilled", id)).toMatchObject([
    { actor_user_id: managerId, detail: { accountId, kind: "value_report", fulfilledOn: today } },
  ]);
  expect((await reopen(id)).body).toMatchObject({
    status: "open",
    fulfilledOn: null,
    fulfilledBy: null,
  });
  expect(await auditOf(world, tenant, "obligation.reopened", id)).toHaveLength(1);
});

test("it is moved as agreed with a person of the customer, and every move stays", async () => {
  await clear();
  const id = await owe();
  expect((await move(id)).body).toMatchObject({ dueOn: dayFrom(20), moves: 1, status: "open" });
  expect((await move(id, { dueOn: dayFrom(12) })).body.moves).toBe(2);
  const { body } = await manager(obligations.get, { params: { obligationId: id } });
  expect(body.movesLog).toMatchObject([
    {
      fromDueOn: dayFrom(10),
      toDueOn: dayFrom(20),
      agreedWith: { id: personId, name: "采购总监" },
      movedBy: { id: managerId },
    },
    { fromDueOn: dayFrom(20), toDueOn: dayFrom(12) },
  ]);
  expect(await auditOf(world, tenant, "obligation.moved", id)).toMatchObject([
    { detail: { from: dayFrom(10), to: dayFrom(20) } },
    { detail: { to: dayFrom(12) } },
  ]);
});

test("a night after a move keeps the agreed day", async () => {
  await clear();
  await runCycle({ database: world.database, tenantId: tenant.tenantId, today }, [accountId]);
  const { body } = await manager(obligations.list, { query: { accountId } });
  const visit = body.items.find(({ kind }: ObligationView) => kind === "visit");
  const dueOn =
    dayFrom(-1, visit.dueOn) > today ? dayFrom(-1, visit.dueOn) : dayFrom(1, visit.dueOn);
  expect((await move(visit.id, { dueOn })).status).toBe(200);
  await runCycle({ database: world.database, tenantId: tenant.tenantId, today }, [accountId]);
  const after = await manager(obligations.get, { params: { obligationId: visit.id } });
  expect(after.body).toMatchObject({ dueOn, moves: 1, status: "open" });
});

test("dropping needs a reason and counts for this period alone", async () => {
  await clear();
  const id = await owe();
  expect((await drop(id)).body).toMatchObject({
    status: "dropped",
    droppedBecause: "客户停产检修",
  });
  expect(await auditOf(world, tenant, "obligation.dropped", id)).toHaveLength(1);
  expect((await manager(obligations.list, { query: { status: "counted" } })).body.total).toBe(0);
  expect((await reopen(id)).body.status).toBe("open");
});

test("what cannot be is refused with its reason", async () => {
  await clear();
  const id = await owe();
  const stranger = await makePerson(
    world,
    tenant,
    await makeAccount(world, tenant, { name: "另一户" }),
    "别家的人",
  );
  const missing = crypto.randomUUID();
  const refused: [Promise<{ body: { code: string } }>, string][] = [
    [fulfil(id, { fulfilledOn: dayFrom(1) }), "obligation.fulfilled_in_future"],
    [fulfil(id, { fulfilledOn: dayFrom(-11) }), "obligation.fulfilled_before_period"],
    [fulfil(id, { note: " " }), "request.invalid"],
    [move(id, { dueOn: dayFrom(10) }), "obligation.move_same_day"],
    [move(id, { dueOn: dayFrom(-1) }), "obligation.move_in_past"],
    [move(id, { dueOn: dayFrom(200) }), "obligation.move_too_far"],
    [move(id, { agreedWithPersonId: stranger.personId }), "person.not_found"],
    [reopen(id), "obligation.not_allowed_now"],
    [fulfil(missing), "obligation.not_found"],
    [fulfil(id, {}, manager, { "if-match": '"9"' }), "request.version_conflict"],
    [fulfil(id, {}, manager, {}), "request.version_missing"],
  ];
  for (const [answer, code] of refused) expect((await answer).body.code).toBe(code);
  expect(await askTenant(world, tenant, "select version, moves from obligation")).toEqual([
    { version: 1, moves: 0 },
  ]);
});

test("two writers: one wins, the other is told", async () => {
  await clear();
  const id = await owe();
  const match = { "if-match": '"1"' };
  const both = await Promise.all([fulfil(id, {}, manager, match), fulfil(id, {}, director, match)]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
});

test("analysts only look, other managers and other workspaces see nothing", async () => {
  await clear();
  const id = await owe();
  const analyst = await sessionOf(app, tenant, await makeUser(world, tenant, "analyst"));
  expect((await drop(id, analyst)).body.code).toBe("access.not_permitted");
  const seen = await analyst(obligations.get, { params: { obligationId: id } });
  expect(Object.values(seen.body.can)).not.toContain(true);
  const colleague = await sessionOf(app, tenant, await makeUser(world, tenant, "manager"));
  expect((await drop(id, colleague)).body.code).toBe("obligation.not_found");
  expect((await colleague(obligations.list)).body.total).toBe(0);
  const foreign = await makeTenant(world);
  const stranger = await sessionOf(app, foreign, await makeUser(world, foreign, "director"));
  expect((await stranger(obligations.get, { params: { obligationId: id } })).status).toBe(404);
  expect((await stranger(obligations.ofAccount, { params: { accountId } })).body.code).toBe(
    "account.not_found",
  );
});

test("logging a visit meets the visit that is owed, and the list says so at once", async () => {
  await clear();
  const id = await owe({ kind: "visit", policy_line: "segment:core", contact_kinds: ["visit"] });
  const logged = await manager(interactions.log, {
    params: { accountId },
    body: { kind: "visit", occurredOn: today, summary: "当面谈了明年的量" },
  });
  const { body } = await manager(obligations.get, { params: { obligationId: id } });
  expect(body).toMatchObject({
    status: "fulfilled",
    fulfilledOn: today,
    metByInteractionId: logged.body.id,
    can: { reopen: false },
  });
  expect(await auditOf(world, tenant, "obligation.fulfilled", id)).toMatchObject([
    { actor_user_id: managerId, detail: { interactionId: logged.body.id } },
  ]);
});

test("overdue by person and compliance count the same rows a reader can open", async () => {
  await clear();
  const other = await makeUser(world, tenant, "manager");
  const past = (days: number, columns: object) =>
    owe({
      period_from: dayFrom(-days - 30),
      period_to: dayFrom(-days),
      due_on: dayFrom(-days),
      ...columns,
    });
  await past(50, { status: "fulfilled", fulfilled_on: dayFrom(-55), fulfilled_by: managerId });
  await past(100, { status: "fulfilled", fulfilled_on: dayFrom(-90), fulfilled_by: managerId });
  await past(150, { status: "missed" });
  await past(20, {});
  await past(30, { status: "dropped", dropped_because: "x", kind: "review" });
  await past(40, {
    kind: "visit",
    owner_user_id: other,
    status: "fulfilled",
    fulfilled_on: dayFrom(-40),
  });
  await past(45, { kind: "review", owner_user_id: null });
  const overdue = await director(obligations.overdue);
  expect(overdue.body).toMatchObject({ overdue: 2, overdueAccounts: 1, unowned: 1 });
  expect(overdue.body.people).toMatchObject([
    { user: { id: managerId }, overdue: 1, oldestDueOn: dayFrom(-20) },
    { user: null, overdue: 1 },
  ]);
  const window = { from: dayFrom(-160), to: today };
  const asked = await director(obligations.compliance, { query: { by: "manager", ...window } });
  expect(asked.body.total).toEqual({
    due: 6,
    onTime: 2,
    late: 1,
    missed: 1,
    overdue: 2,
    rate: 2 / 6,
  });
  const mine = asked.body.groups.find(({ key }: { key: string }) => key === managerId);
  expect(mine).toMatchObject({ due: 4, onTime: 1, late: 1, missed: 1, overdue: 1, rate: 0.25 });
  for (const [outcome, count] of [
    ["on_time", 1],
    ["late", 1],
    ["missed", 1],
    ["overdue", 1],
    [undefined, 4],
  ] as const) {
    const { body } = await director(obligations.list, {
      query: {
        status: "counted",
        ownerUserId: managerId,
        dueFrom: window.from,
        dueTo: window.to,
        ...(outcome ? { outcome } : {}),
      },
    });
    expect(body.total, outcome).toBe(count);
  }
  const bySegment = await director(obligations.compliance, { query: { by: "segment", ...window } });
  expect(bySegment.body.groups).toMatchObject([{ key: "core", due: 6 }]);
  const nothing = await director(obligations.compliance, {
    query: { from: dayFrom(1), to: dayFrom(9) },
  });
  expect(nothing.body).toMatchObject({ total: { due: 0, rate: null }, groups: [] });
  const byDepartment = await director(obligations.compliance, {
    query: { by: "department", ...window },
  });
  expect(byDepartment.body.groups).toMatchObject([{ key: null, due: 6 }]);
});

test("an account shows what it is owed, by which line, and which seat is not filled", async () => {
  await clear();
  await runCycle({ database: world.database, tenantId: tenant.tenantId, today }, [accountId]);
  const { body } = await manager(obligations.ofAccount, { params: { accountId } });
  expect(body).toMatchObject({
    policyVersion: 0,
    segment: "core",
    grade: "key",
    isUnderPolicy: true,
    missingSeats: ["backup"],
    owed: {
      terms: {
        replyHours: 24,
        serviceMode: "two_person_team",
        duties: { visit: { every: "month" } },
      },
      because: {
        replyHours: "default",
        serviceMode: "grade:key",
        duties: { visit: "segment:core" },
      },
    },
  });
  expect([...body.open, ...body.past].some(({ kind }: ObligationView) => kind === "visit")).toBe(
    true,
  );
});

test("pages go on where the last one ended, soonest due first", async () => {
  await clear();
  for (const i of [3, 1, 2]) await owe({ due_on: dayFrom(i), period_from: dayFrom(-i) });
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const { body } = await manager(obligations.list, {
      query: { limit: 2, ...(cursor ? { cursor } : {}) },
    });
    expect(body.total).toBe(3);
    seen.push(...body.items.map(({ dueOn }: ObligationView) => dueOn));
    cursor = body.nextCursor ?? undefined;
  } while (cursor);
  expect(seen).toEqual([dayFrom(1), dayFrom(2), dayFrom(3)]);
});

import type { Endpoint } from "@mainstay/contract/endpoint/endpoint";
import { notifications } from "@mainstay/contract/notification";
import { type PromiseView, promises } from "@mainstay/contract/promise";
import { dayNumberFromIso, isoFromDayNumber } from "@mainstay/domain/calendar/day-number";
import { beforeAll, expect, test } from "vitest";
import { withTenant } from "../platform/db/open-transaction.ts";
import type { App } from "../platform/http/app.ts";
import { sessionOf, type TestCaller, testApp } from "../platform/http/test-app.ts";
import { askTenant, auditOf } from "../platform/test-world/ask-tenant.ts";
import { makeAccount } from "../platform/test-world/make-account.ts";
import { makePerson } from "../platform/test-world/make-person.ts";
import { makeRow } from "../platform/test-world/make-row.ts";
import { makeTenant, makeUser, type TestTenant } from "../platform/test-world/make-tenant.ts";
import { type TestWorld, testWorld } from "../platform/test-world/test-world.ts";
import { tellGivers } from "./tell-givers.ts";

let app: App;
let world: TestWorld;
let tenant: TestTenant;
let managerId: string;
let serviceId: string;
let manager: TestCaller;
let analyst: TestCaller;
let service: TestCaller;
let accountId: string;
let personId: string;
let departmentId: string;
let today: string;
const day = (offset: number) => isoFromDayNumber((dayNumberFromIso(today) ?? 0) + offset);
beforeAll(async () => {
  world = await testWorld();
  app = await testApp();
  tenant = await makeTenant(world);
  managerId = await makeUser(world, tenant, "manager");
  serviceId = await makeUser(world, tenant, "service");
  manager = await sessionOf(app, tenant, managerId);
  service = await sessionOf(app, tenant, serviceId);
  analyst = await sessionOf(app, tenant, await makeUser(world, tenant, "analyst"));
  accountId = await makeAccount(world, tenant, { name: "承诺客户", manager_user_id: managerId });
  ({ personId } = await makePerson(world, tenant, accountId, "钱总"));
  departmentId = await makeRow(world, tenant, "department", { name: "交付部" });
  const [row] = await askTenant<{ today: string }>(
    world,
    tenant,
    "select (now() at time zone time_zone)::date::text as today from tenant",
  );
  today = row?.today ?? "";
});

const give = (body: object = {}, who = manager, at = accountId) =>
  who(promises.give, {
    params: { accountId: at },
    body: {
      title: "下周前给方案",
      departmentId,
      giverUserId: serviceId,
      dueOn: day(5),
      ...body,
    } as never,
  });
const given = async (body: object = {}): Promise<PromiseView> => (await give(body)).body;
const act =
  (endpoint: Endpoint) =>
  (promiseId: string, body: object, who = manager, version: number | "*" = "*") =>
    who(
      endpoint as typeof promises.keep,
      {
        params: { promiseId },
        body: body as never,
        headers: { "if-match": version === "*" ? "*" : `"${version}"` },
      } as never,
    );
const keep = act(promises.keep);
const move = act(promises.move);
const sendBack = act(promises.sendBack);
const giveUp = act(promises.break);
const withdraw = act(promises.withdraw);
const edit = act(promises.edit);

/** What the colleague who answers for a promise was told of it. */
const newsOf = async (promiseId: string): Promise<string[]> => {
  const { body } = await service(notifications.list, {});
  const news: { kind: string; subjectId: string }[] = body.items;
  return news.flatMap(({ kind, subjectId }) => (subjectId === promiseId ? [kind] : [])).sort();
};

test("given, moved with the customer, kept, sent back and kept again: each with who, when and why", async () => {
  const promise = await given({ personId });
  expect(promise).toMatchObject({
    status: "open",
    giver: { id: serviceId },
    person: { id: personId },
    madeOn: today,
    daysLate: 0,
    can: { keep: true, sendBack: false },
  });
  expect(await newsOf(promise.id)).toEqual(["promise_given"]);
  const moved = await move(promise.id, {
    dueOn: day(9),
    agreedWithPersonId: personId,
    because: "客户要先看样",
  });
  expect(moved.body).toMatchObject({ dueOn: day(9), firstDueOn: day(5) });
  const kept = await keep(promise.id, { doneOn: today, evidence: "钱总回邮件确认" });
  expect(kept.body).toMatchObject({ status: "kept", doneOn: today, evidence: "钱总回邮件确认" });
  const back = await sendBack(promise.id, { dueOn: day(3), because: "缺一页", personId });
  expect(back.body).toMatchObject({ status: "open", doneOn: null, reworks: 1, dueOn: day(3) });
  const again = await keep(promise.id, { doneOn: today, evidence: "补齐" });
  expect(again.body.steps.map(({ kind }: { kind: string }) => kind)).toEqual([
    "given",
    "moved",
    "kept",
    "sent_back",
    "kept",
  ]);
  for (const [done, n] of [
    ["given", 1],
    ["moved", 1],
    ["kept", 2],
    ["sent_back", 1],
  ] as const)
    expect(await auditOf(world, tenant, `promise.${done}`, promise.id), done).toHaveLength(n);
});

test("what will not be kept says why and warns; what is no longer wanted is agreed with the customer", async () => {
  const broken = await giveUp((await given()).id, { because: "没有产能" });
  expect(broken.body).toMatchObject({
    status: "broken",
    because: "没有产能",
    can: { keep: false },
  });
  const promise = await given();
  expect((await withdraw(promise.id, { because: "不要了" })).status).toBe(400);
  const withdrawn = await withdraw(promise.id, { because: "不要了", agreedWithPersonId: personId });
  expect(withdrawn.body.status).toBe("withdrawn");
  expect(await auditOf(world, tenant, "promise.broken", broken.body.id)).toHaveLength(1);
  expect(await auditOf(world, tenant, "promise.withdrawn", promise.id)).toHaveLength(1);
});

test("days that cannot be are refused by name", async () => {
  const promise = await given();
  const codes = async (answer: Promise<{ body: { code: string } }>) => (await answer).body.code;
  expect(await codes(give({ madeOn: day(1) }))).toBe("promise.day_in_future");
  expect(await codes(give({ madeOn: today, dueOn: day(-1) }))).toBe("promise.due_before_made");
  expect(await codes(keep(promise.id, { doneOn: day(1), evidence: "x" }))).toBe(
    "promise.day_in_future",
  );
  expect(await codes(keep(promise.id, { doneOn: day(-1), evidence: "x" }))).toBe(
    "promise.done_before_made",
  );
  const agreed = { agreedWithPersonId: personId, because: "x" };
  expect(await codes(move(promise.id, { dueOn: day(-1), ...agreed }))).toBe("promise.due_in_past");
  expect(await codes(move(promise.id, { dueOn: day(5), ...agreed }))).toBe("promise.same_day");
  expect((await keep(promise.id, { doneOn: today, evidence: " " })).status).toBe(400);
  expect(await codes(sendBack(promise.id, { dueOn: day(2), because: "x" }))).toBe(
    "promise.not_allowed_now",
  );
});

test("whoever it names belongs there: department, colleague, person of theirs, source", async () => {
  const other = await makeAccount(world, tenant, { name: "别家", manager_user_id: managerId });
  const stranger = await makePerson(world, tenant, other, "外人");
  expect((await give({ personId: stranger.personId })).body.code).toBe("person.not_found");
  expect((await give({ departmentId: stranger.personId })).body.code).toBe("department.not_found");
  expect((await give({ giverUserId: stranger.personId })).body.code).toBe("task.owner_not_found");
  const source = { kind: "need", id: stranger.personId };
  expect((await give({ source })).body.code).toBe("promise.source_not_found");
  const promise = await given();
  const move2 = { dueOn: day(8), agreedWithPersonId: stranger.personId, because: "x" };
  expect((await move(promise.id, move2)).body.code).toBe("person.not_found");
  const corrected = await edit(promise.id, { title: "周五前给报价" });
  expect(corrected.body.title).toBe("周五前给报价");
  expect(await auditOf(world, tenant, "promise.edited", promise.id)).toHaveLength(1);
});

test("out of sight is not found, reading roles do not write, another workspace finds nothing, the second writer is told", async () => {
  const promise = await given();
  const stranger = await sessionOf(app, tenant, await makeUser(world, tenant, "manager"));
  expect((await stranger(promises.get, { params: { promiseId: promise.id } })).status).toBe(404);
  expect((await give({}, stranger)).body.code).toBe("account.not_found");
  expect((await keep(promise.id, { doneOn: today, evidence: "x" }, stranger)).status).toBe(404);
  expect((await give({}, analyst)).body.code).toBe("access.not_permitted");
  const seen = await analyst(promises.get, { params: { promiseId: promise.id } });
  expect(Object.values(seen.body.can).some(Boolean)).toBe(false);
  const foreign = await makeTenant(world);
  const outsider = await sessionOf(app, foreign, foreign.adminUserId);
  expect((await outsider(promises.get, { params: { promiseId: promise.id } })).status).toBe(404);
  expect((await outsider(promises.board, {})).body.departments).toEqual([]);
  await edit(promise.id, { title: "一" }, manager, promise.version);
  expect((await edit(promise.id, { title: "二" }, manager, promise.version)).status).toBe(412);
});

test("the list says what is late and for how long, and pages by day", async () => {
  const place = await makeAccount(world, tenant, { name: "清单", manager_user_id: managerId });
  const at = (dueOn: string) => give({ madeOn: day(-30), dueOn }, manager, place);
  const [late] = [await at(day(-4)), await at(day(2)), await at(day(6))];
  const query = { accountId: place, limit: 2 } as never;
  const first = (await manager(promises.list, { query })).body;
  expect(first).toMatchObject({ total: 3, items: [{ daysLate: 4 }, { daysLate: 0 }] });
  const next = { accountId: place, limit: 2, cursor: first.nextCursor } as never;
  expect((await manager(promises.list, { query: next })).body.items).toHaveLength(1);
  const onlyLate = { accountId: place, late: "true" } as never;
  expect((await manager(promises.list, { query: onlyLate })).body.items).toMatchObject([
    { id: late.body.id },
  ]);
});

test("the board puts the department that keeps its word least first, each with its n", async () => {
  const place = await makeAccount(world, tenant, { name: "看板", manager_user_id: managerId });
  const other = await makeRow(world, tenant, "department", { name: "财务部" });
  const past = { madeOn: day(-20), dueOn: day(-5) };
  const good = (await give({ ...past, departmentId: other }, manager, place)).body;
  await keep(good.id, { doneOn: day(-6), evidence: "x" });
  const slow = (await give(past, manager, place)).body;
  await keep(slow.id, { doneOn: day(-2), evidence: "x" });
  await give(past, manager, place);
  const { body } = await manager(promises.board, { query: { accountId: place } as never });
  expect(body.departments).toMatchObject([
    {
      department: { name: "交付部" },
      figures: { due: 2, onTime: 0, onTimeShare: 0, late: 2, meanDelayDays: 4 },
    },
    { department: { name: "财务部" }, figures: { due: 1, onTimeShare: 1, meanDelayDays: null } },
  ]);
  expect(body.all).toMatchObject({ due: 3, onTime: 1 });
});

test("whoever answers for it hears once that it is soon due and once that it is late", async () => {
  const place = await makeAccount(world, tenant, { name: "提醒", manager_user_id: managerId });
  const promise = (await give({ dueOn: day(2) }, manager, place)).body;
  const tell = (on: string) =>
    withTenant(world.database, tenant.scope, (tx) =>
      tellGivers(tx, { tenantId: tenant.tenantId, today: on, accountIds: [place] }),
    );
  for (const on of [today, day(1), day(3), day(4)]) await tell(on);
  expect(await newsOf(promise.id)).toEqual(["promise_due", "promise_given", "promise_late"]);
});

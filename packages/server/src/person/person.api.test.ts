import { type PositionView, people } from "@mainstay/contract/person";
import { beforeAll, expect, test } from "vitest";
import type { App } from "../platform/http/app.ts";
import { sessionOf, type TestCaller, testApp } from "../platform/http/test-app.ts";
import { auditOf } from "../platform/test-world/ask-tenant.ts";
import { makeAccount } from "../platform/test-world/make-account.ts";
import { makeTenant, makeUser, type TestTenant } from "../platform/test-world/make-tenant.ts";
import { type TestWorld, testWorld } from "../platform/test-world/test-world.ts";

let app: App;
let world: TestWorld;
let tenant: TestTenant;
let admin: TestCaller;
let accountId: string;

beforeAll(async () => {
  world = await testWorld();
  app = await testApp();
  tenant = await makeTenant(world);
  admin = await sessionOf(app, tenant, tenant.adminUserId);
  accountId = await makeAccount(world, tenant, { name: "人物客户" });
});

const add = (body: object, who = admin, headers = {}, account = accountId) =>
  who(people.add, { params: { accountId: account }, body: body as { name: string }, headers });
const edit = (positionId: string, body: object, who = admin) =>
  who(people.edit, { params: { positionId }, body });

test("a person is added in a job, corrected, and leaves; the job stays in view", async () => {
  const { status, body: made } = await add({
    name: "张伟",
    title: "采购总监",
    department: "",
    workPhone: "010-1234",
    workEmail: "zhang@example.test",
    startsOn: "2020-01-01",
  });
  expect(status).toBe(201);
  expect(made).toMatchObject({ name: "张伟", title: "采购总监", department: null, endsOn: null });
  expect(await auditOf(world, tenant, "person.added", made.personId)).toHaveLength(1);
  const edited = await edit(made.id, { name: "张玮", title: "副总经理" });
  expect(edited.body).toMatchObject({ name: "张玮", title: "副总经理", workPhone: "010-1234" });
  expect(edited.body.personVersion).toBe(2);
  const left = await edit(made.id, { endsOn: "2026-06-30" });
  expect(left.body.endsOn).toBe("2026-06-30");
  expect(await auditOf(world, tenant, "person.edited", made.personId)).toHaveLength(1);
  expect(await auditOf(world, tenant, "person.job_ended", made.personId)).toHaveLength(1);
  const { body } = await admin(people.list, { params: { accountId } });
  expect(body.items.map(({ id }: PositionView) => id)).toContain(made.id);
});

test("present people come first, by pinyin", async () => {
  const own = await makeAccount(world, tenant, { name: "排序" });
  for (const name of ["周", "安", "Bob"]) await add({ name }, admin, {}, own);
  const gone = await add({ name: "阿离" }, admin, {}, own);
  await edit(gone.body.id, { endsOn: "2026-01-01" });
  const { body } = await admin(people.list, { params: { accountId: own } });
  expect(body.items.map(({ name }: PositionView) => name)).toEqual(["安", "Bob", "周", "阿离"]);
});

test("what cannot be is refused, and names the field that is wrong", async () => {
  const { body: made } = await add({ name: "李", startsOn: "2024-01-01" });
  const early = await edit(made.id, { endsOn: "2023-12-31" });
  expect(early.body.fields).toMatchObject([{ path: "endsOn", problem: "too_small" }]);
  await edit(made.id, { endsOn: "2024-06-30" });
  const late = await edit(made.id, { startsOn: "2024-07-01" });
  expect(late.body.fields).toMatchObject([{ path: "startsOn", problem: "too_big" }]);
  expect((await edit(made.id, { endsOn: null })).body.endsOn).toBeNull();
  expect((await edit(made.id, { workEmail: "not mail" })).body.code).toBe("request.invalid");
  expect((await edit(crypto.randomUUID(), { title: "x" })).body.code).toBe("person.not_found");
  expect((await add({ name: "" })).body.code).toBe("request.invalid");
});

test("two who rename a person at once are both counted", async () => {
  const { body: made } = await add({ name: "王" });
  await Promise.all([edit(made.id, { name: "王一" }), edit(made.id, { name: "王二" })]);
  const { body } = await admin(people.list, { params: { accountId } });
  const [now] = body.items.filter(({ id }: PositionView) => id === made.id);
  expect(now.personVersion).toBe(3);
});

test("repeating with a key adds one person", async () => {
  const headers = { "idempotency-key": `person-${tenant.tenantId}` };
  const [one, two] = [
    await add({ name: "一人" }, admin, headers),
    await add({ name: "一人" }, admin, headers),
  ];
  expect(two.body).toEqual(one.body);
});

test("roles that only look may not write; own sight and other workspaces find nothing", async () => {
  const { body: made } = await add({ name: "赵" });
  for (const role of ["sponsor", "analyst", "compliance"] as const) {
    const caller = await sessionOf(app, tenant, await makeUser(world, tenant, role));
    expect((await add({ name: "x" }, caller)).body.code).toBe("access.not_permitted");
    expect((await edit(made.id, { title: "x" }, caller)).body.code).toBe("access.not_permitted");
    const { body } = await caller(people.list, { params: { accountId } });
    expect(body.items[0].can.edit).toBe(false);
  }
  const manager = await sessionOf(app, tenant, await makeUser(world, tenant, "manager"));
  const foreign = await makeTenant(world);
  const stranger = await sessionOf(app, foreign, foreign.adminUserId);
  for (const caller of [manager, stranger]) {
    expect((await add({ name: "x" }, caller)).body.code).toBe("account.not_found");
    expect((await edit(made.id, { title: "x" }, caller)).body.code).toBe("person.not_found");
    expect((await caller(people.list, { params: { accountId } })).status).toBe(404);
  }
});

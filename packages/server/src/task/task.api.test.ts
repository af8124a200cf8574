import { notifications } from "@mainstay/contract/notification";
import { type TaskView, tasks } from "@mainstay/contract/task";
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
let admin: TestCaller;
let managerId: string;
let manager: TestCaller;
let accountId: string;

beforeAll(async () => {
  world = await testWorld();
  app = await testApp();
  tenant = await makeTenant(world);
  admin = await sessionOf(app, tenant, tenant.adminUserId);
  managerId = await makeUser(world, tenant, "manager");
  manager = await sessionOf(app, tenant, managerId);
  accountId = await makeAccount(world, tenant, { name: "任务客户", manager_user_id: managerId });
});

const add = (body: object, who = admin, headers = {}) =>
  who(tasks.add, { body: body as { title: string }, headers });
const work = (
  act: "edit" | "complete" | "drop" | "reopen",
  taskId: string,
  who = admin,
  body?: object,
  headers: Record<string, string> = { "if-match": "*" },
) => who(tasks[act], { params: { taskId }, body: body as never, headers });

test("a task is made because of a signal: it knows its account, and without an owner it is the maker's", async () => {
  const signalId = await makeSignal(world, tenant, accountId);
  const { status, body } = await add({ title: "打电话", dueOn: "2026-12-01", signalId }, manager);
  expect(status).toBe(201);
  expect(body).toMatchObject({
    title: "打电话",
    dueOn: "2026-12-01",
    status: "open",
    owner: { id: managerId },
    account: { id: accountId, name: "任务客户" },
    signalId,
    version: 1,
    can: { edit: true, complete: true, drop: true, reopen: false },
  });
  expect(await auditOf(world, tenant, "task.added", body.id)).toMatchObject([
    { actor_user_id: managerId, detail: { accountId, signalId } },
  ]);
});

test("a task is edited, done, reopened and dropped, each step counted and on record", async () => {
  const { body: made } = await add({ title: "拜访" });
  const edited = await work("edit", made.id, admin, { title: "登门拜访", ownerUserId: managerId });
  expect(edited.body).toMatchObject({ title: "登门拜访", owner: { id: managerId }, version: 2 });
  const done = await work("complete", made.id);
  expect(done.body).toMatchObject({ status: "done", can: { edit: false, reopen: true } });
  expect(done.body.doneAt).not.toBeNull();
  expect((await work("complete", made.id)).body.code).toBe("task.not_allowed_now");
  expect((await work("edit", made.id, admin, { title: "x" })).body.code).toBe(
    "task.not_allowed_now",
  );
  expect((await work("reopen", made.id)).body).toMatchObject({ status: "open", doneAt: null });
  expect((await work("drop", made.id)).body).toMatchObject({ status: "dropped", version: 5 });
  for (const act of ["edited", "completed", "reopened", "dropped"]) {
    expect(await auditOf(world, tenant, `task.${act}`, made.id), act).toHaveLength(1);
  }
});

test("what cannot be is refused with its reason", async () => {
  const unknown = crypto.randomUUID();
  const signalId = await makeSignal(
    world,
    tenant,
    await makeAccount(world, tenant, { name: "另一户" }),
  );
  const gone = await makeUser(world, tenant, "manager");
  await askTenant(world, tenant, `update app_user set is_active = false where id = '${gone}'`);
  const refused: [object, string][] = [
    [{ title: " " }, "request.invalid"],
    [{ title: "x", dueOn: "2026-02-30" }, "request.invalid"],
    [{ title: "x", accountId: unknown }, "account.not_found"],
    [{ title: "x", signalId: unknown }, "signal.not_found"],
    [{ title: "x", accountId, signalId }, "signal.not_found"],
    [{ title: "x", ownerUserId: unknown }, "task.owner_not_found"],
    [{ title: "x", ownerUserId: gone }, "task.owner_not_found"],
  ];
  for (const [body, code] of refused) expect((await add(body)).body.code, code).toBe(code);
  const { body: made } = await add({ title: "交给谁" });
  const given = await work("edit", made.id, admin, { ownerUserId: gone });
  expect(given.body.code).toBe("task.owner_not_found");
});

test("repeating with a key makes one task; an old version is refused, none named is 428", async () => {
  const headers = { "idempotency-key": `task-${tenant.tenantId}` };
  const [one, two] = [
    await add({ title: "一次" }, admin, headers),
    await add({ title: "一次" }, admin, headers),
  ];
  expect(two.body).toEqual(one.body);
  const match = { "if-match": '"1"' };
  const both = await Promise.all([
    work("complete", one.body.id, admin, undefined, match),
    work("drop", one.body.id, admin, undefined, match),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
  expect((await work("reopen", one.body.id, admin, undefined, {})).status).toBe(428);
});

test("only owner, maker, director and administrator work a task; others who see it only look", async () => {
  const { body: made } = await add({ title: "我的", accountId });
  const looked = await manager(tasks.list, { query: { accountId } as never });
  const [seen] = looked.body.items.filter(({ id }: TaskView) => id === made.id);
  expect(Object.values(seen.can)).not.toContain(true);
  expect((await work("complete", made.id, manager)).body.code).toBe("access.not_permitted");
  const analyst = await sessionOf(app, tenant, await makeUser(world, tenant, "analyst"));
  expect((await add({ title: "x" }, analyst)).status).toBe(403);
  const director = await sessionOf(app, tenant, await makeUser(world, tenant, "director"));
  expect((await work("complete", made.id, director)).status).toBe(200);
});

test("a task on another's account is not there for own sight, unless it is theirs; then the account stays unnamed", async () => {
  const hidden = await makeAccount(world, tenant, { name: "看不见的客户" });
  const { body: others } = await add({ title: "别人的", accountId: hidden });
  expect((await work("complete", others.id, manager)).status).toBe(404);
  expect((await add({ title: "x", accountId: hidden }, manager)).body.code).toBe(
    "account.not_found",
  );
  const { body: theirs } = await add({ title: "给你", accountId: hidden, ownerUserId: managerId });
  const { body } = await manager(tasks.list, { query: { ownerUserId: "me" } as never });
  const [mine] = body.items.filter(({ id }: TaskView) => id === theirs.id);
  expect(mine).toMatchObject({ title: "给你", account: null, can: { edit: true } });
  const colleague = await makeUser(world, tenant, "manager");
  const given = await work("edit", theirs.id, manager, { ownerUserId: colleague });
  expect(given.status).toBe(200);
  expect(given.body).toMatchObject({ owner: { id: colleague }, account: null });
  expect((await work("complete", theirs.id, manager)).status).toBe(404);
  const foreign = await makeTenant(world);
  const stranger = await sessionOf(app, foreign, foreign.adminUserId);
  expect((await work("complete", theirs.id, stranger)).status).toBe(404);
  expect((await stranger(tasks.list)).body.total).toBe(0);
});

test("the list pages by due day, undated last, each task once", async () => {
  const own = await makeTenant(world);
  const caller = await sessionOf(app, own, own.adminUserId);
  for (const dueOn of ["2026-12-03", null, "2026-12-01", "2026-12-01", null]) {
    await add({ title: "期", dueOn }, caller);
  }
  const dues: (string | null)[] = [];
  let cursor: string | undefined;
  do {
    const { body } = await caller(tasks.list, { query: { limit: 2, cursor } as never });
    expect(body.total).toBe(5);
    dues.push(...body.items.map((task: TaskView) => task.dueOn));
    cursor = body.nextCursor ?? undefined;
  } while (cursor);
  expect(dues).toEqual(["2026-12-01", "2026-12-01", "2026-12-03", null, null]);
});

test("whoever gets a task from somebody else is told, and again when it comes back to them", async () => {
  const told = async () =>
    (await manager(notifications.list)).body.items as { subjectId: string }[];
  const { body: own } = await add({ title: "自己的" }, manager);
  const { body: made } = await add({ title: "给经理", ownerUserId: managerId, accountId });
  await work("edit", made.id, admin, { ownerUserId: tenant.adminUserId });
  await work("edit", made.id, admin, { ownerUserId: managerId });
  await work("edit", made.id, admin, { title: "换个说法" });
  const subjects = (await told()).map(({ subjectId }) => subjectId);
  expect(subjects.filter((id) => id === made.id)).toHaveLength(2);
  expect(subjects).not.toContain(own.id);
});

import { accounts } from "@mainstay/contract/account";
import { interactions } from "@mainstay/contract/interaction";
import { lifecycles } from "@mainstay/contract/lifecycle";
import { people } from "@mainstay/contract/person";
import { quickLogs } from "@mainstay/contract/quick-log";
import { beforeAll, expect, test } from "vitest";
import { withTenant } from "../platform/db/open-transaction.ts";
import type { App } from "../platform/http/app.ts";
import { sessionOf, type TestCaller, testApp } from "../platform/http/test-app.ts";
import { askTenant, auditOf } from "../platform/test-world/ask-tenant.ts";
import { makeAccount } from "../platform/test-world/make-account.ts";
import { makeTenant, makeUser, type TestTenant } from "../platform/test-world/make-tenant.ts";
import { testDay } from "../platform/test-world/test-day.ts";
import { type TestWorld, testWorld } from "../platform/test-world/test-world.ts";

let app: App;
let world: TestWorld;
let tenant: TestTenant;
let managerId: string;
let manager: TestCaller;
let accountId: string;
let personId: string;

beforeAll(async () => {
  world = await testWorld();
  app = await testApp();
  tenant = await makeTenant(world);
  managerId = await makeUser(world, tenant, "manager");
  manager = await sessionOf(app, tenant, managerId);
  accountId = await makeAccount(world, tenant, { name: "速记客户", manager_user_id: managerId });
  personId = await personAt(accountId, "张总");
});

const personAt = async (account: string, name: string): Promise<string> =>
  (await manager(people.add, { params: { accountId: account }, body: { name } })).body.personId;
const newRef = () => crypto.randomUUID();
const meal = (more: object = {}) => ({
  kind: "meal",
  occurredOn: "2026-11-01",
  summary: "今天和张总吃饭，他担心交期，下周三给方案",
  topic: "交期",
  mood: "worried",
  personIds: [personId],
  ...more,
});
const save = (body: object, who = manager) =>
  who(quickLogs.save, { body: { clientRef: newRef(), accountId, ...body } as never });
const takeBack = (clientRef: string, who = manager) =>
  who(quickLogs.takeBack, { params: { clientRef } });
const logged = async (account = accountId): Promise<number> =>
  (await manager(interactions.list, { params: { accountId: account } })).body.total;

test("one act logs who, when, how, about what, in which mood, and makes the next step a task", async () => {
  const { status, body } = await save({
    contact: meal(),
    nextSteps: [{ title: "给方案", dueOn: "2026-11-11" }, { title: "回访" }],
  });
  expect(status).toBe(201);
  expect(body.interaction).toMatchObject({
    kind: "meal",
    topic: "交期",
    mood: "worried",
    people: [{ id: personId, name: "张总" }],
    loggedBy: { id: managerId },
  });
  expect(body.tasks).toMatchObject([
    { title: "给方案", dueOn: "2026-11-11" },
    { title: "回访", dueOn: null },
  ]);
  const [task] = await askTenant(
    world,
    tenant,
    `select origin, owner_user_id, account_id from task where id = '${body.tasks[0].id}'`,
  );
  expect(task).toEqual({ origin: "log", owner_user_id: managerId, account_id: accountId });
  expect(await auditOf(world, tenant, "interaction.logged", body.interaction.id)).toHaveLength(1);
  expect(await auditOf(world, tenant, "task.added", body.tasks[0].id)).toHaveLength(1);
});

test("contact still to come stands in the calendar, not in the log", async () => {
  const before = await logged();
  const { body } = await save({
    plan: { kind: "visit", onDate: "2999-01-02", title: "拜访张总" },
  });
  expect(body.plan).toMatchObject({ kind: "visit", onDate: "2999-01-02", title: "拜访张总" });
  expect(body.interaction).toBeNull();
  expect(await logged()).toBe(before);
  expect(await auditOf(world, tenant, "interaction.planned", body.plan.id)).toHaveLength(1);
});

test("something only to do makes a task and no contact", async () => {
  const before = await logged();
  const { body } = await save({ nextSteps: [{ title: "给张总寄样品", dueOn: "2999-01-01" }] });
  expect(body).toMatchObject({ interaction: null, plan: null, tasks: [{ title: "给张总寄样品" }] });
  expect(await logged()).toBe(before);
});

test("however often one log is sent, it is there once; other content under its name is told apart", async () => {
  const clientRef = newRef();
  const before = await logged();
  const contact = meal();
  const first = await save({ clientRef, contact, nextSteps: [{ title: "一次" }] });
  const again = await Promise.all(
    [1, 2, 3].map(() => save({ clientRef, contact, nextSteps: [{ title: "一次" }] })),
  );
  for (const { body } of again) expect(body).toEqual(first.body);
  const other = await save({
    clientRef,
    contact: meal({ summary: "别的话", occurredOn: "2026-10-30" }),
  });
  expect([other.status, other.body.code]).toEqual([409, "quick_log.ref_conflict"]);
  expect(await logged()).toBe(before + 1);
});

test("twins that arrive together are one contact", async () => {
  const clientRef = newRef();
  const before = await logged();
  const contact = meal();
  const twins = await Promise.all([1, 2, 3, 4].map(() => save({ clientRef, contact })));
  expect(new Set(twins.map(({ body }) => body.interaction.id)).size).toBe(1);
  expect(await logged()).toBe(before + 1);
});

test("what cannot be is refused with its reason, and nothing of it is kept", async () => {
  const elsewhere = await makeAccount(world, tenant, { name: "别家", manager_user_id: managerId });
  const stranger = await personAt(elsewhere, "外人");
  const before = await logged();
  const refused: [object, string][] = [
    [{ contact: meal({ occurredOn: "2999-01-01" }) }, "interaction.in_future"],
    [{ contact: meal({ personIds: [stranger] }) }, "person.not_found"],
    [{ contact: meal(), writerUserId: newRef() }, "quick_log.other_writer"],
    [{}, "quick_log.empty"],
    [
      { contact: meal(), nextSteps: [{ title: "x", ownerUserId: newRef() }] },
      "task.owner_not_found",
    ],
    [{ contact: meal({ mood: "curious" }) }, "request.invalid"],
    [{ contact: meal(), nextSteps: [{ title: " " }] }, "request.invalid"],
    [{ contact: meal(), clientRef: "7" }, "request.invalid"],
    [{ contact: meal(), accountId: newRef() }, "interaction.account_not_found"],
  ];
  for (const [body, code] of refused) expect((await save(body)).body.code, code).toBe(code);
  expect(await logged()).toBe(before);
  const clientRef = newRef();
  await save({ clientRef, contact: meal({ occurredOn: "2999-01-01" }) });
  expect((await save({ clientRef, contact: meal() })).status, "a refused name is free").toBe(201);
});

test("its writer takes it back within ten minutes, with its task, and what it met is owed again", async () => {
  const own = await makeAccount(world, tenant, { name: "撤回客户", manager_user_id: managerId });
  const who = await personAt(own, "李工");
  await save({ accountId: own, contact: meal({ occurredOn: "2026-10-01", personIds: [who] }) });
  const clientRef = newRef();
  const { body } = await save({
    clientRef,
    accountId: own,
    contact: meal({ personIds: [who] }),
    nextSteps: [{ title: "给方案" }],
  });
  const obligation = newRef();
  await askTenant(
    world,
    tenant,
    `insert into obligation (tenant_id, id, account_id, kind, policy_version, policy_line, period_from, period_to, due_on, status,
       fulfilled_on, met_by_interaction_id) values ('${tenant.tenantId}', '${obligation}', '${own}', 'executive_meeting', 1, 'default', '2020-01-01',
       '2020-12-31', '2020-12-31', 'fulfilled', '2026-11-01', '${body.interaction.id}')`,
  );
  expect((await takeBack(clientRef)).status).toBe(204);
  expect((await takeBack(clientRef)).status, "twice changes nothing").toBe(204);
  expect(await logged(own)).toBe(1);
  const [state] = await askTenant(
    world,
    tenant,
    `select (select status from obligation where id = '${obligation}') as owed,
       (select count(*)::int from task where id = '${body.tasks[0].id}') as tasks,
       (select last_contact_on::text from position where account_id = '${own}') as last`,
  );
  expect(state).toEqual({ owed: "open", tasks: 0, last: "2026-10-01" });
  expect(await auditOf(world, tenant, "interaction.taken_back", body.interaction.id)).toHaveLength(
    1,
  );
  const late = await save({ clientRef, accountId: own, contact: meal({ personIds: [who] }) });
  expect(late.body.code).toBe("quick_log.taken_back");
});

test("a playbook whose step the contact did waits for it again when the log is taken back", async () => {
  const own = await makeAccount(world, tenant, { name: "入门客户", manager_user_id: managerId });
  await manager(lifecycles.enter, {
    params: { accountId: own },
    headers: { "if-match": "*" },
    body: { stage: "onboarding", how: "manual", reason: "已签约" } as never,
  });
  const stepOf = async () =>
    (
      await askTenant<{ step_key: string; status: string; is_finished: boolean }>(
        world,
        tenant,
        `select k.step_key, k.status, r.finished ? k.step_key as is_finished from task k join playbook_run r on r.id = k.origin_id
         where k.account_id = '${own}' and 'visit' = any(k.contact_kinds) and k.window_from_on <= '${testDay()}'
         order by k.due_on, k.id`,
      )
    )[0];
  expect(await stepOf()).toMatchObject({ status: "open", is_finished: false });
  const clientRef = newRef();
  const { today: occurredOn } = (await manager(quickLogs.directory)).body;
  await save({
    clientRef,
    accountId: own,
    contact: meal({ kind: "visit", occurredOn, personIds: [] }),
  });
  expect(await stepOf()).toMatchObject({ status: "done", is_finished: true });
  expect((await takeBack(clientRef)).status).toBe(204);
  expect(await stepOf()).toMatchObject({ status: "open", is_finished: false });
});

test("a colleague who is given the next step hears of it", async () => {
  const colleague = await makeUser(world, tenant, "manager");
  const { body } = await save({ nextSteps: [{ title: "寄样品", ownerUserId: colleague }] });
  const told = await withTenant(world.database, tenant.ownScope(colleague), (tx) =>
    tx.selectFrom("notification").select(["kind", "subject_id"]).execute(),
  );
  expect(told).toEqual([{ kind: "task_assigned", subject_id: body.tasks[0].id }]);
});

test("nobody takes back another's log, an old one, or one that never was", async () => {
  const clientRef = newRef();
  const admin = await sessionOf(app, tenant, tenant.adminUserId);
  await save({ clientRef, contact: meal() }, admin);
  expect((await takeBack(clientRef)).body.code).toBe("quick_log.not_found");
  expect((await takeBack(newRef())).body.code).toBe("quick_log.not_found");
  await askTenant(
    world,
    tenant,
    `update quick_log set logged_at = logged_at - interval '11 minutes' where client_ref = '${clientRef}'`,
  );
  expect((await takeBack(clientRef, admin)).body.code).toBe("quick_log.too_late");
  const stolen = await save({ clientRef, contact: meal() });
  expect(stolen.body.code).toBe("quick_log.ref_conflict");
});

test("roles that only look may not; own sight and other workspaces find no such account", async () => {
  const analyst = await sessionOf(app, tenant, await makeUser(world, tenant, "analyst"));
  expect((await save({ contact: meal() }, analyst)).body.code).toBe("access.not_permitted");
  const colleague = await sessionOf(app, tenant, await makeUser(world, tenant, "manager"));
  const foreign = await makeTenant(world);
  const stranger = await sessionOf(app, foreign, foreign.adminUserId);
  for (const caller of [colleague, stranger])
    expect((await save({ contact: meal() }, caller)).body.code).toBe(
      "interaction.account_not_found",
    );
});

test("the directory names one's own accounts and those asked for, in sight only, and costs nothing unchanged", async () => {
  const others = await makeAccount(world, tenant, { name: "同事的客户" });
  await askTenant(world, tenant, `update person set restricted_at = null where id = '${personId}'`);
  const { body, headers } = await manager(quickLogs.directory, {});
  const mine = body.accounts.find(({ id }: { id: string }) => id === accountId);
  expect(mine).toMatchObject({
    name: "速记客户",
    pinyin: "su ji ke hu",
    people: [{ id: personId, name: "张总", pinyin: "zhang zong" }],
  });
  expect(Object.keys(mine.people[0]).sort()).toEqual(["id", "name", "pinyin", "title"]);
  expect(JSON.stringify(body)).not.toContain(others);
  const asked = await manager(quickLogs.directory, { query: { recent: others as never } });
  expect(JSON.stringify(asked.body), "not in the manager's sight").not.toContain(others);
  const admin = await sessionOf(app, tenant, tenant.adminUserId);
  const shown = await admin(quickLogs.directory, { query: { recent: others as never } });
  expect(shown.body.accounts.map(({ id }: { id: string }) => id)).toEqual([others]);
  const again = await manager(quickLogs.directory, {
    headers: { "if-none-match": String(headers["etag"]) },
  });
  expect(again.status).toBe(304);
});

test("whose use is restricted is not in the directory", async () => {
  const own = await makeAccount(world, tenant, { name: "限制客户", manager_user_id: managerId });
  const hidden = await personAt(own, "限制者");
  await askTenant(world, tenant, `update person set restricted_at = now() where id = '${hidden}'`);
  const { body } = await manager(quickLogs.directory, {});
  expect(JSON.stringify(body)).not.toContain(hidden);
  expect((await manager(accounts.get, { params: { accountId: own } })).status).toBe(200);
});

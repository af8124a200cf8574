import { interactions } from "@mainstay/contract/interaction";
import { lifecycles, type RunStep } from "@mainstay/contract/lifecycle";
import { playbooks } from "@mainstay/contract/playbook";
import { tasks } from "@mainstay/contract/task";
import { workdays } from "@mainstay/contract/workday";
import type { PlaybookStep } from "@mainstay/domain/playbook/playbook-step";
import { beforeAll, expect, test } from "vitest";
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
let admin: TestCaller;
const today = testDay();

beforeAll(async () => {
  world = await testWorld();
  app = await testApp();
  tenant = await makeTenant(world);
  admin = await sessionOf(app, tenant, tenant.adminUserId);
});

const words = (name: string) => ({ zh: `步骤 ${name}`, en: `Step ${name}` });
const step = (key: string, more: Partial<PlaybookStep> = {}): PlaybookStep => ({
  key,
  title: words(key),
  why: words(`${key} why`),
  done: words(`${key} done`),
  ownerRole: "manager",
  after: null,
  offset: 1,
  repeat: null,
  contactKinds: [],
  ...more,
});
const publish = (
  stage: "onboarding" | "stable" | "deep" | "symbiosis",
  steps: PlaybookStep[],
  baseVersion: number,
  who = admin,
) =>
  who(playbooks.publish, {
    params: { stage },
    body: { steps, baseVersion, note: "季度修订" } as never,
  });
const enter = async (accountId: string, stage: string, on: string, who = admin) =>
  (
    await who(lifecycles.enter, {
      params: { accountId },
      body: { stage, how: "manual", reason: "签约", on } as never,
      headers: { "if-match": "*" },
    })
  ).body;
const stepsOf = async (accountId: string): Promise<Record<string, RunStep>> => {
  const { body } = await admin(lifecycles.get, { params: { accountId } });
  return Object.fromEntries(body.run.steps.map((one: RunStep) => [one.key, one]));
};
const workOn = (
  act: "complete" | "drop" | "reopen" | "skip",
  one: RunStep | undefined,
  body?: object,
) =>
  admin(tasks[act], {
    params: { taskId: one?.taskId ?? "" },
    body: body as never,
    headers: { "if-match": "*" },
  });

test("every stage ships a playbook, told whole, that nobody has published", async () => {
  const { body } = await admin(playbooks.list);
  expect(
    body.items.map(({ stage, version }: { stage: string; version: number }) => [stage, version]),
  ).toEqual([
    ["onboarding", 1],
    ["stable", 1],
    ["deep", 1],
    ["symbiosis", 1],
  ]);
  const one = await admin(playbooks.get, { params: { stage: "deep" } });
  expect(one.body).toMatchObject({ version: 1, can: { edit: true } });
  expect(one.body.versions[0]).toMatchObject({ publishedBy: null, publishedAt: null });
  expect(one.body.versions[0].steps.length).toBeGreaterThan(9);
});

test("a version at work keeps running when a new one is published, and says that it is older", async () => {
  const first = await makeAccount(world, tenant, { name: "老版本" });
  await publish("deep", [step("a"), step("b", { offset: 3 })], 1);
  await enter(first, "deep", "2026-03-02");
  const published = await publish("deep", [step("a", { offset: 9 }), step("c")], 2);
  expect(published.status).toBe(201);
  expect(published.body).toMatchObject({ version: 3 });
  expect(
    published.body.versions.map((one: { version: number; running: number }) => [
      one.version,
      one.running,
    ]),
  ).toEqual([
    [3, 0],
    [2, 1],
    [1, 0],
  ]);
  const kept = (await admin(lifecycles.get, { params: { accountId: first } })).body.run;
  expect(kept).toMatchObject({ version: 2, currentVersion: 3 });
  expect(kept.steps.map((one: RunStep) => [one.key, one.dueOn])).toEqual([
    ["a", "2026-03-03"],
    ["b", "2026-03-05"],
  ]);
  const second = await makeAccount(world, tenant, { name: "新版本" });
  expect((await enter(second, "deep", "2026-03-02")).run).toMatchObject({ version: 3 });
  expect(await auditOf(world, tenant, "playbook.published", "deep")).toHaveLength(2);
});

test("a circle, an unknown step and an overtaken publication are refused with their names", async () => {
  const circle = await publish(
    "symbiosis",
    [step("a", { after: "b" }), step("b", { after: "a" })],
    1,
  );
  expect(circle.body).toMatchObject({ code: "playbook.invalid" });
  expect(circle.body.params.faults).toEqual([{ code: "cycle", steps: ["a", "b"] }]);
  expect(circle.body.params.problem).toContain("“步骤 a” → “步骤 b”");
  const unknown = await publish("symbiosis", [step("a", { after: "gone" })], 1);
  expect(unknown.body.params.faults).toEqual([{ code: "unknown_step", steps: ["a"] }]);
  expect((await publish("symbiosis", [step("a")], 7)).body.code).toBe("playbook.version_conflict");
  const both = await Promise.all([
    publish("symbiosis", [step("a")], 1),
    publish("symbiosis", [step("b")], 1),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
});

test("a preview shows make-up days and holidays passed, expectations, and days not yet official", async () => {
  const preview = async (steps: PlaybookStep[], startOn: string) =>
    (
      await admin(playbooks.preview, {
        params: { stage: "stable" },
        body: { steps, startOn } as never,
      })
    ).body;
  const steps = [
    step("a", { offset: 6 }),
    step("b", { after: "a", offset: 1 }),
    step("c", { offset: -4 }),
  ];
  expect((await preview(steps, "2026-09-24")).planned).toMatchObject([
    { key: "c", dueOn: "2026-09-20", isMadeUpDay: true },
    { key: "a", dueOn: "2026-10-10", isMadeUpDay: true, holidaysPassed: 6, isExpected: false },
    { key: "b", dueOn: "2026-10-12", isExpected: true, provisional: false },
  ]);
  const spring = await preview([step("a", { offset: 2 })], "2027-02-03");
  expect(spring.planned).toMatchObject([
    { dueOn: "2027-02-09", provisional: true, holidaysPassed: 2 },
  ]);
  const far = await preview([step("a", { offset: 1 })], "2031-10-01");
  expect(far.planned).toMatchObject([{ dueOn: "2031-10-02", provisional: true }]);
  expect(await preview([step("a", { after: "a" })], "2026-01-05")).toMatchObject({
    faults: [{ code: "cycle", steps: ["a"] }],
    planned: [],
  });
});

test("a step is skipped only for a reason; one that waits is dated from the day its step was finished", async () => {
  const accountId = await makeAccount(world, tenant, { name: "步骤客户" });
  const { version } = (await admin(playbooks.get, { params: { stage: "stable" } })).body;
  await publish("stable", [step("meet"), step("report", { after: "meet", offset: 2 })], version);
  await enter(accountId, "stable", "2026-03-02");
  const before = await stepsOf(accountId);
  expect(before["report"]).toMatchObject({ state: "waiting", waitsFor: "步骤 meet", taskId: null });
  expect((await workOn("drop", before["meet"])).body.code).toBe("task.skip_needs_reason");
  expect((await workOn("skip", before["meet"], { reason: " " })).body.code).toBe("request.invalid");
  const skipped = await workOn("skip", before["meet"], { reason: "客户改为线上" });
  expect(skipped.body).toMatchObject({ status: "dropped", skipReason: "客户改为线上" });
  const after = await stepsOf(accountId);
  expect(after["meet"]).toMatchObject({
    state: "dropped",
    finishedOn: today,
    skipReason: "客户改为线上",
  });
  expect(after["report"]).toMatchObject({ state: "open", waitsFor: null });
  expect((after["report"]?.dueOn ?? "") > today).toBe(true);
  expect(await auditOf(world, tenant, "task.skipped", before["meet"]?.taskId ?? "")).toHaveLength(
    1,
  );
  await workOn("complete", after["report"]);
  const { run } = (await admin(lifecycles.get, { params: { accountId } })).body;
  expect(run).toMatchObject({ status: "done", endedOn: today });
  expect(await auditOf(world, tenant, "playbook.completed", accountId)).toHaveLength(1);
  expect((await workOn("reopen", after["report"])).body.status).toBe("open");
  expect((await stepsOf(accountId))["report"]).toMatchObject({ state: "open", finishedOn: null });
  await enter(accountId, "deep", today);
  expect((await workOn("reopen", after["report"])).body.code).toBe("task.run_over");
});

test("a matching contact does its step by itself, once, and what waited goes on", async () => {
  const accountId = await makeAccount(world, tenant, { name: "联系客户" });
  const { version } = (await admin(playbooks.get, { params: { stage: "onboarding" } })).body;
  const sync = step("sync", { offset: 1, repeat: { every: 1, times: 2 }, contactKinds: ["call"] });
  await publish("onboarding", [sync, step("note", { after: "sync", offset: 1 })], version);
  await enter(accountId, "onboarding", today);
  const log = () =>
    admin(interactions.log, {
      params: { accountId },
      body: {
        kind: "call",
        occurredOn: today,
        isTwoWay: true,
        summary: "周沟通",
        personIds: [],
      } as never,
    });
  expect((await log()).status).toBe(201);
  const one = await stepsOf(accountId);
  expect(one["sync#1"]).toMatchObject({ state: "done", metByContact: true, finishedOn: today });
  expect(one["sync#2"]).toMatchObject({ state: "open" });
  expect((await log()).status).toBe(201);
  const two = await stepsOf(accountId);
  expect(two["sync#2"]).toMatchObject({ state: "open" });
  await workOn("complete", two["sync#2"]);
  expect((await stepsOf(accountId))["note"]).toMatchObject({ state: "open" });
});

test("a step goes to its role's holder; who has left is passed over, and nobody is shown as nobody", async () => {
  const [managerId, backupId] = [
    await makeUser(world, tenant, "manager"),
    await makeUser(world, tenant, "manager"),
  ];
  const accountId = await makeAccount(world, tenant, {
    name: "角色客户",
    manager_user_id: managerId,
    backup_user_id: backupId,
  });
  const { version } = (await admin(playbooks.get, { params: { stage: "deep" } })).body;
  await publish("deep", [step("m"), step("s", { ownerRole: "sponsor" })], version);
  await askTenant(world, tenant, `update app_user set is_active = false where id = '${managerId}'`);
  await enter(accountId, "deep", "2026-03-02");
  const owned = await stepsOf(accountId);
  expect([owned["m"]?.owner?.id, owned["s"]?.owner?.id]).toEqual([backupId, backupId]);
  await askTenant(world, tenant, `update app_user set is_active = false where id = '${backupId}'`);
  const alone = await makeAccount(world, tenant, { name: "无人客户", manager_user_id: managerId });
  await enter(alone, "deep", "2026-03-02");
  expect((await stepsOf(alone))["m"]?.owner).toBeNull();
});

test("open steps are dated anew when a year becomes official; days set by a person stay", async () => {
  const own = await makeTenant(world);
  const caller = await sessionOf(app, own, own.adminUserId);
  const accountId = await makeAccount(world, own, { name: "跨年客户" });
  const steps = [
    step("a", { offset: 2 }),
    step("b", { offset: 3 }),
    step("c", { after: "a", offset: 1 }),
  ];
  await publish("deep", steps, 1, caller);
  await askTenant(
    world,
    own,
    `insert into playbook_run (tenant_id, id, account_id, stage, version, started_on, plan)
    values ('${own.tenantId}', gen_random_uuid(), '${accountId}', 'deep', 2, '2027-02-03', '{"a": "2027-02-09", "b": "2027-02-10"}')`,
  );
  await askTenant(
    world,
    own,
    `insert into task (tenant_id, id, account_id, title, due_on, origin, origin_id, step_key)
    select '${own.tenantId}', gen_random_uuid(), '${accountId}', s.key, s.due::date, 'playbook', r.id, s.key
    from playbook_run r, (values ('a', '2027-02-09'), ('b', '2027-02-20')) as s (key, due) where r.account_id = '${accountId}'`,
  );
  const listed = async () =>
    (await caller(tasks.list, { query: { accountId } as never })).body.items.map(
      (one: { title: string; dueOn: string; provisional: boolean }) => [
        one.title,
        one.dueOn,
        one.provisional,
      ],
    );
  expect(await listed()).toEqual([
    ["a", "2027-02-09", true],
    ["b", "2027-02-20", false],
  ]);
  const year = async () => (await caller(workdays.list, { query: { year: 2027 } })).body;
  expect(await year()).toMatchObject({ status: "preliminary", isOwn: false });
  const text =
    "2027-02-05 休 春节\n2027-02-08 休 春节\n2027-02-09 休 春节\n2027-02-10 休 春节\n2027-02-20 班 春节调休";
  const taken = await caller(workdays.importText, { body: { text, as: "official" } });
  expect(taken.body).toEqual({ days: 5, redated: 1 });
  expect(await year()).toMatchObject({ status: "official", isOwn: true });
  expect(await listed()).toEqual([
    ["a", "2027-02-11", false],
    ["b", "2027-02-20", false],
  ]);
  const [redated] = await auditOf(world, own, "playbook.redated", accountId);
  expect(redated?.detail).toMatchObject({ moves: [{ from: "2027-02-09", to: "2027-02-11" }] });
});

test("only directors and administrators publish; another workspace has its own playbooks", async () => {
  const manager = await sessionOf(app, tenant, await makeUser(world, tenant, "manager"));
  expect((await publish("deep", [step("x")], 1, manager)).status).toBe(403);
  expect((await manager(playbooks.get, { params: { stage: "deep" } })).body.can.edit).toBe(false);
  const foreign = await makeTenant(world);
  const stranger = await sessionOf(app, foreign, foreign.adminUserId);
  expect((await stranger(playbooks.get, { params: { stage: "deep" } })).body).toMatchObject({
    version: 1,
  });
});

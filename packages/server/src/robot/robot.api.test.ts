import { outgoingMessages } from "@mainstay/contract/mail";
import { robots } from "@mainstay/contract/robot";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { buildApp } from "../app.ts";
import type { News } from "../notification/notify.ts";
import { tell } from "../notification/notification-test-bench.ts";
import { newId } from "../platform/clock/new-id.ts";
import type { App } from "../platform/http/app.ts";
import { sessionOf, type TestCaller, testConfig } from "../platform/http/test-app.ts";
import { createLog } from "../platform/log/create-log.ts";
import { createMailSender } from "../platform/outside/send-mail.ts";
import { createRobotPost } from "../platform/outside/post-to-robot.ts";
import { askTenant, auditOf } from "../platform/test-world/ask-tenant.ts";
import { makeAccount } from "../platform/test-world/make-account.ts";
import { makeTenant, makeUser, type TestTenant } from "../platform/test-world/make-tenant.ts";
import { type TestWorld, testWorld } from "../platform/test-world/test-world.ts";
import { deliverRobotMessages } from "./deliver-robot-messages.ts";
import { startRobotServer } from "./robot-test-server.ts";

let app: App;
let world: TestWorld;
let tenant: TestTenant;
let admin: TestCaller;
let managerId: string;
let accountId: string;
let now: Date;
let platform: Awaited<ReturnType<typeof startRobotServer>>;
const logged: string[] = [];
const key = "693a91f6-7aaa-4bc4-97a0-0ec2sifa5bbb";
const wecom = `https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=${key}`;
const ding = `https://oapi.dingtalk.com/robot/send?access_token=${"d".repeat(64)}`;

beforeAll(async () => {
  world = await testWorld();
  platform = await startRobotServer();
  app = await buildApp({
    database: world.database,
    config: testConfig(),
    clock: { now: () => now },
    log: createLog("trace", { write: (line) => void logged.push(line) }),
    outside: { sendMail: createMailSender(), postToRobot: platform.postToRobot },
  });
});
afterAll(() => platform.stop());
beforeEach(async () => {
  now = new Date();
  platform.posted.length = 0;
  platform.answer({ body: { errcode: 0, code: 0 } });
  tenant = await makeTenant(world);
  admin = await sessionOf(app, tenant, tenant.adminUserId);
  managerId = await makeUser(world, tenant, "manager");
  accountId = await makeAccount(world, tenant, {
    name: "万华化学集团",
    short_name: "万华",
    manager_user_id: managerId,
  });
});

const terms = {
  name: "华东群",
  keyword: null,
  kinds: ["obligation_overdue" as const, "handover_started" as const],
  scope: "all" as const,
  departmentId: null,
  locale: "zh-CN" as const,
  quietFrom: null,
  quietTo: null,
  workdaysOnly: false,
};
const add = (about: object = {}, who = admin) =>
  who(robots.add, { body: { ...terms, address: wecom, ...about } as never });
const added = async (about: object = {}): Promise<string> => (await add(about)).body.id;
const edit = (robotId: string, about: object, headers = { "if-match": "*" }) =>
  admin(robots.edit, {
    params: { robotId },
    body: { ...terms, isPaused: false, ...about } as never,
    headers,
  });
const overdue = (about: Partial<News> = {}): News =>
  ({
    userIds: [managerId],
    kind: "obligation_overdue",
    subjectKind: "obligation",
    subjectId: newId(),
    accountId,
    reason: { params: { obligationKind: "visit", dueOn: "2026-11-20" } },
    dedupeKey: newId(),
    ...about,
  }) as News;
const deliver = (robotId: string, postToRobot = platform.postToRobot) =>
  deliverRobotMessages(
    {
      tenantId: tenant.tenantId,
      database: world.database,
      keyRing: app.keyRing,
      clock: app.clock,
      log: app.log,
      outside: { ...app.outside, postToRobot },
    },
    robotId,
  );
const later = (ms: number) => {
  now = new Date(now.getTime() + ms);
};
const statuses = async () =>
  (
    await askTenant<{ status: string }>(
      world,
      tenant,
      "select status from robot_message order by created_at",
    )
  ).map(({ status }) => status);

test("what waits goes out as one message, once, whichever of two workers is first; a bucket keeps the distance", async () => {
  const robotId = await added();
  const news = overdue();
  await tell(world, tenant, [news, overdue(), overdue({ kind: "task_due" })]);
  await tell(world, tenant, [news]);
  await Promise.all([deliver(robotId), deliver(robotId)]);
  expect(platform.posted).toHaveLength(1);
  const { content } = (platform.posted[0]?.body["markdown"] ?? {}) as { content: string };
  expect(content.match(/拜访已逾期.* · 万华 \[查看\]/g)).toHaveLength(2);
  expect(content).toContain(`/accounts/${accountId}/cycle)`);
  expect(await statuses()).toEqual(["sent", "sent"]);
  await tell(world, tenant, [overdue()]);
  later(2_000);
  await deliver(robotId);
  expect(platform.posted).toHaveLength(1);
  later(1_000);
  await deliver(robotId);
  expect(platform.posted).toHaveLength(2);
});

test("news about a case leads to the case itself", async () => {
  const robotId = await added({ kinds: ["case_overdue"] });
  const caseId = newId();
  const reason = {
    params: { caseKind: "fault", level: "major", clock: "solve", dueAt: now.toISOString() },
  };
  const news = { kind: "case_overdue", subjectKind: "case", subjectId: caseId, reason } as const;
  await tell(world, tenant, [overdue(news as never)]);
  await deliver(robotId);
  const { content } = (platform.posted[0]?.body["markdown"] ?? {}) as { content: string };
  expect(content).toContain(`/cases/${caseId})`);
});

test("a department's robot hears of the accounts its people look after, and of no others", async () => {
  const [above, below] = [newId(), newId()];
  await askTenant(
    world,
    tenant,
    `insert into department (tenant_id, id, name, parent_id) values
      ('${tenant.tenantId}', '${above}', '大客户部', null), ('${tenant.tenantId}', '${below}', '一组', '${above}');`,
  );
  await askTenant(
    world,
    tenant,
    `update app_user set department_id = '${below}' where id = '${managerId}'`,
  );
  const elsewhere = await makeAccount(world, tenant, { name: "别组的客户" });
  expect((await add({ scope: "department" })).body.code).toBe("robot.department_needed");
  await added({ scope: "department", departmentId: above });
  await tell(world, tenant, [
    overdue(),
    overdue({ accountId: elsewhere }),
    overdue({ accountId: null }),
  ]);
  expect(await statuses()).toEqual(["waiting"]);
});

test("HTTP 200 with an error is a refusal, dead at once with its reason, and goes out when sent again", async () => {
  const robotId = await added();
  platform.answer({ body: { errcode: 93000, errmsg: `invalid webhook url key=${key}` } });
  await tell(world, tenant, [overdue()]);
  await deliver(robotId);
  const { body } = await admin(outgoingMessages.list);
  expect(body.items).toMatchObject([
    { channel: "robot", to: "华东群", kind: "obligation_overdue", account: "万华", attempts: 1 },
  ]);
  expect(body.items[0].lastError).toBe("93000 invalid webhook url key=…");
  platform.answer({ body: { errcode: 0 } });
  later(10_000);
  await admin(outgoingMessages.sendAgain, { params: { messageId: body.items[0].id } });
  await deliver(robotId);
  expect(await statuses()).toEqual(["sent"]);
});

test("500, silence and an answer that is none are tried five times with pauses, then dead", async () => {
  const robotId = await added();
  await tell(world, tenant, [overdue()]);
  const replies = [{ status: 500 }, "hang", { body: "<html>" }, { status: 502 }, { status: 500 }];
  for (const [at, reply] of replies.entries()) {
    platform.answer(reply as never);
    await deliver(robotId);
    await deliver(robotId);
    expect(platform.posted).toHaveLength(at + 1);
    expect(await statuses()).toEqual([at === 4 ? "dead" : "waiting"]);
    later(61_000);
  }
});

test("a robot that was throttled rests for as long as its platform says", async () => {
  const robotId = await added({ address: ding, secret: "SEC0001" });
  platform.answer({ body: { errcode: 130101, errmsg: "send too fast" } });
  await tell(world, tenant, [overdue()]);
  await deliver(robotId);
  later(9 * 60_000);
  await deliver(robotId);
  expect(platform.posted).toHaveLength(1);
  platform.answer({ body: { errcode: 0 } });
  later(61_000);
  await deliver(robotId);
  expect(platform.posted).toHaveLength(2);
  expect(platform.posted[1]?.path).toMatch(/&timestamp=\d{13}&sign=/);
  expect(await statuses()).toEqual(["sent"]);
});

test("a redirect is not followed, and a host that is not on the list is never asked", async () => {
  const robotId = await added();
  platform.answer({ status: 302, location: `http://${platform.host}/elsewhere` });
  await tell(world, tenant, [overdue()]);
  await deliver(robotId);
  expect(platform.posted.map(({ path }) => path)).toEqual([`/cgi-bin/webhook/send?key=${key}`]);
  expect(await statuses()).toEqual(["dead"]);
  const post = createRobotPost();
  for (const url of [
    "http://qyapi.weixin.qq.com/x",
    `https://${platform.host}/x`,
    "https://169.254.169.254/latest",
  ]) {
    expect((await post(new URL(url), {})).text).toBe("host_not_allowed");
  }
});

test("a paused robot is told nothing; in its quiet hours it waits, whatever people's own hours are", async () => {
  const robotId = await added();
  await edit(robotId, { isPaused: true });
  await tell(world, tenant, [overdue()]);
  expect(await statuses()).toEqual([]);
  await askTenant(world, tenant, "update tenant set time_zone = 'Asia/Shanghai'");
  await edit(robotId, { quietFrom: 22 * 60, quietTo: 7 * 60 });
  await tell(world, tenant, [overdue()]);
  now = new Date(`${now.toISOString().slice(0, 10)}T15:00:00Z`);
  later(86_400_000);
  await deliver(robotId);
  expect(platform.posted).toEqual([]);
  later(9 * 3_600_000);
  await deliver(robotId);
  expect(platform.posted).toHaveLength(1);
});

test("a clock that was put back leaves nothing waiting", async () => {
  const robotId = await added();
  later(86_400_000);
  await tell(world, tenant, [overdue()]);
  platform.answer({ status: 500 });
  await deliver(robotId);
  later(-86_400_000);
  platform.answer({ body: { errcode: 0 } });
  await deliver(robotId);
  expect(await statuses()).toEqual(["sent"]);
});

test("whoever tells news does not wait for a robot that hangs", async () => {
  const robotId = await added();
  await tell(world, tenant, [overdue()]);
  let release: () => void = () => {};
  let begun: () => void = () => {};
  const hasBegun = new Promise<void>((resolve) => (begun = resolve));
  const delivering = deliver(robotId, async () => {
    begun();
    await new Promise<void>((resolve) => (release = resolve));
    return { status: 200, text: '{"errcode":0}' };
  });
  await hasBegun;
  await tell(world, tenant, [overdue()]);
  release();
  await delivering;
  expect(await statuses()).toEqual(["sent", "waiting"]);
});

test("a robot is added by its address, which is sealed, masked, and neither in the audit nor in the log", async () => {
  const made = await add({ address: ding, secret: "SEC-very-secret" });
  expect(made.status).toBe(201);
  expect(made.body).toMatchObject({
    kind: "dingtalk",
    addressHint: "dddd",
    hasSecret: true,
    version: 1,
  });
  const { id } = made.body;
  const renamed = await edit(id, { name: "改名", keyword: "提醒" });
  expect(renamed.body).toMatchObject({
    name: "改名",
    hasSecret: true,
    version: 2,
    kind: "dingtalk",
  });
  const moved = await edit(id, { name: "改名", address: wecom });
  expect(moved.body).toMatchObject({ kind: "wecom", addressHint: "5bbb", hasSecret: false });
  expect((await admin(robots.check, { params: { robotId: id } })).body).toEqual({ isFine: true });
  platform.answer({ body: { errcode: 93000, errmsg: "no" } });
  const failed = await admin(robots.check, { params: { robotId: id } });
  expect(failed.body).toMatchObject({ code: "robot.not_delivered" });
  expect(platform.posted[0]?.body).toMatchObject({ msgtype: "text" });
  const acts = [
    await auditOf(world, tenant, "robot.added", id),
    await auditOf(world, tenant, "robot.edited", id),
    await auditOf(world, tenant, "robot.tested", id),
  ];
  expect(acts.map((rows) => rows.length)).toEqual([1, 2, 2]);
  const listed = (await admin(robots.list)).body;
  const everything = JSON.stringify([acts, logged, listed, made.body, failed.body]);
  for (const secret of [key, "d".repeat(20), "SEC-very-secret"]) {
    expect(everything).not.toContain(secret);
  }
  const clear = await askTenant(
    world,
    tenant,
    `select 1 from robot where encode(url_sealed, 'escape') like '%qyapi%'`,
  );
  expect(clear).toEqual([]);
  expect((await admin(robots.remove, { params: { robotId: id } })).status).toBe(204);
  expect(await auditOf(world, tenant, "robot.removed", id)).toHaveLength(1);
});

test("what cannot be is refused with its reason; only administrators, and only of their own workspace", async () => {
  const id = await added();
  const refused: [object, string][] = [
    [{ name: "华东群" }, "robot.name_taken"],
    [{ name: "二", address: "https://evil.test/?key=12345678" }, "robot.address_unknown"],
    [{ name: "二", secret: "x" }, "robot.secret_invalid"],
    [{ name: "二", quietFrom: 60 }, "request.invalid"],
    [{ name: "二", kinds: ["day_ahead"] }, "request.invalid"],
    [{ name: "二", scope: "department", departmentId: newId() }, "robot.department_needed"],
  ];
  for (const [about, code] of refused) expect((await add(about)).body.code, code).toBe(code);
  const manager = await sessionOf(app, tenant, managerId);
  expect((await add({ name: "二" }, manager)).status).toBe(403);
  const both = await Promise.all([
    edit(id, { name: "甲" }, { "if-match": '"1"' }),
    edit(id, { name: "乙" }, { "if-match": '"1"' }),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
  const elsewhere = await makeTenant(world);
  const other = await sessionOf(app, elsewhere, elsewhere.adminUserId);
  const params = { robotId: id };
  expect((await other(robots.remove, { params })).body.code).toBe("robot.not_found");
  expect((await other(robots.check, { params })).body.code).toBe("robot.not_found");
  expect((await other(robots.list)).body.items).toEqual([]);
});

import { mailSettings, outgoingMessages } from "@mainstay/contract/mail";
import { notifications } from "@mainstay/contract/notification";
import { afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { buildApp } from "../app.ts";
import { taskNews, tell } from "../notification/notification-test-bench.ts";
import { readZoneTime } from "../notification/zone-time.ts";
import { withTenant } from "../platform/db/open-transaction.ts";
import { systemScope } from "../platform/db/tenant-scope.ts";
import type { App } from "../platform/http/app.ts";
import { sessionOf, type TestCaller, testConfig } from "../platform/http/test-app.ts";
import { createLog } from "../platform/log/create-log.ts";
import { createMailSender } from "../platform/outside/send-mail.ts";
import { askTenant, auditOf } from "../platform/test-world/ask-tenant.ts";
import { makeAccount } from "../platform/test-world/make-account.ts";
import { makeTenant, makeUser, type TestTenant } from "../platform/test-world/make-tenant.ts";
import { type TestWorld, testWorld } from "../platform/test-world/test-world.ts";
import { composeDigests } from "./compose-digests.ts";
import { loopbackCertificate } from "./loopback-certificate.ts";
import { startMailServer, startSilentServer, textOf } from "./mail-test-server.ts";
import { sendWaitingMail } from "./send-waiting-mail.ts";

let app: App;
let world: TestWorld;
let tenant: TestTenant;
let admin: TestCaller;
let liId: string;
let now: Date;
const stops: (() => Promise<void>)[] = [];
const logged: string[] = [];
const login = { user: "mainstay", password: "correct horse battery" };

beforeAll(async () => {
  world = await testWorld();
  const sendMail = createMailSender({
    connectMs: 400,
    silenceMs: 600,
    wholeMs: 1_000,
    ca: loopbackCertificate,
  });
  app = await buildApp({
    database: world.database,
    config: testConfig(),
    clock: { now: () => now },
    log: createLog("trace", { write: (line) => void logged.push(line) }),
    outside: { sendMail, postToRobot: async () => ({ status: 0, text: "unused" }) },
  });
});
beforeEach(async () => {
  now = new Date();
  tenant = await makeTenant(world);
  admin = await sessionOf(app, tenant, tenant.adminUserId);
  liId = await makeUser(world, tenant, "manager");
  await askTenant(world, tenant, `update app_user set name = '李明' where id = '${liId}'`);
});
afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()));
});

const serverOf = async (wanted: Parameters<typeof startMailServer>[0] = {}) => {
  const server = await startMailServer(wanted);
  stops.push(server.stop);
  return server;
};
const setUp = (port: number, about: object = {}, who = admin) =>
  who(mailSettings.save, {
    body: {
      host: "localhost",
      port,
      security: "starttls",
      userName: null,
      password: null,
      fromAddress: "mainstay@example.test",
      isEnabled: true,
      ...about,
    },
    headers: { "if-match": "*" },
  });
const noon = { today: "2026-11-23", minuteOfDay: 12 * 60, isWorkday: true };
const compose = (time = noon) =>
  withTenant(world.database, systemScope(tenant.tenantId), (tx) =>
    composeDigests(tx, tenant.tenantId, now, time),
  );
const send = () =>
  sendWaitingMail({
    tenantId: tenant.tenantId,
    database: world.database,
    keyRing: app.keyRing,
    clock: app.clock,
    log: app.log,
    outside: app.outside,
  });
const outbox = () =>
  askTenant<{ id: string; status: string; attempts: number; last_error: string | null }>(
    world,
    tenant,
    "select id, status, attempts, last_error from mail_outbox order by created_at",
  );
const later = (ms: number) => {
  now = new Date(now.getTime() + ms);
};

test("a digest goes by STARTTLS with a login, once, to the reader's own address and in their sight only", async () => {
  const server = await serverOf({ login });
  const { status, body } = await setUp(server.port, {
    userName: login.user,
    password: login.password,
  });
  expect(status).toBe(200);
  expect(JSON.stringify(body)).not.toContain(login.password);
  const mine = await makeAccount(world, tenant, { name: "万华 & Co", manager_user_id: liId });
  const hidden = await makeAccount(world, tenant, { name: "别人的客户" });
  await tell(world, tenant, [
    taskNews([liId], { accountId: mine }),
    taskNews([liId], { accountId: hidden }),
  ]);
  expect(await compose()).toBe(1);
  expect(await compose()).toBe(0);
  await Promise.all([send(), send()]);
  const [mail] = server.taken;
  expect(server.taken).toHaveLength(1);
  expect(mail).toMatchObject({
    to: `${liId}@example.test`,
    from: "mainstay@example.test",
    isEncrypted: true,
    user: login.user,
  });
  const text = textOf(mail?.raw ?? "");
  expect(text).toContain("李明，您好");
  expect(text).toContain("万华 & Co");
  expect(text).toContain("万华 &amp; Co");
  expect(text).not.toContain("别人的客户");
  expect(mail?.raw).toMatch(/^Message-ID: <digest\.[0-9a-f]{40}@example\.test>\r$/im);
  expect(mail?.raw).toMatch(/^Auto-Submitted: auto-generated\r$/im);
  expect(await outbox()).toMatchObject([{ status: "sent", attempts: 1 }]);
});

test("what was read meanwhile is not mailed, nor is anything to who wants no mail", async () => {
  const server = await serverOf();
  await setUp(server.port);
  await tell(world, tenant, [taskNews([liId])]);
  await (await sessionOf(app, tenant, liId))(notifications.readAll);
  expect(await compose()).toBe(0);
});

test("a crash between the server's yes and our note sends that mail once more under the same Message-ID", async () => {
  const server = await serverOf();
  await setUp(server.port);
  await tell(world, tenant, [taskNews([liId])]);
  await compose();
  const crashing = {
    ...app.outside,
    sendMail: async (...args: Parameters<App["outside"]["sendMail"]>) => {
      await app.outside.sendMail(...args);
      throw new Error("killed");
    },
  };
  const broken = sendWaitingMail({
    tenantId: tenant.tenantId,
    database: world.database,
    keyRing: app.keyRing,
    clock: app.clock,
    log: app.log,
    outside: crashing,
  });
  await expect(broken).rejects.toThrow("killed");
  expect(await outbox()).toMatchObject([{ status: "waiting" }]);
  await send();
  await send();
  const ids = server.taken.map(({ raw }) => /^Message-ID: (.*)\r$/im.exec(raw)?.[1]);
  expect(ids).toHaveLength(2);
  expect(new Set(ids).size).toBe(1);
});

test("451 waits with growing pauses and then goes through; 550 is dead with its reason until it is sent again", async () => {
  const server = await serverOf({
    refuse: (nth) =>
      nth <= 2
        ? { code: 451, words: "Try again later" }
        : nth === 4
          ? { code: 550, words: "No such mailbox" }
          : null,
  });
  await setUp(server.port);
  await tell(world, tenant, [taskNews([liId])]);
  await compose();
  await send();
  await send();
  expect(server.offered()).toBe(1);
  later(31_000);
  await send();
  later(61_000);
  await send();
  expect(await outbox()).toMatchObject([{ status: "sent", attempts: 3 }]);
  await tell(world, tenant, [taskNews([liId])]);
  await compose({ ...noon, today: "2026-11-24" });
  await send();
  const dead = await admin(outgoingMessages.list);
  expect(dead.body).toMatchObject({
    total: 1,
    items: [{ channel: "mail", to: "李明", status: "dead" }],
  });
  const [{ id, lastError }] = dead.body.items;
  expect(lastError).toContain("550 No such mailbox");
  const manager = await sessionOf(app, tenant, liId);
  const params = { messageId: id };
  expect((await manager(outgoingMessages.sendAgain, { params })).status).toBe(403);
  expect((await admin(outgoingMessages.sendAgain, { params })).status).toBe(204);
  expect((await admin(outgoingMessages.sendAgain, { params })).body.code).toBe(
    "outgoing_message.not_dead",
  );
  await send();
  expect((await outbox()).map(({ status }) => status)).toEqual(["sent", "sent"]);
  expect(await auditOf(world, tenant, "outgoing_message.sent_again", id)).toHaveLength(1);
});

test("a server that refuses the login rests with all that waits; once the password is right everything goes", async () => {
  const server = await serverOf({ login });
  await setUp(server.port, { userName: login.user, password: "wrong" });
  await tell(world, tenant, [taskNews([liId, tenant.adminUserId])]);
  await compose();
  await send();
  await send();
  expect((await outbox()).map(({ status }) => status)).toEqual(["waiting", "waiting"]);
  const { body } = await admin(mailSettings.get);
  expect(body.setting).toMatchObject({ dead: 0, waiting: 2 });
  expect(body.setting.lastError).toContain("EAUTH");
  await setUp(server.port, { userName: login.user, password: login.password });
  later(31_000);
  await send();
  expect(server.taken).toHaveLength(2);
});

test.each(["refused", "silent"] as const)(
  "a server that is %s costs its time limit once and puts the rest off",
  async (how) => {
    const silent = await startSilentServer();
    if (how === "refused") await silent.stop();
    else stops.push(silent.stop);
    await setUp(silent.port);
    await tell(world, tenant, [taskNews([liId, tenant.adminUserId])]);
    await compose();
    await send();
    await send();
    const rows = await outbox();
    expect(rows.map(({ status }) => status)).toEqual(["waiting", "waiting"]);
    expect(rows.map(({ attempts }) => attempts).sort()).toEqual([0, 1]);
  },
);

test("a server without encryption gets no password, and a certificate nobody vouches for is refused", async () => {
  const plain = await setUp(25, { security: "none", userName: "a", password: "b" });
  expect(plain.body.code).toBe("mail.password_in_clear");
  const server = await serverOf({ isTls: true });
  await setUp(server.port, { security: "tls" });
  expect((await admin(mailSettings.check)).body).toEqual({
    to: `${tenant.adminUserId}@example.test`,
  });
  const strict = createMailSender({ connectMs: 400, silenceMs: 600, wholeMs: 1_000 });
  const outcome = await strict(
    { host: "localhost", port: server.port, security: "tls", login: null },
    {
      from: { name: "a", address: "a@example.test" },
      to: "b@example.test",
      subject: "x",
      text: "x",
      html: "x",
      messageId: "<x@example.test>",
    },
  );
  expect(outcome).toMatchObject({ kind: "later", isServer: true });
  expect(server.taken).toHaveLength(1);
});

test("the settings are the administrator's, versioned, on record without the password, and nowhere in the log", async () => {
  const server = await serverOf({ login });
  const manager = await sessionOf(app, tenant, liId);
  expect((await setUp(server.port, {}, manager)).status).toBe(403);
  expect((await admin(mailSettings.check)).body.code).toBe("mail.not_set_up");
  const mine = { userName: login.user, password: login.password };
  await setUp(server.port, mine);
  const { body } = await setUp(server.port, { ...mine, password: undefined });
  expect(body).toMatchObject({ hasPassword: true, version: 2 });
  expect((await admin(mailSettings.check)).status).toBe(200);
  await askTenant(world, tenant, "update mail_setting set port = 1");
  const failed = await admin(mailSettings.check);
  expect(failed.body).toMatchObject({ code: "mail.not_delivered" });
  const acts = await auditOf(world, tenant, "mail_setting.saved", tenant.tenantId);
  expect(acts).toHaveLength(2);
  const [{ sealed } = { sealed: Buffer.alloc(0) }] = await askTenant<{ sealed: Buffer }>(
    world,
    tenant,
    "select password_sealed as sealed from mail_setting",
  );
  expect(sealed.includes(Buffer.from(login.password))).toBe(false);
  const everything = JSON.stringify([acts, logged, body, failed.body]);
  expect(everything).not.toContain(login.password);
  expect((await admin(mailSettings.remove)).status).toBe(204);
  expect((await admin(mailSettings.get)).body.setting).toBeNull();
  const elsewhere = await makeTenant(world);
  const other = await sessionOf(app, elsewhere, elsewhere.adminUserId);
  expect((await other(mailSettings.get)).body.setting).toBeNull();
});

test("the workspace's clock decides what hour it is", async () => {
  await askTenant(world, tenant, "update tenant set time_zone = 'Asia/Shanghai'");
  const time = await withTenant(world.database, tenant.scope, (tx) =>
    readZoneTime(tx, tenant.tenantId, new Date("2026-10-01T23:30:00Z")),
  );
  expect(time).toEqual({ today: "2026-10-02", minuteOfDay: 450, isWorkday: false });
});

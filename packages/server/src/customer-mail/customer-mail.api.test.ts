import { mailSettings, outgoingMessages } from "@mainstay/contract/mail";
import { customerMailKinds } from "@mainstay/domain/customer-mail/customer-mail-kind";
import { afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { buildApp } from "../app.ts";
import { loopbackCertificate } from "../mail/loopback-certificate.ts";
import { startMailServer, textOf } from "../mail/mail-test-server.ts";
import { sendWaitingMail } from "../mail/send-waiting-mail.ts";
import { withTenant } from "../platform/db/open-transaction.ts";
import type { App } from "../platform/http/app.ts";
import { sessionOf, type TestCaller, testConfig } from "../platform/http/test-app.ts";
import { createMailSender } from "../platform/outside/send-mail.ts";
import { askTenant } from "../platform/test-world/ask-tenant.ts";
import { makeAccount } from "../platform/test-world/make-account.ts";
import { makePerson } from "../platform/test-world/make-person.ts";
import { makeTenant, makeUser, type TestTenant } from "../platform/test-world/make-tenant.ts";
import { type TestWorld, testWorld } from "../platform/test-world/test-world.ts";
import { type CustomerMailWanted, enqueueCustomerMail } from "./send-customer-mail.ts";

let app: App;
let world: TestWorld;
let tenant: TestTenant;
let admin: TestCaller;
let now: Date;
let accountId: string;
let personId: string;
const stops: (() => Promise<void>)[] = [];

beforeAll(async () => {
  world = await testWorld();
  const sendMail = createMailSender({
    connectMs: 4_000,
    silenceMs: 4_000,
    wholeMs: 10_000,
    ca: loopbackCertificate,
  });
  app = await buildApp({
    database: world.database,
    config: testConfig(),
    clock: { now: () => now },
    outside: { sendMail, postToRobot: async () => ({ status: 0, text: "unused" }) },
  });
});
beforeEach(async () => {
  now = new Date();
  tenant = await makeTenant(world);
  admin = await sessionOf(app, tenant, tenant.adminUserId);
  accountId = await makeAccount(world, tenant, { name: "万华化学" });
  ({ personId } = await makePerson(world, tenant, accountId, "赵总"));
});
afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()));
});

const serverOf = async (refuse?: Parameters<typeof startMailServer>[0]["refuse"]) => {
  const server = await startMailServer({ ...(refuse && { refuse }) });
  stops.push(server.stop);
  const { port } = server;
  await admin(mailSettings.save, {
    body: {
      host: "localhost",
      port,
      security: "starttls",
      userName: null,
      password: null,
      fromAddress: "care@example.test",
      isEnabled: true,
    },
    headers: { "if-match": "*" },
  });
  return server;
};
const write = (about: Partial<CustomerMailWanted> = {}, scope = tenant.scope) =>
  withTenant(world.database, scope, (tx) =>
    enqueueCustomerMail(tx, tenant.tenantId, {
      kind: "case_reply",
      toAddress: "zhao@customer.test",
      personId,
      accountId,
      subject: "关于您的申告",
      text: "我们已经在处理。",
      dedupeKey: "case:1",
      now,
      ...about,
    }),
  );
const send = (outside = app.outside) =>
  sendWaitingMail({
    tenantId: tenant.tenantId,
    database: world.database,
    keyRing: app.keyRing,
    clock: app.clock,
    log: app.log,
    outside,
  });
const kept = () =>
  askTenant<{ status: string; attempts: number; last_error: string | null; body_text: string }>(
    world,
    tenant,
    "select status, attempts, last_error, body_text from customer_mail order by created_at, id",
  );

test("a mail goes once, says that a machine wrote it, carries its headers, and its text is forgotten", async () => {
  const server = await serverOf();
  expect(
    await write({
      fromName: "万华项目服务组",
      inReplyTo: "<question@customer.test>",
      headers: { "List-Unsubscribe": "<https://care.example.test/s/?stop#x>" },
    }),
  ).toBe("queued");
  expect(await write()).toBe("already_written");
  await Promise.all([send(), send()]);
  expect(server.taken).toHaveLength(1);
  const raw = server.taken[0]?.raw ?? "";
  expect(raw).toMatch(/^Auto-Submitted: auto-generated\r$/im);
  expect(raw).toMatch(/^List-Unsubscribe: <https:\/\/care\.example\.test\/s\/\?stop#x>\r$/im);
  expect(raw).toMatch(/^In-Reply-To: <question@customer\.test>\r$/im);
  expect(raw).toMatch(/^Message-ID: <mail\.[0-9a-f]{40}@example\.test>\r$/im);
  expect(textOf(raw)).toContain("我们已经在处理。");
  expect(await kept()).toMatchObject([{ status: "sent", attempts: 1, body_text: "" }]);
});

test("a mail meant for later waits for its hour", async () => {
  const server = await serverOf();
  await write({ notBefore: new Date(now.getTime() + 9 * 3_600_000) });
  await send();
  expect(server.taken).toHaveLength(0);
  now = new Date(now.getTime() + 9 * 3_600_000 + 1);
  await send();
  expect(server.taken).toHaveLength(1);
});

test("451 is tried again; 550 is dead, stands among the outgoing messages and is sent again on demand", async () => {
  const server = await serverOf((nth) =>
    nth === 1
      ? { code: 451, words: "Try again later" }
      : nth === 3
        ? { code: 550, words: "No such mailbox" }
        : null,
  );
  await write();
  await send();
  const waiting = await admin(outgoingMessages.list, { query: { status: "waiting" } });
  expect(waiting.body.items).toMatchObject([{ channel: "customer_mail", to: "赵总", attempts: 1 }]);
  now = new Date(now.getTime() + 31_000);
  await send();
  expect(await kept()).toMatchObject([{ status: "sent", attempts: 2 }]);
  await write({ dedupeKey: "case:2", personId: null });
  await send();
  const { body } = await admin(outgoingMessages.list);
  expect(body.items).toMatchObject([
    { channel: "customer_mail", to: "z…@customer.test", account: "万华化学", status: "dead" },
  ]);
  expect(body.items[0].lastError).toContain("550 No such mailbox");
  expect((await admin(mailSettings.get)).body.setting).toMatchObject({ dead: 1, waiting: 0 });
  const params = { messageId: body.items[0].id };
  expect((await admin(outgoingMessages.sendAgain, { params })).status).toBe(204);
  await send();
  expect(server.taken).toHaveLength(2);
});

test("a crash between the server's yes and our note sends that mail once more under the same Message-ID", async () => {
  const server = await serverOf();
  await write();
  const broken = send({
    ...app.outside,
    sendMail: async (...args: Parameters<App["outside"]["sendMail"]>) => {
      await app.outside.sendMail(...args);
      throw new Error("killed");
    },
  });
  await expect(broken).rejects.toThrow("killed");
  await send();
  await send();
  const ids = server.taken.map(({ raw }) => /^Message-ID: (.*)\r$/im.exec(raw)?.[1]);
  expect(ids).toHaveLength(2);
  expect(new Set(ids).size).toBe(1);
});

test("nothing goes to whom it may not: restricted before or after it was written; opted out of questions only", async () => {
  const server = await serverOf();
  const restrict = `update person set restricted_at = now() where id = '${personId}'`;
  const free = `update person set restricted_at = null where id = '${personId}'`;
  await askTenant(world, tenant, restrict);
  expect(await write()).toBe("restricted");
  await askTenant(world, tenant, free);
  await write();
  await askTenant(world, tenant, restrict);
  await send();
  expect(await kept()).toMatchObject([{ status: "skipped", last_error: "restricted" }]);
  await askTenant(world, tenant, free);
  await askTenant(
    world,
    tenant,
    `insert into survey_opt_out (tenant_id, person_id, opted_out_at, via) values ('${tenant.tenantId}', '${personId}', now(), 'link')`,
  );
  expect(await write({ kind: "survey_invitation", dedupeKey: "s:1" })).toBe("opted_out");
  expect(await write({ dedupeKey: "case:3" })).toBe("queued");
  await send();
  expect(server.taken).toHaveLength(1);
});

test("a colleague who sees only their own customers writes, and reads nothing of the queue", async () => {
  const userId = await makeUser(world, tenant, "manager");
  await askTenant(
    world,
    tenant,
    `update account set manager_user_id = '${userId}' where id = '${accountId}'`,
  );
  expect(await write({}, tenant.ownScope(userId))).toBe("queued");
  const seen = await withTenant(world.database, tenant.ownScope(userId), (tx) =>
    tx.selectFrom("customer_mail").select("id").execute(),
  );
  expect(seen).toEqual([]);
});

test("the database knows the kinds the domain knows", async () => {
  const [row] = await askTenant<{ def: string }>(
    world,
    tenant,
    "select pg_get_constraintdef(oid) as def from pg_constraint where conname = 'customer_mail_kind_known'",
  );
  const known = [...(row?.def ?? "").matchAll(/'([a-z_]+)'::text/g)].map(([, kind]) => kind);
  expect(known.toSorted()).toEqual([...customerMailKinds].toSorted());
});

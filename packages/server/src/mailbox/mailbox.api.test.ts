import { mailboxes } from "@mainstay/contract/mailbox";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { buildApp } from "../app.ts";
import { type IntakeBench, intakeBench, mailOf } from "../incoming-message/intake-test-bench.ts";
import { loopbackCertificate } from "../mail/loopback-certificate.ts";
import { startSilentServer } from "../mail/mail-test-server.ts";
import type { App } from "../platform/http/app.ts";
import { sessionOf, type TestCaller, testConfig } from "../platform/http/test-app.ts";
import { createLog } from "../platform/log/create-log.ts";
import { createMailboxVisitor, type VisitMailbox } from "../platform/outside/open-mailbox.ts";
import { auditOf } from "../platform/test-world/ask-tenant.ts";
import { dovecotPath, type ImapServer, imapPassword, startImapServer } from "./imap-test-server.ts";
import { type LookOutcome, readNewMail } from "./read-mailbox.ts";

/** Without Debian's dovecot-imapd nothing here can be proven; say so instead of passing. */
describe.skipIf(dovecotPath === null)("a real mailbox (dovecot-imapd)", () => {
  let imap: ImapServer;
  let bench: IntakeBench;
  let app: App;
  let admin: TestCaller;
  let user: string;
  const logged: string[] = [];
  const visitMailbox = createMailboxVisitor({
    connectMs: 3_000,
    silenceMs: 5_000,
    answerBytes: 12 * 1024 * 1024,
    ca: loopbackCertificate,
  });

  beforeAll(async () => {
    imap = await startImapServer();
    bench = await intakeBench();
    app = await buildApp({
      database: bench.world.database,
      config: testConfig(),
      log: createLog("trace", { write: (line) => void logged.push(line) }),
      outside: {
        sendMail: async () => ({ kind: "sent" }),
        postToRobot: async () => ({ status: 0, text: "unused" }),
        visitMailbox,
      },
    });
  });
  afterAll(() => imap?.stop());
  beforeEach(async () => {
    bench = await intakeBench();
    admin = await sessionOf(app, bench.tenant, bench.tenant.adminUserId);
    user = `box${Math.random().toString(36).slice(2)}`;
  });

  const setUp = (about: object = {}) =>
    admin(mailboxes.save, {
      body: {
        host: "localhost",
        port: imap.tls,
        security: "tls",
        userName: user,
        password: imapPassword,
        ownAddresses: ["service@us.example"],
        isEnabled: true,
        ...about,
      },
      headers: { "if-match": "*" },
    });
  const look = (visit: VisitMailbox = visitMailbox): Promise<LookOutcome> =>
    readNewMail({
      tenantId: bench.tenant.tenantId,
      database: bench.world.database,
      keyRing: app.keyRing,
      clock: app.clock,
      log: app.log,
      visitMailbox: visit,
    });
  const counted = async () =>
    (await bench.ask<{ n: number }>("select count(*)::int as n from incoming_message"))[0]?.n;

  test("unread mail is taken once and marked; what was read before, and what is ours, opens nothing", async () => {
    await imap.deliver(user, [mailOf()], "INBOX", ["\\Seen"]);
    await imap.deliver(user, [mailOf(), mailOf({ From: "service@us.example" })]);
    expect((await setUp()).status).toBe(200);
    expect(await look()).toMatchObject({ kind: "read", taken: 2, hasMore: false });
    expect(await bench.ask("select status, because from incoming_message order by status")).toEqual(
      [
        { status: "opened", because: null },
        { status: "set_aside", because: "own_mail" },
      ],
    );
    expect((await imap.listIn(user)).map(({ isSeen }) => isSeen)).toEqual([true, true, true]);
    expect(await look()).toMatchObject({ taken: 0 });
    // From now on whatever is new is taken, whoever has looked at it meanwhile.
    await imap.deliver(user, [mailOf()], "INBOX", ["\\Seen"]);
    expect(await look()).toMatchObject({ taken: 1 });
    const { body } = await admin(mailboxes.get);
    expect(body.mailbox).toMatchObject({ lastError: null, hasPassword: true });
    expect(body.mailbox.lastSuccessAt).not.toBeNull();
  });

  test("mail is moved where that is wanted, by STARTTLS as well", async () => {
    await imap.deliver(user, [mailOf(), mailOf()]);
    await setUp({ port: imap.plain, security: "starttls", afterReading: "move", moveTo: "Done" });
    expect(await look()).toMatchObject({ taken: 2 });
    expect(await imap.listIn(user)).toEqual([]);
    expect(await imap.listIn(user, "Done")).toHaveLength(2);
  });

  test("killed after keeping and before marking, a message is marked by the next look and not read again", async () => {
    await imap.deliver(user, [mailOf(), mailOf()]);
    await setUp();
    const killed: VisitMailbox = (server, work) =>
      visitMailbox(server, (room) =>
        work({
          ...room,
          markSeen: async () => {
            throw new Error("killed");
          },
        }),
      );
    await expect(look(killed)).rejects.toThrow("killed");
    expect(await counted()).toBe(2);
    expect((await imap.listIn(user)).some(({ isSeen }) => isSeen)).toBe(false);
    expect(await look()).toMatchObject({ taken: 0 });
    expect((await imap.listIn(user)).every(({ isSeen }) => isSeen)).toBe(true);
    expect(await counted()).toBe(2);
  });

  test("killed while keeping, nothing of that message stays and the next look takes it", async () => {
    await imap.deliver(user, [mailOf(), mailOf(), mailOf()]);
    await setUp();
    let reads = 0;
    const killed: VisitMailbox = (server, work) =>
      visitMailbox(server, (room) =>
        work({
          ...room,
          read: async (uid, part) => {
            reads += 1;
            if (reads === 2) throw new Error("killed");
            return room.read(uid, part);
          },
        }),
      );
    await expect(look(killed)).rejects.toThrow("killed");
    expect(await counted()).toBe(1);
    expect(await look()).toMatchObject({ taken: 2 });
    expect(await counted()).toBe(3);
  });

  test("another numbering begins anew and takes nothing twice", async () => {
    const old = [mailOf(), mailOf()];
    await imap.deliver(user, old, "Service");
    await setUp({ folder: "Service" });
    expect(await look()).toMatchObject({ taken: 2 });
    await imap.as(user, (client) => client.mailboxDelete("Service"));
    // Numberings are the seconds of their making.
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    await imap.deliver(user, [...old, mailOf()], "Service");
    expect(await look()).toMatchObject({ taken: 1 });
    expect(await counted()).toBe(3);
  });

  test("a message of more than 10 MB is listed, not read, and its sender told; one nobody understands is listed too", async () => {
    const large = mailOf({ Subject: "huge" }, "x".repeat(76).concat("\r\n").repeat(140_000));
    const nested = Array.from(
      { length: 40 },
      (_, i) => `Content-Type: multipart/mixed; boundary="b${i}"\r\n\r\n--b${i}\r\n`,
    ).join("");
    await imap.deliver(user, [large, `From: a@b.example\r\n${nested}`, mailOf()]);
    await setUp();
    expect(await look()).toMatchObject({ taken: 3 });
    expect(
      await bench.ask(
        "select because, subject, words from incoming_message order by received_at, id limit 2",
      ),
    ).toEqual([
      { because: "too_large", subject: "huge", words: "" },
      { because: "unreadable", subject: "", words: "" },
    ]);
    const mails = await bench.ask<{ subject: string }>(
      "select subject from customer_mail order by created_at",
    );
    expect(mails[0]?.subject).toBe("您的来信太大，我们没有收到内容");
  });

  test("a wrong password, a silent server and a missing folder are said and tried again later; nobody sees the password", async () => {
    await setUp({ password: "wrong" });
    expect(await look()).toEqual({ kind: "failed" });
    const checked = await admin(mailboxes.check);
    expect(checked).toMatchObject({ status: 422, body: { code: "mailbox.not_reached" } });
    expect((await admin(mailboxes.get)).body.mailbox.lastError).toMatch(/auth/i);
    const silent = await startSilentServer();
    await setUp({ port: silent.port });
    expect(await look()).toEqual({ kind: "failed" });
    await silent.stop();
    await setUp({ folder: "Nowhere" });
    expect(await look()).toEqual({ kind: "failed" });
    await setUp();
    expect((await admin(mailboxes.check)).body).toEqual({ messages: 0 });
    expect(logged.join("")).not.toContain(imapPassword);
    const rows = await bench.ask(
      "select row_to_json(m)::text as text from mailbox m union all select row_to_json(a)::text from audit a",
    );
    expect(JSON.stringify(rows)).not.toContain(imapPassword);
    expect(
      await auditOf(bench.world, bench.tenant, "mailbox.tested", bench.tenant.tenantId),
    ).toHaveLength(2);
  });

  test("a kept password is not sent to another host or user; switched off or removed, nothing is read", async () => {
    await setUp();
    const { password: _, ...without } = { password: 1 };
    const again = (about: object) => setUp({ ...without, password: undefined, ...about });
    expect((await again({})).status).toBe(200);
    expect((await again({ host: "127.0.0.1" })).status).toBe(400);
    expect((await again({ userName: "other" })).status).toBe(400);
    await imap.deliver(user, [mailOf()]);
    await again({ isEnabled: false });
    expect(await look()).toEqual({ kind: "off" });
    expect((await admin(mailboxes.remove)).status).toBe(204);
    expect(await look()).toEqual({ kind: "off" });
    expect((await admin(mailboxes.check)).body.code).toBe("mailbox.not_set_up");
    expect((await bench.director(mailboxes.get)).status).toBe(403);
  });
});

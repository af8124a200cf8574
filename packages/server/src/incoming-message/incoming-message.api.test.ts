import { incomingMessages } from "@mainstay/contract/incoming-message";
import { notifications } from "@mainstay/contract/notification";
import { beforeAll, expect, test } from "vitest";
import { newId } from "../platform/clock/new-id.ts";
import { nobody } from "../platform/http/test-app.ts";
import { auditOf } from "../platform/test-world/ask-tenant.ts";
import { makePerson } from "../platform/test-world/make-person.ts";
import { makeTenant, makeUser } from "../platform/test-world/make-tenant.ts";
import { sessionOf } from "../platform/http/test-app.ts";
import { forgetSortedMessages } from "./incoming-message-jobs.ts";
import { type IntakeBench, intakeBench, mailOf } from "./intake-test-bench.ts";
import { withTenant } from "../platform/db/open-transaction.ts";

let bench: IntakeBench;
beforeAll(async () => {
  bench = await intakeBench();
});

const newest = async (where = "true") => {
  const [row] = await bench.ask<Record<string, unknown> & { id: string; version: number }>(
    `select * from incoming_message where ${where} order by received_at desc, id desc limit 1`,
  );
  if (!row) throw new Error("no message");
  return row;
};
const caseOf = async (caseId: unknown) =>
  (
    await bench.ask<Record<string, unknown>>(`select * from service_case where id = '${caseId}'`)
  )[0];
const mailsTo = (address: string) =>
  bench.ask<{
    subject: string;
    body_text: string;
    message_id: string;
    headers: Record<string, string>;
    in_reply_to: string;
  }>(`select * from customer_mail where to_address = '${address}' order by created_at`);
const strangers = (name: string) => `${name}.${newId().slice(0, 8)}@nowhere.example`;

test("mail of a known sender opens a case by its words, once, and is answered with number and link", async () => {
  const raw = mailOf({ "Message-ID": "<first@wanhua.example>" });
  expect(await bench.take(raw)).toBe("opened");
  expect(await bench.take(raw)).toBe("taken_before");
  const message = await newest();
  expect(message).toMatchObject({
    status: "opened",
    account_id: bench.accountId,
    person_id: bench.personId,
  });
  expect(await caseOf(message["case_id"])).toMatchObject({
    kind: "fault",
    level: "general",
    channel: "email",
    title: "三号泵故障",
    description: "三号泵漏油，请尽快处理。",
    person_id: bench.personId,
    first_responder_id: bench.managerId,
    source_kind: "incoming_message",
    source_id: message.id,
  });
  const [answer] = await mailsTo("chen@wanhua.example");
  expect(answer?.headers).toMatchObject({ "Auto-Submitted": "auto-replied" });
  expect(answer?.in_reply_to).toBe("<first@wanhua.example>");
  expect(answer?.subject).toMatch(/^\[#\d+\] /);
  expect(answer?.body_text).toContain("https://crm.example/c/#");
  expect(answer?.body_text).not.toContain("漏油");
});

test("an answer is put into its case by reference, by number, and by ours alone; what it repeats is cut off", async () => {
  await bench.take(mailOf({ "Message-ID": "<root@wanhua.example>" }));
  const { case_id } = await newest();
  const [{ number } = { number: 0 }] = await bench.ask<{ number: number }>(
    `select number from service_case where id = '${case_id}'`,
  );
  const ours = (await mailsTo("chen@wanhua.example")).at(-1)?.message_id;
  const heads: Record<string, string>[] = [
    { References: "<unknown@x> <root@wanhua.example>" },
    { "In-Reply-To": `<${ours}@us.example>` },
    { Subject: `回复: [#${number}] 已收到` },
  ];
  for (const head of heads) {
    expect(
      await bench.take(
        mailOf(head, "补充：是夜班发现的\n\n在 2026年11月20日，服务台 写道：\n> 旧"),
      ),
    ).toBe("added");
  }
  const events = await bench.ask(
    `select words, is_public, by_person_id from case_event where case_id = '${case_id}' and kind = 'customer_wrote'`,
  );
  expect(events).toEqual(
    Array(3).fill({ words: "补充：是夜班发现的", is_public: true, by_person_id: bench.personId }),
  );
  const { body: told } = await bench.manager(notifications.list);
  expect(
    told.items.filter((one: { kind: string }) => one.kind === "case_customer_wrote").length,
  ).toBe(3);
});

test("somebody of another account cannot write into a case by its number; the message waits", async () => {
  await bench.take(mailOf());
  const [{ number } = { number: 0 }] = await bench.ask<{ number: number }>(
    "select max(number) as number from service_case",
  );
  await makePerson(bench.world, bench.tenant, bench.otherAccountId, "外人", {
    work_email: "else@other.example",
  });
  const raw = mailOf({ From: "else@other.example", Subject: `[#${number}] hello` });
  expect(await bench.take(raw)).toBe("waiting");
  expect(await newest()).toMatchObject({ because: "foreign_thread", case_id: null });
});

test("unknown senders, and those at several accounts, wait and are not answered", async () => {
  const from = strangers("who");
  expect(await bench.take(mailOf({ From: from }))).toBe("waiting");
  expect(await newest()).toMatchObject({ because: "unknown_sender", account_id: null });
  const both = strangers("both");
  for (const account of [bench.accountId, bench.otherAccountId])
    await makePerson(bench.world, bench.tenant, account, "两处任职", { work_email: both });
  expect(await bench.take(mailOf({ From: both }))).toBe("waiting");
  expect(await newest()).toMatchObject({ because: "several_accounts" });
  expect(await mailsTo(from)).toEqual([]);
  expect(await mailsTo(both)).toEqual([]);
});

test.each([
  [{ "Auto-Submitted": "auto-replied" }, "automatic"],
  [{ Precedence: "bulk" }, "list"],
  [{ "List-Id": "<x>" }, "list"],
  [{ "Return-Path": "<>" }, "no_return"],
  [{ "X-Mainstay-Mail": "1" }, "own_mail"],
])("mail of programs opens nothing and is not answered: %j", async (head, because) => {
  const before = await bench.ask("select count(*) from service_case");
  const answers = (await mailsTo("chen@wanhua.example")).length;
  expect(await bench.take(mailOf(head as unknown as Record<string, string>))).toBe("set_aside");
  expect(await newest()).toMatchObject({ status: "set_aside", because });
  expect(await bench.ask("select count(*) from service_case")).toEqual(before);
  expect(await mailsTo("chen@wanhua.example")).toHaveLength(answers);
});

test("a sender who does not stop opens twenty an hour and is answered three times a day; then no more is even kept", async () => {
  const other = await intakeBench();
  const outcomes: string[] = [];
  for (let n = 0; n < 24; n++) outcomes.push(await other.take(mailOf()));
  expect(outcomes.filter((one) => one === "opened")).toHaveLength(20);
  expect(outcomes.slice(20)).toEqual(Array(4).fill("set_aside"));
  const [{ n } = { n: 0 }] = await other.ask<{ n: number }>(
    "select count(*)::int as n from customer_mail",
  );
  expect(n).toBe(3);
  await other.ask(`insert into incoming_message (tenant_id, id, channel, status, because, from_address, received_at, sorted_at)
    select tenant_id, gen_random_uuid(), 'hook', 'set_aside', 'too_many', 'chen@wanhua.example', now(), now()
    from incoming_message, generate_series(1, 20)`);
  const [{ kept } = { kept: 0 }] = await other.ask<{ kept: number }>(
    "select count(*)::int as kept from incoming_message",
  );
  expect(await other.take(mailOf())).toBe("set_aside");
  expect(await other.ask("select count(*)::int as kept from incoming_message")).toEqual([{ kept }]);
});

test("files hang on the case; what is false or a program is refused and said", async () => {
  const part = (name: string, base64: string) =>
    `--x\r\nContent-Type: application/pdf; name="${name}"\r\nContent-Disposition: attachment; filename="${name}"\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64}\r\n`;
  const pdf = Buffer.from("%PDF-1.7\n%%EOF").toString("base64");
  const body = `--x\r\nContent-Type: text/plain\r\n\r\nsee files\r\n${part("good.pdf", pdf)}${part("false.docx", pdf)}${part("run.pdf", Buffer.from("MZ\u0000\u0003").toString("base64"))}--x--`;
  expect(await bench.take(mailOf({ "Content-Type": 'multipart/mixed; boundary="x"' }, body))).toBe(
    "opened",
  );
  const { id, case_id } = await newest();
  expect(
    await bench.ask(
      `select f.name from case_attachment t join stored_file f on f.id = t.file_id where t.case_id = '${case_id}'`,
    ),
  ).toEqual([{ name: "good.pdf" }]);
  expect(
    await bench.ask(
      `select name, refused_because, content from incoming_attachment where message_id = '${id}' order by position`,
    ),
  ).toEqual([
    { name: "false.docx", refused_because: "false_name", content: null },
    { name: "run.pdf", refused_because: "type", content: null },
  ]);
});

test("somebody sorts a message into a case with a new person, who gets the address and an answer", async () => {
  const from = strangers("new");
  const html = "<img src=x onerror=alert(1)>";
  await bench.take(mailOf({ From: `新人 <${from}>` }, html));
  const { id } = await newest();
  const { body: view } = await bench.service(incomingMessages.get, { params: { messageId: id } });
  expect(view).toMatchObject({ words: html, because: "unknown_sender", can: { sort: true } });
  const body = {
    accountId: bench.accountId,
    newPerson: { name: "周新人" },
    kind: "question" as const,
    level: "general" as const,
    title: "询价",
  };
  const send = (version: string) =>
    bench.service(incomingMessages.openCase, {
      params: { messageId: id },
      body,
      headers: { "if-match": version },
    });
  expect((await send('"9"')).body.code).toBe("request.version_conflict");
  const { status, body: opened } = await send('"1"');
  expect(status).toBe(200);
  expect(await caseOf(opened.caseId)).toMatchObject({
    kind: "question",
    title: "询价",
    description: html,
    opened_by: expect.any(String),
  });
  expect(
    await bench.ask(
      `select 1 from position where lower(work_email) = '${from}' and account_id = '${bench.accountId}'`,
    ),
  ).toHaveLength(1);
  expect(await mailsTo(from)).toHaveLength(1);
  expect(await auditOf(bench.world, bench.tenant, "incoming_message.case_opened", id)).toHaveLength(
    1,
  );
  expect((await send("*")).body.code).toBe("incoming_message.sorted");
  // The next mail of the same person finds its way alone.
  expect(await bench.take(mailOf({ From: from }))).toBe("opened");
});

test("a message is put into a case by number, or set aside with a reason; both are recorded", async () => {
  await bench.take(mailOf());
  const { case_id } = await newest();
  const [{ number } = { number: 0 }] = await bench.ask<{ number: number }>(
    `select number from service_case where id = '${case_id}'`,
  );
  await bench.take(mailOf({ From: strangers("a") }, "谢谢"));
  const first = await newest("status = 'waiting'");
  const added = await bench.director(incomingMessages.addToCase, {
    params: { messageId: first.id },
    body: { caseNumber: number },
    headers: { "if-match": "*" },
  });
  expect(added.body).toMatchObject({ caseId: case_id, number });
  await bench.take(mailOf());
  const twice = await newest();
  const [{ number: merged } = { number: 0 }] = await bench.ask<{ number: number }>(
    `update service_case set status = 'duplicate', duplicate_of_id = '${case_id}' where id = '${twice.case_id}' returning number`,
  );
  await bench.take(mailOf({ From: strangers("c") }, "再说一遍"));
  const onMerged = await bench.director(incomingMessages.addToCase, {
    params: { messageId: (await newest("status = 'waiting'")).id },
    body: { caseNumber: merged },
    headers: { "if-match": "*" },
  });
  expect(onMerged.body).toMatchObject({ caseId: case_id, number });
  // Where it turns out to be about somebody, they neither read what came in nor add to it.
  const about = (userId: string | null) =>
    bench.ask(
      `update service_case set handler_user_id = null, complained_user_ids = array[${userId ? `'${userId}'` : ""}]::uuid[]
       where id = '${case_id}' returning id`,
    );
  const readAs = async (who: typeof bench.manager) =>
    (await who(incomingMessages.get, { params: { messageId: first.id } })).status;
  expect(await readAs(bench.manager)).toBe(200);
  await about(bench.managerId);
  expect(await readAs(bench.manager)).toBe(404);
  const left = await bench.manager(incomingMessages.list, { query: { status: "added" } as never });
  expect(JSON.stringify(left.body)).not.toContain(first.id);
  expect(await readAs(bench.director)).toBe(200);
  await about(bench.serviceId);
  await bench.take(mailOf({ From: strangers("d") }, "补充"));
  const third = {
    params: { messageId: (await newest("status = 'waiting'")).id },
    body: { caseNumber: number },
    headers: { "if-match": "*" },
  };
  expect((await bench.service(incomingMessages.addToCase, third)).body.code).toBe(
    "access.not_permitted",
  );
  await about(null);
  expect((await bench.service(incomingMessages.addToCase, third)).status).toBe(200);
  await bench.take(mailOf({ From: strangers("b") }, "广告"));
  const second = await newest("status = 'waiting'");
  const put = {
    params: { messageId: second.id },
    body: { note: "广告" },
    headers: { "if-match": "*" },
  };
  expect((await bench.manager(incomingMessages.setAside, put)).status).toBe(403);
  expect((await bench.service(incomingMessages.setAside, put)).status).toBe(204);
  expect(await newest(`id = '${second.id}'`)).toMatchObject({
    status: "set_aside",
    because: "by_hand",
    note: "广告",
  });
  expect(
    await auditOf(bench.world, bench.tenant, "incoming_message.set_aside", second.id),
  ).toMatchObject([{ detail: {} }]);
  const { body: list } = await bench.director(incomingMessages.list, {
    query: { status: "set_aside", limit: 2 },
  });
  expect(list.items).toHaveLength(2);
  expect(list.nextCursor).not.toBeNull();
});

test("a chosen person must work at the account, and nobody sorts into an account or case out of sight", async () => {
  await bench.take(mailOf({ From: strangers("c") }));
  const { id } = await newest("status = 'waiting'");
  const of = (accountId: string, personId?: string) => ({
    params: { messageId: id },
    body: {
      accountId,
      personId: personId ?? null,
      kind: "fault" as const,
      level: "general" as const,
      title: "x",
    },
    headers: { "if-match": "*" },
  });
  expect(
    (await bench.service(incomingMessages.openCase, of(bench.otherAccountId, bench.personId))).body
      .code,
  ).toBe("incoming_message.person_elsewhere");
  const narrow = await makeUser(bench.world, bench.tenant, "service");
  await bench.ask(`update app_user set visibility = 'own' where id = '${narrow}'`);
  const narrowly = await sessionOf(bench.app, bench.tenant, narrow);
  expect((await narrowly(incomingMessages.openCase, of(bench.accountId))).body.code).toBe(
    "account.not_found",
  );
  const [{ number } = { number: 0 }] = await bench.ask<{ number: number }>(
    "select min(number) as number from service_case",
  );
  const blind = await narrowly(incomingMessages.addToCase, {
    params: { messageId: id },
    body: { caseNumber: number },
    headers: { "if-match": "*" },
  });
  expect(blind.body.code).toBe("case.not_found");
});

test("a message of an account follows the account's sight; another workspace sees none", async () => {
  await bench.take(mailOf());
  const { id } = await newest("status = 'opened'");
  const stranger = await makeUser(bench.world, bench.tenant, "manager");
  await bench.ask(`update app_user set visibility = 'own' where id = '${stranger}'`);
  const elsewhere = await makeTenant(bench.world);
  for (const who of [
    await sessionOf(bench.app, bench.tenant, stranger),
    await sessionOf(bench.app, elsewhere, elsewhere.adminUserId),
  ])
    expect((await who(incomingMessages.get, { params: { messageId: id } })).status).toBe(404);
  expect((await nobody(bench.app)(incomingMessages.list)).status).toBe(401);
  expect((await bench.manager(incomingMessages.get, { params: { messageId: id } })).status).toBe(
    200,
  );
});

test("sorted messages are deleted after a month, and known again for a year", async () => {
  const raw = mailOf();
  await bench.take(raw);
  const { id } = await newest();
  const forget = (days: number) =>
    withTenant(bench.world.database, bench.tenant.scope, (tx) =>
      forgetSortedMessages(tx, bench.tenant.tenantId, new Date(Date.now() + days * 86_400_000)),
    );
  await forget(29);
  expect(await bench.ask(`select 1 from incoming_message where id = '${id}'`)).toHaveLength(1);
  await forget(31);
  expect(await bench.ask(`select 1 from incoming_message where id = '${id}'`)).toEqual([]);
  expect(await bench.ask("select 1 from incoming_message where status = 'waiting'")).not.toEqual(
    [],
  );
  expect(await bench.take(raw)).toBe("taken_before");
});

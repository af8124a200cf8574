import { apiPrefix } from "@mainstay/contract/endpoint/headers";
import { incomingHooks, incomingMessages } from "@mainstay/contract/incoming-message";
import { caseForms, filingLinks } from "@mainstay/contract/mailbox";
import { pauseAskings } from "@mainstay/contract/pause-asking";
import { publicCases } from "@mainstay/contract/public-case";
import { beforeAll, expect, test } from "vitest";
import { recordCaseEvent } from "../case/record-case-event.ts";
import { type IntakeBench, intakeBench, mailOf } from "../incoming-message/intake-test-bench.ts";
import { newId } from "../platform/clock/new-id.ts";
import { withTenant } from "../platform/db/open-transaction.ts";
import { nobody, type TestCaller } from "../platform/http/test-app.ts";
import { auditOf } from "../platform/test-world/ask-tenant.ts";

let bench: IntakeBench;
let anybody: TestCaller;
beforeAll(async () => {
  bench = await intakeBench();
  anybody = nobody(bench.app);
});

const tokenIn = (url: string) => url.slice(url.indexOf("#") + 1);
const linkOf = async (about: { personId?: string; days?: number } = {}) => {
  const { status, body } = await bench.manager(filingLinks.make, {
    params: { accountId: bench.accountId },
    body: about,
  });
  expect(status).toBe(201);
  return { token: tokenIn(body.url), id: body.link.id as string, url: body.url as string };
};
const file = (token: string, about: object = {}) =>
  anybody(publicCases.file, {
    body: {
      token,
      clientRef: newId(),
      kind: "complaint",
      level: "urgent",
      words: "三号泵漏油\n已经停产",
      ...about,
    },
  });
const look = (token: string) => anybody(publicCases.trackLook, { body: { token } });
const attach = (token: string, name: string, content: string | Buffer) => {
  const head = `--x\r\nContent-Disposition: form-data; name="token"\r\n\r\n${token}\r\n--x\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: application/octet-stream\r\n\r\n`;
  return bench.app.http.inject({
    method: "POST",
    url: `${apiPrefix}/public-cases/tracking/files`,
    headers: { "content-type": "multipart/form-data; boundary=x" },
    payload: Buffer.concat([Buffer.from(head), Buffer.from(content), Buffer.from("\r\n--x--\r\n")]),
  });
};

test("a customer files by the account's link, follows the case and adds to it; a double tap files once", async () => {
  const link = await linkOf();
  expect(link.url).toMatch(/\/c\/#[0-9a-f-]{36}\.[\w-]{43}$/);
  const { body: seen } = await anybody(publicCases.fileLook, { body: { token: link.token } });
  expect(seen).toMatchObject({ givenTo: "account", accountName: "万华化学", personInitial: null });
  const clientRef = newId();
  const contact = { name: "新来的", phone: "138", email: "" };
  const [one, two] = await Promise.all([
    file(link.token, { clientRef, contact }),
    file(link.token, { clientRef, contact }),
  ]);
  expect([one.status, two.status]).toEqual([201, 201]);
  expect(one.body.number).toBe(two.body.number);
  const rows = await bench.ask(
    `select kind, level, channel, title, description, person_id from service_case where number = ${one.body.number}`,
  );
  expect(rows).toEqual([
    {
      kind: "complaint",
      level: "urgent",
      channel: "public_page",
      title: "三号泵漏油",
      description: "三号泵漏油\n已经停产\n\n联系方式: 新来的 · 138",
      person_id: null,
    },
  ]);
  const token = tokenIn(two.body.trackingPath);
  const { body: view } = await look(token);
  expect(view).toMatchObject({
    state: "open",
    number: one.body.number,
    firstResponder: { role: "manager" },
    can: { write: true },
  });
  const ref = newId();
  for (let tap = 0; tap < 2; tap++) {
    const { body } = await anybody(publicCases.trackWrite, {
      body: { token, clientRef: ref, words: "<b>还在漏</b>" },
    });
    expect(
      body.timeline.filter(({ kind }: { kind: string }) => kind === "customer_wrote"),
    ).toMatchObject([{ by: "customer", words: "<b>还在漏</b>" }]);
  }
  const { body: list } = await bench.manager(filingLinks.listOfAccount, {
    params: { accountId: bench.accountId },
  });
  expect(list.items[0].lastUsedAt).not.toBeNull();
});

test("a person's own link knows them by the first letter alone, and the case names them", async () => {
  const { token } = await linkOf({ personId: bench.personId, days: 30 });
  const { body } = await anybody(publicCases.fileLook, { body: { token } });
  expect(body).toMatchObject({ givenTo: "person", personInitial: "陈" });
  expect(JSON.stringify(body)).not.toContain("陈建华");
  const filed = await file(token);
  expect(
    await bench.ask(`select person_id from service_case where number = ${filed.body.number}`),
  ).toEqual([{ person_id: bench.personId }]);
});

test("the page shows what was written for the customer, and nothing else", async () => {
  const { token } = await linkOf();
  const { body: filed } = await file(token);
  const [row] = await bench.ask<{ id: string }>(
    `select id from service_case where number = ${filed.number}`,
  );
  const caseId = row?.id ?? "";
  await withTenant(bench.world.database, bench.tenant.scope, async (tx) => {
    const of = {
      tenantId: bench.tenant.tenantId,
      caseId,
      kind: "noted" as const,
      at: new Date(),
      byUserId: bench.managerId,
    };
    await recordCaseEvent(tx, { ...of, words: "内部:客户难缠" });
    await recordCaseEvent(tx, { ...of, words: "备件已发出", isPublic: true });
  });
  await bench.ask(
    `update service_case set complained_user_ids = array['${bench.directorId}']::uuid[] where id = '${caseId}'`,
  );
  await bench.take(mailOf({ Subject: "别的事" }, "机密的另一件事"));
  const { body } = await look(tokenIn(filed.trackingPath));
  const text = JSON.stringify(body);
  expect(text).toContain("备件已发出");
  for (const hidden of [
    "内部",
    "别的事",
    "机密",
    "director",
    bench.directorId,
    caseId,
    bench.accountId,
  ])
    expect(text, hidden).not.toContain(hidden);
});

test("guessed, foreign, revoked, expired and misused tokens open nothing", async () => {
  const { token, id } = await linkOf();
  const filed = await file(token);
  const tracking = tokenIn(filed.body.trackingPath);
  const foreign = await intakeBench();
  const swapped = `${foreign.tenant.tenantId}.${token.split(".")[1]}`;
  for (const wrong of ["", "x", swapped, tracking, `${bench.tenant.tenantId}.${"A".repeat(43)}`])
    expect((await file(wrong)).body.code, wrong).toBe("public_link.invalid");
  expect((await look(token)).body.code).toBe("public_link.invalid");
  expect(
    (
      await bench.manager(filingLinks.revoke, {
        params: { accountId: bench.accountId, linkId: id },
      })
    ).status,
  ).toBe(204);
  expect((await file(token)).body.code).toBe("public_link.invalid");
  expect(await auditOf(bench.world, bench.tenant, "filing_link.revoked", id)).toHaveLength(1);
  const old = await linkOf();
  await bench.ask(
    `update public_link set expires_at = now() - interval '1 day' where id = '${old.id}'`,
  );
  expect((await file(old.token)).body.code).toBe("public_link.expired");
  const kept = await bench.ask(
    "select row_to_json(l)::text as text from public_link l union all select row_to_json(a)::text from audit a",
  );
  expect(JSON.stringify(kept)).not.toContain(token.split(".")[1]);
});

test("of thirty posts by one link at most twenty open a case, the rest are told when to come back; 10 MB of text is too large", async () => {
  const before = await bench.ask<{ n: number }>("select count(*)::int as n from service_case");
  const { token } = await linkOf();
  const answers = [];
  for (let n = 0; n < 30; n++) answers.push(await file(token, { words: `第 ${n} 封` }));
  const refused = answers.filter(({ status }) => status === 429);
  expect(refused.length).toBeGreaterThanOrEqual(10);
  expect(Number(refused[0]?.headers["retry-after"])).toBeGreaterThan(0);
  const after = await bench.ask<{ n: number }>("select count(*)::int as n from service_case");
  expect((after[0]?.n ?? 0) - (before[0]?.n ?? 0)).toBeLessThanOrEqual(20);
  expect((await file(token, { words: "x".repeat(10 * 1024 * 1024) })).status).toBe(413);
  const fresh = await linkOf();
  expect((await file(fresh.token, { words: "x".repeat(5_001) })).status).toBe(400);
  expect((await file(fresh.token, { words: "a\u0000b" })).status).toBe(400);
});

test("an hour's twenty hold in the database too, whatever process took the others", async () => {
  const { token, id } = await linkOf();
  await bench.ask(`insert into incoming_message (tenant_id, id, channel, status, because, link_id, received_at, sorted_at)
    select tenant_id, gen_random_uuid(), 'link', 'set_aside', 'by_hand', '${id}', now() - interval '10 minutes', now()
    from tenant t, lateral (select t.id as tenant_id) x, generate_series(1, 20)`);
  const { status, headers } = await file(token);
  expect(status).toBe(429);
  expect(Number(headers["retry-after"])).toBeGreaterThan(2_000);
});

test("three files a day of 5 MB, told by their bytes; the same again is taken once", async () => {
  const { token } = await linkOf();
  const tracking = tokenIn((await file(token)).body.trackingPath);
  const pdf = (n: number) => `%PDF-1.7\n${n}\n%%EOF`;
  expect((await attach(tracking, "照片.exe", "MZ\u0000\u0001\u0002")).json().code).toBe(
    "case.attachment_type",
  );
  expect((await attach(tracking, "a.docx", pdf(0))).json().code).toBe("case.attachment_false");
  expect((await attach(tracking, "a.pdf", pdf(1))).json()).toMatchObject({
    name: "a.pdf",
    left: 2,
  });
  expect((await attach(tracking, "a.pdf", pdf(1))).json()).toMatchObject({
    name: "a.pdf",
    left: 2,
  });
  await attach(tracking, "b.pdf", pdf(2));
  expect((await attach(tracking, "c.pdf", pdf(3))).json()).toMatchObject({ left: 0 });
  expect((await attach(tracking, "d.pdf", pdf(4))).json().code).toBe("public_case.files_too_many");
  expect((await look(tracking)).body.attachments).toHaveLength(3);
  expect((await attach("nonsense", "a.pdf", pdf(1))).statusCode).toBe(410);
  const large = Buffer.concat([Buffer.from("%PDF-1.7\n"), Buffer.alloc(6 * 1024 * 1024)]);
  expect((await attach(tracking, "e.pdf", large)).statusCode).toBe(413);
});

test("the open form is off until somebody opens it; what it brings waits, and its link leads to the case later", async () => {
  expect((await bench.admin(caseForms.get)).body).toEqual({ url: null, madeAt: null });
  expect((await bench.manager(caseForms.open)).status).toBe(403);
  const { body: form } = await bench.admin(caseForms.open);
  const token = tokenIn(form.url);
  expect((await anybody(publicCases.fileLook, { body: { token } })).body).toMatchObject({
    givenTo: "anybody",
    accountName: null,
  });
  expect((await file(token)).body.code).toBe("public_case.contact_needed");
  const contact = { name: "路人", phone: "139", email: "who@nowhere.example", company: "某厂" };
  const filed = await file(token, { contact });
  expect(filed.body.number).toBeNull();
  const tracking = tokenIn(filed.body.trackingPath);
  expect((await look(tracking)).body).toMatchObject({
    state: "received",
    number: null,
    words: "三号泵漏油\n已经停产",
  });
  expect((await attach(tracking, "a.pdf", "%PDF-1.7\n1")).statusCode).toBe(201);
  const { body: list } = await bench.service(incomingMessages.list);
  const [{ id }] = list.items;
  const opened = await bench.service(incomingMessages.openCase, {
    params: { messageId: id },
    body: { accountId: bench.accountId, kind: "complaint", level: "major", title: "漏油" },
    headers: { "if-match": "*" },
  });
  expect((await look(tracking)).body).toMatchObject({
    state: "open",
    number: opened.body.number,
    attachments: [{ name: "a.pdf" }],
  });
  expect((await bench.admin(caseForms.open)).body.url).not.toBe(form.url);
  expect((await file(token, { contact })).body.code).toBe("public_link.invalid");
  expect((await bench.admin(caseForms.close)).status).toBe(204);
});

test("clocks stop only when the customer agrees to what they were asked", async () => {
  const { token } = await linkOf();
  const filed = await file(token);
  const tracking = tokenIn(filed.body.trackingPath);
  const [row] = await bench.ask<{ id: string; solve_due_at: Date }>(
    `select id, solve_due_at from service_case where number = ${filed.body.number}`,
  );
  const caseId = row?.id ?? "";
  const until = new Date(Date.now() + 3 * 86_400_000).toISOString();
  const asked = await bench.manager(pauseAskings.ask, {
    params: { caseId },
    body: { until, words: "等备件" },
    headers: { "if-match": "*" },
  });
  expect(asked.status).toBe(200);
  const { body: view } = await look(tracking);
  expect(view).toMatchObject({ state: "open", pauseAsked: { words: "等备件", until } });
  const agree = (agreeToPauseEventId: string) =>
    anybody(publicCases.trackWrite, {
      body: { token: tracking, clientRef: newId(), agreeToPauseEventId },
    });
  expect((await agree(newId())).body.code).toBe("public_case.pause_gone");
  const { body: paused } = await agree(view.pauseAsked.eventId);
  expect(paused).toMatchObject({ state: "paused", pauseAsked: null });
  const [after] = await bench.ask<{ solve_due_at: Date }>(
    `select solve_due_at from service_case where id = '${caseId}'`,
  );
  expect(after?.solve_due_at.getTime()).toBeGreaterThan(row?.solve_due_at.getTime() ?? 0);
  expect(await bench.ask(`select agreed_via from case_pause where case_id = '${caseId}'`)).toEqual([
    { agreed_via: "public_page" },
  ]);
});

test("a link is made for an account in sight by who may, and nobody else's is shown or taken back", async () => {
  const other = await intakeBench();
  expect(
    (await other.manager(filingLinks.make, { params: { accountId: bench.accountId }, body: {} }))
      .status,
  ).toBe(404);
  expect(
    (await bench.admin(filingLinks.make, { params: { accountId: bench.accountId }, body: {} }))
      .status,
  ).toBe(403);
  const wrong = await bench.director(filingLinks.make, {
    params: { accountId: bench.otherAccountId },
    body: { personId: bench.personId },
  });
  expect(wrong.body.code).toBe("incoming_message.person_elsewhere");
  expect(
    (
      await bench.manager(filingLinks.make, {
        params: { accountId: bench.accountId },
        body: { days: 366 },
      })
    ).status,
  ).toBe(400);
});

test("a mail server pushes raw mail or JSON under its own address, once; revoked or unknown it is told so", async () => {
  const { body: made } = await bench.admin(incomingHooks.make, { body: { name: "邮件网关" } });
  const hookKey = made.url.split("/").at(-1);
  const push = (payload: string | object, type: string, key = hookKey) =>
    bench.app.http.inject({
      method: "POST",
      url: `${apiPrefix}/incoming-mail/${key}`,
      headers: { "content-type": type },
      payload,
    });
  const raw = mailOf();
  expect((await push(raw, "message/rfc822")).json()).toEqual({ outcome: "opened" });
  expect((await push(raw, "message/rfc822")).json()).toEqual({ outcome: "taken_before" });
  const json = { from: "who@nowhere.example", subject: "x", text: "hello", messageId: "<j@x>" };
  expect((await push(json, "application/json")).json()).toEqual({ outcome: "waiting" });
  // What cannot be kept as it stands is kept without it: a refused push is a lost mail.
  const odd = {
    from: "who@nowhere.example\u0000",
    subject: `a\u0000b${"x".repeat(3_000)}`,
    text: "c\u0000d",
    references: Array(300).fill("<r@x>"),
  };
  expect((await push(odd, "application/json")).json()).toEqual({ outcome: "waiting" });
  expect(
    (
      await push(
        `From: a@b.example\r\n${'Content-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\n'.repeat(60)}`,
        "message/rfc822",
      )
    ).statusCode,
  ).toBe(202);
  expect((await push("x".repeat(11 * 1024 * 1024), "message/rfc822")).statusCode).toBe(413);
  expect(
    (await push(raw, "message/rfc822", `${bench.tenant.tenantId}.${"A".repeat(43)}`)).statusCode,
  ).toBe(404);
  const { body: list } = await bench.admin(incomingHooks.list);
  expect(list.items).toMatchObject([{ name: "邮件网关", taken: 4 }]);
  expect(
    (await bench.admin(incomingHooks.revoke, { params: { hookId: made.hook.id } })).status,
  ).toBe(204);
  expect((await push(mailOf(), "message/rfc822")).statusCode).toBe(404);
  const rows = await bench.ask("select row_to_json(h)::text as text from incoming_hook h");
  expect(JSON.stringify(rows)).not.toContain(hookKey.split(".")[1]);
});

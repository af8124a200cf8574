import { cases } from "@mainstay/contract/case";
import type { Endpoint } from "@mainstay/contract/endpoint/endpoint";
import { beforeEach, expect, test } from "vitest";
import { withTenant } from "../platform/db/open-transaction.ts";
import { auditOf } from "../platform/test-world/ask-tenant.ts";
import { makeAccount } from "../platform/test-world/make-account.ts";
import { makeRow } from "../platform/test-world/make-row.ts";
import { makeTenant, makeUser } from "../platform/test-world/make-tenant.ts";
import { sessionOf, type TestCaller } from "../platform/http/test-app.ts";
import { caseBench, type CaseBench } from "./case-test-bench.ts";
import { openCase } from "./open-case.ts";

let bench: CaseBench;
beforeEach(async () => {
  bench = await caseBench();
});

const any = { "if-match": "*" };
const act = (endpoint: Endpoint, caseId: string, body?: object, who: TestCaller = bench.service) =>
  who(endpoint as typeof cases.note, {
    params: { caseId },
    headers: any,
    ...(body && { body: body as never }),
  });

test("whoever takes the call answers for it and handles it; number, clocks and timeline stand at once", async () => {
  const opened = await bench.open({ personId: bench.person.personId });
  expect(opened).toMatchObject({
    number: 1,
    status: "open",
    firstResponder: { id: bench.serviceId },
    handler: { id: bench.serviceId },
    person: { name: "陈工" },
    nextDue: { clock: "reply", dueAt: "2026-11-24T02:00:00.000Z", state: "running" },
    isOverdue: false,
    policyVersion: 0,
    can: { reply: true, solve: true, resume: false, giveFeedback: false },
  });
  expect(opened.clocks).toEqual([
    expect.objectContaining({
      clock: "reply",
      line: "default",
      mode: "workdays",
      leftMinutes: 1440,
    }),
    expect.objectContaining({ clock: "solve", dueAt: "2026-11-25T02:00:00.000Z" }),
  ]);
  expect(opened.timeline.items.map(({ kind }) => kind)).toEqual(["opened"]);
  expect((await bench.open()).number).toBe(2);
  expect(await auditOf(bench.world, bench.tenant, "case.opened", opened.id)).toMatchObject([
    { actor_user_id: bench.serviceId, detail: { accountId: bench.accountId, caseNumber: 1 } },
  ]);
});

test("a case nobody took in person goes to the manager, past whoever it complains about to a director, and they are told", async () => {
  const author = { ...bench.tenant, actor: null, requestId: null, now: bench.now() };
  const wanted = {
    accountId: bench.accountId,
    kind: "complaint" as const,
    level: "urgent" as const,
    title: "服务态度差",
    description: "",
    channel: "public_page" as const,
  };
  const open = (complainedUserIds: string[]) =>
    withTenant(bench.world.database, bench.tenant.scope, (tx) =>
      openCase(tx, author, { ...wanted, complainedUserIds }),
    );
  const [plain, about] = [await open([]), await open([bench.managerId])];
  expect((await bench.get(plain.caseId)).firstResponder.id).toBe(bench.managerId);
  expect((await bench.get(about.caseId)).handler?.id).toBe(bench.directorId);
  expect(await bench.toldOf("case_assigned")).toEqual([bench.managerId, bench.directorId]);
  await expect(
    open([bench.managerId, bench.directorId, bench.sponsorId, bench.tenant.adminUserId]),
  ).rejects.toMatchObject({ code: "case.no_responder" });
});

test("the number of a case that was rolled back is given to the next one", async () => {
  const refused = await bench.service(cases.open, {
    params: { accountId: bench.accountId },
    body: {
      kind: "fault",
      level: "general",
      title: "x",
      channel: "phone",
      productId: bench.accountId,
    },
  });
  expect(refused).toMatchObject({ status: 404, body: { code: "case.product_not_found" } });
  expect((await bench.open()).number).toBe(1);
});

test("the first responder never changes, whoever tries", async () => {
  const { id } = await bench.open();
  await expect(
    bench.ask(
      `update service_case set first_responder_id = '${bench.managerId}' where id = '${id}'`,
    ),
  ).rejects.toMatchObject({ constraint: "service_case_first_responder_stays" });
});

test("work changes hands when the receiver accepts; the first responder stays", async () => {
  const { id } = await bench.open();
  const offered = await act(cases.offerTransfer, id, {
    toUserId: bench.managerId,
    reason: "客户经理更熟悉",
  });
  expect(offered.body).toMatchObject({
    handler: { id: bench.serviceId },
    transfer: { to: { id: bench.managerId }, reason: "客户经理更熟悉" },
    can: { offerTransfer: false, withdrawTransfer: true, answerTransfer: false },
  });
  expect(await bench.toldOf("case_transfer_offered")).toEqual([bench.managerId]);
  expect((await act(cases.acceptTransfer, id)).body.code).toBe("access.not_permitted");
  const again = await act(cases.offerTransfer, id, { toUserId: bench.directorId, reason: "x" });
  expect(again).toMatchObject({ status: 409, body: { code: "case.not_allowed_now" } });
  const accepted = await act(cases.acceptTransfer, id, undefined, bench.manager);
  expect(accepted.body).toMatchObject({
    handler: { id: bench.managerId },
    firstResponder: { id: bench.serviceId },
    transfer: null,
  });
  expect(await bench.toldOf("case_transfer_answered")).toEqual([bench.serviceId]);
  expect(await auditOf(bench.world, bench.tenant, "case.transfer_accepted", id)).toHaveLength(1);
});

test("an offer can be declined with a reason or taken back; work is never offered to whom it complains about, who cannot see the account, or works elsewhere", async () => {
  const { id } = await bench.open({ complainedUserIds: [bench.managerId] });
  const offer = async (toUserId: string) =>
    (await act(cases.offerTransfer, id, { toUserId, reason: "x" })).body.code;
  const analyst = await makeUser(bench.world, bench.tenant, "analyst");
  expect(await offer(bench.managerId)).toBe("case.handler_complained");
  expect(await offer(bench.strangerId)).toBe("case.handler_out_of_sight");
  expect(await offer(analyst)).toBe("case.handler_unfit");
  expect(await offer(bench.serviceId)).toBe("case.already_handled");
  expect(await offer(bench.directorId)).toBeUndefined();
  const declined = await act(cases.declineTransfer, id, { reason: "正在出差" }, bench.director);
  expect(declined.body).toMatchObject({ transfer: null, handler: { id: bench.serviceId } });
  expect(declined.body.timeline.items[0]).toMatchObject({
    kind: "transfer_declined",
    words: "正在出差",
  });
  await offer(bench.directorId);
  expect((await act(cases.withdrawTransfer, id)).body.transfer).toBeNull();
});

test("who is complained about neither works on the case nor learns who else is; others do", async () => {
  const { id } = await bench.open({ complainedUserIds: [bench.managerId, bench.sponsorId] });
  const seen = await bench.get(id, bench.manager);
  expect(seen.complained.map(({ id }) => id)).toEqual([bench.managerId]);
  expect(Object.values(seen.can)).not.toContain(true);
  expect((await act(cases.note, id, { words: "x" }, bench.manager)).body.code).toBe(
    "access.not_permitted",
  );
  expect((await bench.get(id)).complained).toHaveLength(2);
  const turned = await act(
    cases.edit,
    id,
    { complainedUserIds: [bench.serviceId] },
    bench.director,
  );
  expect(turned.body).toMatchObject({
    handler: { id: bench.managerId },
    firstResponder: { id: bench.serviceId },
  });
});

test("that a case is about somebody is taken back by those who direct alone; loops of theirs pass on when it turns out to be about them", async () => {
  const { id } = await bench.open({ complainedUserIds: [bench.directorId] });
  const cleared = await act(cases.edit, id, { complainedUserIds: [] });
  expect(cleared).toMatchObject({ status: 403, body: { code: "access.not_permitted" } });
  const loopId = await makeRow(bench.world, bench.tenant, "feedback_loop", {
    account_id: bench.accountId,
    case_id: id,
    owner_user_id: bench.managerId,
    opened_at: "2026-11-23T00:00:00Z",
    contact_due_at: "2026-11-25T00:00:00Z",
  });
  const both = [bench.directorId, bench.managerId];
  expect((await act(cases.edit, id, { complainedUserIds: both })).status).toBe(200);
  const [loop] = await bench.ask<{ owner_user_id: string }>(
    `select owner_user_id from feedback_loop where id = '${loopId}'`,
  );
  expect(loop?.owner_user_id).toBe(bench.sponsorId);
  expect(await bench.toldOf("feedback_loop_opened")).toEqual([bench.sponsorId]);
  const manager = await act(cases.edit, id, { complainedUserIds: [] }, bench.manager);
  expect(manager.body.code).toBe("access.not_permitted");
  const other = await sessionOf(
    bench.app,
    bench.tenant,
    await makeUser(bench.world, bench.tenant, "director"),
  );
  expect((await act(cases.edit, id, { complainedUserIds: [] }, other)).body.complained).toEqual([]);
});

test("once a clock has run out the service desk does not lower the level; those who direct do", async () => {
  const { id } = await bench.open({ level: "urgent" });
  bench.moveClock(3);
  const lower = { level: "general", reason: "没那么急" };
  expect(await act(cases.changeLevel, id, lower)).toMatchObject({
    status: 403,
    body: { code: "case.level_late" },
  });
  expect((await act(cases.changeLevel, id, lower, bench.director)).body.level).toBe("general");
});

test("the first answer stops the reply clock, feedback its own; notes stay among us", async () => {
  const { id, clocks } = await bench.open({ level: "major", kind: "complaint" });
  expect(clocks.map(({ clock, dueAt }) => [clock, dueAt])).toEqual([
    ["reply", "2026-11-23T14:00:00.000Z"],
    ["feedback", "2026-11-25T02:00:00.000Z"],
    ["solve", "2026-11-30T02:00:00.000Z"],
  ]);
  await act(cases.note, id, { words: "内部：先查批次" });
  bench.moveClock(1);
  const replied = await act(cases.reply, id, { words: "已安排工程师" });
  expect(replied.body.clocks[0]).toMatchObject({
    state: "met",
    doneAt: "2026-11-23T03:00:00.000Z",
  });
  bench.moveClock(1);
  const again = await act(cases.reply, id, { words: "工程师已出发" });
  expect(again.body.clocks[0].doneAt).toBe("2026-11-23T03:00:00.000Z");
  const fed = await act(cases.giveFeedback, id, { words: "初步判断是密封件" });
  expect(fed.body.clocks[1].state).toBe("met");
  expect((await act(cases.giveFeedback, id, { words: "x" })).body.code).toBe(
    "case.not_allowed_now",
  );
  expect(
    fed.body.timeline.items.map((one: { kind: string; isPublic: boolean }) => [
      one.kind,
      one.isPublic,
    ]),
  ).toEqual([
    ["feedback", true],
    ["replied", true],
    ["replied", true],
    ["noted", false],
    ["opened", true],
  ]);
  const mail = await act(cases.reply, id, { words: "x", sendMail: true });
  expect(mail).toMatchObject({ status: 422, body: { code: "case.mail_no_address" } });
});

test("a pause needs the customer's agreement and moves the solution by just the time that was waited", async () => {
  const { id, clocks } = await bench.open();
  const pause = {
    until: "2026-11-24T02:00:00Z",
    reason: "等待停机窗口",
    agreedVia: "phone",
    agreedAt: "2026-11-23T01:30:00Z",
  };
  const named = { ...pause, agreedByPersonId: bench.person.personId };
  const refused = async (body: object) => (await act(cases.pause, id, body)).body.code;
  expect(await refused(pause)).toBe("case.pause_agreement_missing");
  expect(await refused({ ...named, agreedVia: "public_page" })).toBe(
    "case.pause_agreement_missing",
  );
  expect(await refused({ ...named, agreedAt: "2026-11-23T05:00:00Z" })).toBe(
    "case.pause_agreed_in_future",
  );
  expect(await refused({ ...named, until: "2026-11-23T01:00:00Z" })).toBe("case.pause_in_past");
  expect(await refused({ ...named, until: "2027-11-23T01:00:00Z" })).toBe("case.pause_too_long");
  expect(await refused({ ...named, agreedByPersonId: bench.accountId })).toBe("person.not_found");
  const paused = (await act(cases.pause, id, named)).body;
  expect(paused).toMatchObject({
    status: "paused",
    pauses: [{ agreedBy: { name: "陈工" }, endedAt: null }],
  });
  expect(paused.clocks[0]).toMatchObject({ dueAt: clocks[0]?.dueAt, state: "running" });
  expect(paused.clocks[1]).toMatchObject({ dueAt: "2026-11-26T02:00:00.000Z", state: "paused" });
  bench.moveClock(6);
  const resumed = (await act(cases.resume, id)).body;
  expect(resumed.clocks[1]).toMatchObject({ dueAt: "2026-11-25T08:00:00.000Z", state: "running" });
  expect(await auditOf(bench.world, bench.tenant, "case.paused", id)).toHaveLength(1);
});

test("another level reckons the clocks anew from the opening; only those concerned may", async () => {
  const { id } = await bench.open();
  bench.moveClock(1);
  const raised = await act(cases.changeLevel, id, { level: "urgent", reason: "产线停了" });
  expect(raised.body.clocks.map(({ dueAt }: { dueAt: string }) => dueAt)).toEqual([
    "2026-11-23T04:00:00.000Z",
    "2026-11-24T02:00:00.000Z",
  ]);
  expect((await act(cases.changeLevel, id, { level: "urgent", reason: "x" })).body.code).toBe(
    "case.level_same",
  );
  const other = await sessionOf(
    bench.app,
    bench.tenant,
    await makeUser(bench.world, bench.tenant, "service"),
  );
  expect((await act(cases.changeLevel, id, { level: "major", reason: "x" }, other)).body.code).toBe(
    "access.not_permitted",
  );
});

test("solving ends clocks, pause and offer, asks the customer, and closes nothing", async () => {
  const { id } = await bench.open();
  await act(cases.offerTransfer, id, { toUserId: bench.managerId, reason: "x" });
  bench.moveClock(2);
  const solved = (await act(cases.solve, id, { solution: "更换密封件", cause: "product" })).body;
  expect(solved).toMatchObject({
    status: "solved",
    solution: "更换密封件",
    cause: "product",
    closedAt: null,
    nextDue: null,
    transfer: null,
    can: { solve: false, reply: true },
  });
  expect(solved.clocks.map(({ state }: { state: string }) => state)).toEqual(["met", "met"]);
  expect(solved.timeline.items.map(({ kind }: { kind: string }) => kind)).toContain("link_sent");
  expect((await act(cases.solve, id, { solution: "x", cause: "other" })).body.code).toBe(
    "case.not_allowed_now",
  );
});

test("a duplicate points to another case of the same account that is none itself", async () => {
  const [one, two] = [await bench.open(), await bench.open()];
  const elsewhere = await makeAccount(bench.world, bench.tenant, { name: "别家" });
  const { body: foreign } = await bench.service(cases.open, {
    params: { accountId: elsewhere },
    body: { kind: "fault", level: "general", title: "x", channel: "phone" },
  });
  const mark = async (of: string) =>
    (await act(cases.markDuplicate, two.id, { ofCaseId: of })).body;
  expect((await mark(two.id)).code).toBe("case.duplicate_elsewhere");
  expect((await mark(foreign.id)).code).toBe("case.duplicate_elsewhere");
  expect(await mark(one.id)).toMatchObject({
    status: "duplicate",
    duplicateOf: { number: one.number },
  });
  expect((await bench.get(one.id)).duplicates).toMatchObject([{ id: two.id }]);
  const back = await act(cases.markDuplicate, one.id, { ofCaseId: two.id });
  expect(back.body.code).toBe("case.duplicate_of_duplicate");
});

test("a colleague without sight of the account and another workspace find no case; an old version is refused", async () => {
  const { id } = await bench.open();
  const other = await makeTenant(bench.world);
  const foreigner = await sessionOf(bench.app, other, other.adminUserId);
  for (const who of [bench.stranger, foreigner]) {
    expect((await who(cases.get, { params: { caseId: id } })).body.code).toBe("case.not_found");
    expect((await who(cases.list)).body.items).toEqual([]);
  }
  expect((await act(cases.note, id, { words: "x" }, bench.stranger)).body.code).toBe(
    "case.not_found",
  );
  await act(cases.note, id, { words: "x" });
  const late = await bench.service(cases.edit, {
    params: { caseId: id },
    headers: { "if-match": '"1"' },
    body: { title: "y" },
  });
  expect(late.body.code).toBe("request.version_conflict");
});

test("a director assigns without asking, for a reason; others do not", async () => {
  const { id } = await bench.open();
  const wanted = { userId: bench.managerId, reason: "专业对口" };
  expect((await act(cases.assign, id, wanted)).status).toBe(403);
  const assigned = await act(cases.assign, id, wanted, bench.director);
  expect(assigned.body).toMatchObject({
    handler: { id: bench.managerId },
    firstResponder: { id: bench.serviceId },
  });
  expect(await bench.toldOf("case_assigned")).toEqual([bench.managerId]);
});

import { createHash } from "node:crypto";
import { requirementChanges } from "@mainstay/contract/requirement-change";
import { canonicalContent } from "@mainstay/domain/requirement-change/change-content";
import { beforeAll, expect, test } from "vitest";
import { consentJobs } from "../consent/consent-jobs.ts";
import { jobContextOf } from "../import/import-test-bench.ts";
import { systemClock } from "../platform/clock/clock.ts";
import type { App } from "../platform/http/app.ts";
import { sessionOf, type TestCaller, testApp } from "../platform/http/test-app.ts";
import { askTenant, auditOf } from "../platform/test-world/ask-tenant.ts";
import { makeAccount } from "../platform/test-world/make-account.ts";
import { makePerson } from "../platform/test-world/make-person.ts";
import { makeTenant, makeUser, type TestTenant } from "../platform/test-world/make-tenant.ts";
import { type TestWorld, testWorld } from "../platform/test-world/test-world.ts";
import { todayInShanghai } from "../privacy/privacy-test-bench.ts";

let app: App;
let world: TestWorld;
let tenant: TestTenant;
let manager: TestCaller;
let director: TestCaller;
let accountId: string;
let signerId: string;
const any = { "if-match": "*" };
const pdfBytes = Buffer.from("%PDF-1.7 signed");

beforeAll(async () => {
  world = await testWorld();
  app = await testApp();
  tenant = await makeTenant(world);
  const managerId = await makeUser(world, tenant, "manager");
  manager = await sessionOf(app, tenant, managerId);
  director = await sessionOf(app, tenant, await makeUser(world, tenant, "director"));
  accountId = await makeAccount(world, tenant, { name: "变更客户", manager_user_id: managerId });
  signerId = (await makePerson(world, tenant, accountId, "郑签字")).personId;
});

const content = {
  scope: "增加一条 B 产线的安装与调试",
  feeMinor: 128_000_00,
  currency: "CNY",
  scheduleDays: 14,
  deliverOn: null,
};
const draft = async (more = {}, who = manager) =>
  who(requirementChanges.draft, {
    params: { accountId },
    body: { title: "加装 B 产线", ...content, ...more },
  });
type Act =
  | "send"
  | "revise"
  | "markStarted"
  | "confirmOurs"
  | "confirmTheirs"
  | "decline"
  | "withdraw";
const act = (name: Act, changeId: string, body?: object, who = manager, headers = any) =>
  who(requirementChanges[name], { params: { changeId }, headers, body: body as never });
const upload = (bytes: Buffer, who = manager, name = "签署件.pdf") => {
  const edge = "----mainstay-test";
  const head = `--${edge}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/pdf\r\n\r\n`;
  const body = Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${edge}--\r\n`)]);
  return who(requirementChanges.uploadPaper, {
    body: body as never,
    headers: { "content-type": `multipart/form-data; boundary=${edge}` },
  });
};
const sha = (bytes: Buffer | string) => createHash("sha256").update(bytes).digest("hex");
const sentOne = async () => {
  const { body } = await draft();
  await act("send", body.id);
  return body.id as string;
};
const signing = async (number: number, more = {}) => ({
  number,
  personId: signerId,
  signedOn: todayInShanghai(),
  paperFileId: (await upload(pdfBytes)).body.id,
  ...more,
});

test("drafted, sent with its paper, confirmed by both sides, locked: every hash is that of what it names", async () => {
  const drafted = await draft();
  expect(drafted).toMatchObject({
    status: 201,
    body: { status: "draft", newest: { number: 1, changed: [], sentAt: null } },
  });
  const { id } = drafted.body;
  const sent = await act("send", id);
  const { newest } = sent.body;
  expect(sent.body.status).toBe("sent");
  const known = { changeId: id, number: 1, account: "变更客户", title: "加装 B 产线", ...content };
  expect(newest.contentSha256).toBe(sha(canonicalContent(known)));
  const print = () => director(requirementChanges.print, { params: { changeId: id, number: 1 } });
  const [one, two] = [await print(), await print()];
  expect(one.bytes.equals(two.bytes)).toBe(true);
  expect(sha(one.bytes)).toBe(newest.paperSha256);
  expect((await act("confirmOurs", id, { number: 1 })).body.code).toBe(
    "requirement_change.own_version",
  );
  expect((await act("confirmOurs", id, { number: 1 }, director)).body.status).toBe("sent");
  const both = await act("confirmTheirs", id, await signing(1));
  expect(both.body).toMatchObject({
    status: "confirmed",
    newest: {
      confirmations: [
        { side: "ours", method: "signed_in", contentSha256: newest.contentSha256 },
        {
          side: "theirs",
          method: "uploaded_paper",
          by: { name: "郑签字" },
          paper: { sha256: sha(pdfBytes) },
        },
      ],
    },
    can: { revise: false, withdraw: false },
  });
  const signed = await director(requirementChanges.signedPaper, {
    params: { changeId: id, number: 1 },
  });
  expect(signed.bytes.equals(pdfBytes)).toBe(true);
  expect((await act("revise", id, { feeMinor: 1 })).body.code).toBe(
    "requirement_change.not_allowed_now",
  );
  for (const deed of [
    "drafted",
    "sent",
    "confirmed_by_us",
    "confirmed_by_them",
    "confirmed",
    "paper_read",
  ])
    expect(await auditOf(world, tenant, `requirement_change.${deed}`, id), deed).toHaveLength(1);
});

test("a change of a sent one is a new version with its differences; the older one can be confirmed no more", async () => {
  const id = await sentOne();
  await act("confirmOurs", id, { number: 1 }, director);
  expect((await act("revise", id, { feeMinor: content.feeMinor })).body.code).toBe(
    "requirement_change.unchanged",
  );
  const revised = await act("revise", id, { feeMinor: 99_000_00, scope: "只装半条" });
  expect(revised.body).toMatchObject({
    status: "draft",
    sentAt: null,
    newest: { number: 2, changed: ["scope", "feeMinor"], confirmations: [] },
  });
  expect(revised.body.versions.map(({ number }: { number: number }) => number)).toEqual([2, 1]);
  await act("send", id);
  const stale = await act("confirmTheirs", id, await signing(1));
  expect(stale.body.code).toBe("requirement_change.not_newest");
  const theirs = await act("confirmTheirs", id, await signing(2));
  expect(theirs.body.status).toBe("sent");
  expect((await act("confirmOurs", id, { number: 2 }, director)).body.status).toBe("confirmed");
});

test("a draft is written over and stays version 1; its paper is marked as a draft and kept nowhere", async () => {
  const { body } = await draft();
  const revised = await act("revise", body.id, { title: "改名", scheduleDays: -3 });
  expect(revised.body).toMatchObject({ title: "改名", newest: { number: 1, scheduleDays: -3 } });
  const pdf = await manager(requirementChanges.print, { params: { changeId: body.id, number: 1 } });
  expect(pdf.bytes.subarray(0, 5).toString()).toBe("%PDF-");
  const missing = await manager(requirementChanges.print, {
    params: { changeId: body.id, number: 7 },
  });
  expect(missing.body.code).toBe("requirement_change.version_not_found");
});

test("the signed paper is what its bytes say, is handed in by the one who records it, and counts once", async () => {
  const id = await sentOne();
  for (const bytes of [Buffer.from("MZ\x90 program"), Buffer.from("RIFF0000WEBPVP8 ")])
    expect((await upload(bytes)).body.code).toBe("requirement_change.paper_type");
  expect((await upload(Buffer.alloc(0))).body.code).toBe("import.file_empty");
  const large = Buffer.concat([pdfBytes, Buffer.alloc(5 * 1024 * 1024)]);
  expect((await upload(large)).body.code).toBe("import.file_too_large");
  const others = (await upload(pdfBytes, director)).body.id;
  const refused: [object, string][] = [
    [{ paperFileId: others }, "requirement_change.paper_not_found"],
    [{ paperFileId: crypto.randomUUID() }, "requirement_change.paper_not_found"],
    [{ personId: crypto.randomUUID() }, "person.not_found"],
    [{ signedOn: "2999-01-01" }, "requirement_change.in_future"],
    [{ signedOn: "2020-01-01" }, "requirement_change.signed_before_sent"],
  ];
  for (const [more, code] of refused)
    expect((await act("confirmTheirs", id, await signing(1, more))).body.code, code).toBe(code);
  const used = await signing(1);
  expect((await act("confirmTheirs", id, used)).status).toBe(200);
  const other = await sentOne();
  expect((await act("confirmTheirs", other, used)).body.code).toBe(
    "requirement_change.paper_not_found",
  );
});

test("files of a change outlive the night, a signed paper that nothing took up does not", async () => {
  const id = await sentOne();
  const used = await signing(1);
  await act("confirmTheirs", id, used);
  const loose = (await upload(pdfBytes)).body.id;
  const clock = { now: () => new Date(systemClock.now().getTime() + 2 * 86_400_000) };
  await consentJobs.end_expired_consents(
    { tenantId: tenant.tenantId },
    { ...jobContextOf(app, tenant.tenantId), clock },
  );
  const left = await askTenant<{ id: string }>(
    world,
    tenant,
    `select id from stored_file where id in ('${used.paperFileId}', '${loose}')`,
  );
  expect(left).toEqual([{ id: used.paperFileId }]);
  const kept = await manager(requirementChanges.print, { params: { changeId: id, number: 1 } });
  expect(kept.status).toBe(200);
});

test("work that began before both confirmed shows, and is over with the confirmation; the sum holds only what is confirmed", async () => {
  const place = await makeAccount(world, tenant, { name: "合计客户" });
  const { body } = await director(requirementChanges.draft, {
    params: { accountId: place },
    body: { title: "一", ...content },
  });
  expect((await act("markStarted", body.id, { startedOn: "2999-01-01" }, director)).body.code).toBe(
    "requirement_change.in_future",
  );
  await act("markStarted", body.id, { startedOn: "2026-01-05" }, director);
  const list = async () =>
    (await director(requirementChanges.listOfAccount, { params: { accountId: place } })).body;
  expect(await list()).toMatchObject({
    unconfirmedWork: 1,
    confirmed: [],
    items: [{ isWorkUnconfirmed: true, workStartedOn: "2026-01-05" }],
  });
  await askTenant(
    world,
    tenant,
    `update requirement_change set status = 'confirmed', confirmed_at = now() where id = '${body.id}'`,
  );
  expect(await list()).toMatchObject({
    unconfirmedWork: 0,
    confirmed: [
      { project: null, currency: "CNY", feeMinor: 128_000_00, scheduleDays: 14, changes: 1 },
    ],
  });
});

test("the customer declines, we withdraw, each for a reason; afterwards nothing moves", async () => {
  const id = await sentOne();
  expect((await act("decline", id, { reason: "预算没批" })).body).toMatchObject({
    status: "declined",
    closedBecause: "预算没批",
  });
  const { body } = await draft();
  expect((await act("decline", body.id, { reason: "x" })).body.code).toBe(
    "requirement_change.not_allowed_now",
  );
  expect((await act("withdraw", body.id, { reason: "写错客户" })).body.status).toBe("withdrawn");
  for (const name of ["send", "revise", "markStarted"] as const)
    expect((await act(name, body.id, { startedOn: null, feeMinor: 1 })).body.code, name).toBe(
      "requirement_change.not_allowed_now",
    );
});

test("who may not, who sees it not, who is late and who writes nonsense are refused", async () => {
  const id = await sentOne();
  const service = await sessionOf(app, tenant, await makeUser(world, tenant, "service"));
  expect((await act("confirmOurs", id, { number: 1 }, service)).status).toBe(403);
  const analyst = await sessionOf(app, tenant, await makeUser(world, tenant, "analyst"));
  expect((await draft({}, analyst)).status).toBe(403);
  const outsider = await sessionOf(app, tenant, await makeUser(world, tenant, "manager"));
  expect((await draft({}, outsider)).body.code).toBe("account.not_found");
  const foreign = await makeTenant(world);
  const stranger = await sessionOf(app, foreign, foreign.adminUserId);
  for (const who of [outsider, stranger]) {
    const seen = await who(requirementChanges.get, { params: { changeId: id } });
    expect(seen.body.code).toBe("requirement_change.not_found");
  }
  const late = await act("revise", id, { feeMinor: 5 }, manager, { "if-match": '"1"' });
  expect(late.status).toBe(412);
  expect((await draft({ projectId: crypto.randomUUID() })).body.code).toBe("project.not_found");
  for (const wrong of [
    { scope: " " },
    { feeMinor: 0.5 },
    { currency: "yuan" },
    { scheduleDays: 99_999 },
  ])
    expect((await draft(wrong)).body.code, JSON.stringify(wrong)).toBe("request.invalid");
});

test("the person who signed may be erased: the confirmation stays, without the name", async () => {
  const person = await makePerson(world, tenant, accountId, "临时签字");
  const id = await sentOne();
  await act("confirmTheirs", id, await signing(1, { personId: person.personId }));
  await askTenant(world, tenant, `delete from person where id = '${person.personId}'`);
  const { body } = await manager(requirementChanges.get, { params: { changeId: id } });
  expect(body.newest.confirmations).toMatchObject([{ side: "theirs", by: null }]);
});

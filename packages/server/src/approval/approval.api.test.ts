import { accounts } from "@mainstay/contract/account";
import { absences, type ApprovalView, approvals } from "@mainstay/contract/approval";
import { beforeAll, expect, test } from "vitest";
import { jobContextOf } from "../import/import-test-bench.ts";
import { withTenant } from "../platform/db/open-transaction.ts";
import type { App } from "../platform/http/app.ts";
import { sessionOf, type TestCaller, testApp } from "../platform/http/test-app.ts";
import { askTenant, auditOf } from "../platform/test-world/ask-tenant.ts";
import { makeAccount } from "../platform/test-world/make-account.ts";
import { makeTenant, makeUser, type TestTenant } from "../platform/test-world/make-tenant.ts";
import { testDay } from "../platform/test-world/test-day.ts";
import { type TestWorld, testWorld } from "../platform/test-world/test-world.ts";
import { approvalJobs } from "./approval-jobs.ts";

let app: App;
let world: TestWorld;
let tenant: TestTenant;
let managerId: string;
let directorId: string;
let manager: TestCaller;
let director: TestCaller;

const today = testDay();
const inDays = (days: number) => testDay(days);

/** A workspace with one manager and one director besides its administrator. */
const makeCompany = async () => {
  const own = await makeTenant(world);
  const ids = {
    manager: await makeUser(world, own, "manager"),
    director: await makeUser(world, own, "director"),
  };
  return { own, ids };
};

beforeAll(async () => {
  world = await testWorld();
  app = await testApp();
  const { own, ids } = await makeCompany();
  tenant = own;
  managerId = ids.manager;
  directorId = ids.director;
  manager = await sessionOf(app, tenant, managerId);
  director = await sessionOf(app, tenant, directorId);
});

const makeOwn = (own = tenant, owner = managerId) =>
  makeAccount(world, own, { name: "审批客户", manager_user_id: owner }, { segment: "maintain" });
const askMove = async (accountId: string, who = manager) =>
  who(approvals.askSegmentMove, { body: { accountId, toSegment: "core", note: "订单翻倍" } });
const decide = (
  one: Pick<ApprovalView, "id" | "version">,
  decision: "approve" | "refuse",
  who = director,
  note = "同意",
) =>
  who(approvals.decide, {
    params: { approvalId: one.id },
    body: { decision, note },
    headers: { "if-match": `"${one.version}"` },
  });
const waiting = async (who: TestCaller) =>
  (await who(approvals.list, { query: { view: "waiting" } as never })).body.items as ApprovalView[];
/** Which news of an approval a user was told. */
const toldOf = (userId: string, approvalId: string) =>
  withTenant(world.database, tenant.ownScope(userId), async (tx) =>
    (
      await tx
        .selectFrom("notification")
        .select("kind")
        .where("subject_id", "=", approvalId)
        .orderBy("created_at")
        .execute()
    ).map(({ kind }) => kind),
  );
const segmentOf = async (accountId: string) =>
  (
    await askTenant<{ segment: string }>(
      world,
      tenant,
      `select segment from account_standing where account_id = '${accountId}'`,
    )
  )[0]?.segment;

test("a manager proposes a move of segment, a director approves, and the account moves in the same moment", async () => {
  const accountId = await makeOwn();
  const { status, body } = await askMove(accountId);
  expect(status).toBe(201);
  expect(body).toMatchObject({
    kind: "segment_move",
    status: "pending",
    account: { id: accountId },
    reason: { code: "approval.segment_move", params: { from: "maintain", to: "core" } },
    waitsFor: [{ id: directorId }],
    can: { decide: false, withdraw: true, remind: true },
  });
  expect((await askMove(accountId)).body.code).toBe("approval.already_asked");
  const [mine] = (await waiting(director)).filter(({ id }) => id === body.id);
  expect(mine).toMatchObject({ can: { decide: true }, decidingFor: null });
  const decided = await decide(body, "approve");
  expect(decided.body).toMatchObject({ status: "approved", decidedBy: { id: directorId } });
  expect(await segmentOf(accountId)).toBe("core");
  expect(await auditOf(world, tenant, "approval.requested", body.id)).toHaveLength(1);
  expect(await auditOf(world, tenant, "approval.approved", body.id)).toHaveLength(1);
  expect(await auditOf(world, tenant, "segment.published", accountId)).toHaveLength(1);
  expect(await toldOf(directorId, body.id)).toEqual(["approval_asked"]);
  expect(await toldOf(managerId, body.id)).toEqual(["approval_decided"]);
});

test("a refusal needs its reason and changes nothing; what is decided stays decided", async () => {
  const accountId = await makeOwn();
  const { body } = await askMove(accountId);
  expect((await decide(body, "refuse", director, "")).body.code).toBe("approval.note_needed");
  const refused = await decide(body, "refuse", director, "再看一季");
  expect(refused.body).toMatchObject({ status: "refused", decisionNote: "再看一季" });
  expect(await segmentOf(accountId)).toBe("maintain");
  expect(await auditOf(world, tenant, "approval.refused", body.id)).toHaveLength(1);
  expect((await decide(refused.body, "approve")).body.code).toBe("approval.decided");
  expect((await askMove(accountId)).status).toBe(201);
});

test("of two who decide at once one wins, and the effect happens once", async () => {
  const second = await sessionOf(app, tenant, await makeUser(world, tenant, "director"));
  const accountId = await makeOwn();
  const { body } = await askMove(accountId);
  const both = await Promise.all([decide(body, "approve"), decide(body, "approve", second)]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  const moves = await askTenant(
    world,
    tenant,
    `select 1 from segment_move where account_id = '${accountId}' and status = 'published'`,
  );
  expect(moves).toHaveLength(1);
});

test("nobody decides their own request, an old version is refused, others and other workspaces find nothing", async () => {
  const accountId = await makeOwn();
  const { body } = await askMove(accountId, director);
  expect((await decide(body, "approve")).body.code).toBe("approval.own");
  const admin = await sessionOf(app, tenant, tenant.adminUserId);
  expect((await decide(body, "approve", admin)).body.code).toBe("approval.not_yours");
  const stranger = await sessionOf(app, tenant, await makeUser(world, tenant, "manager"));
  expect((await decide(body, "approve", stranger)).body.code).toBe("approval.not_found");
  const other = await makeCompany();
  const foreign = await sessionOf(app, other.own, other.ids.director);
  expect((await decide(body, "approve", foreign)).body.code).toBe("approval.not_found");
  expect((await foreign(approvals.list)).body.total).toBe(0);
  const analyst = await sessionOf(app, tenant, await makeUser(world, tenant, "analyst"));
  expect((await decide(body, "approve", analyst)).body.code).toBe("access.not_permitted");
  const { body: fresh } = await askMove(await makeOwn());
  expect((await decide({ ...fresh, version: 9 }, "approve")).status).toBe(412);
});

test("where the role has nobody but who asks, an administrator decides", async () => {
  const { own, ids } = await makeCompany();
  const only = await sessionOf(app, own, ids.director);
  const admin = await sessionOf(app, own, own.adminUserId);
  const accountId = await makeOwn(own, ids.manager);
  const { body } = await askMove(accountId, only);
  expect(body.waitsFor).toMatchObject([{ id: own.adminUserId }]);
  expect((await decide(body, "approve", admin)).body.status).toBe("approved");
});

test("who asked takes it back; nobody else does", async () => {
  const { body } = await askMove(await makeOwn());
  const withdraw = (who: TestCaller) =>
    who(approvals.withdraw, { params: { approvalId: body.id }, headers: { "if-match": '"1"' } });
  expect((await withdraw(director)).body.code).toBe("approval.not_yours");
  expect((await withdraw(manager)).body.status).toBe("withdrawn");
  expect(await auditOf(world, tenant, "approval.withdrawn", body.id)).toHaveLength(1);
  expect((await decide(body, "approve")).body.code).toBe("approval.decided");
});

test("while somebody is away their stand-in decides in their name, also without seeing the account; a circle ends safely", async () => {
  const { own, ids } = await makeCompany();
  const deputyId = await makeUser(world, own, "manager");
  const [boss, deputy] = [
    await sessionOf(app, own, ids.director),
    await sessionOf(app, own, deputyId),
  ];
  const asker = await sessionOf(app, own, ids.manager);
  const absence = { delegateUserId: deputyId, fromOn: today, toOn: inDays(7), note: "" };
  expect((await boss(absences.add, { body: absence })).status).toBe(201);
  expect((await boss(absences.add, { body: absence })).body.code).toBe("absence.overlapping");
  const { body } = await askMove(await makeOwn(own, ids.manager), asker);
  expect(body.waitsFor).toMatchObject([{ id: deputyId }]);
  const [seen] = await waiting(deputy);
  expect(seen).toMatchObject({
    id: body.id,
    account: { name: "审批客户" },
    decidingFor: { id: ids.director },
  });
  // The deputy's own requests are not theirs to decide in the director's name.
  const own2 = await askMove(await makeOwn(own, deputyId), deputy);
  expect((await decide(own2.body, "approve", deputy)).body.code).toBe("approval.own");
  const circle = { delegateUserId: ids.director, fromOn: today, toOn: today, note: "" };
  const back = await deputy(absences.add, { body: circle });
  expect(back.status).toBe(201);
  expect((await waiting(deputy)).map(({ id }) => id)).toEqual([]);
  await deputy(absences.remove, { params: { absenceId: back.body.id } });
  const decided = await decide(body, "approve", deputy);
  expect(decided.body).toMatchObject({
    decidedBy: { id: deputyId },
    decidedFor: { id: ids.director },
  });
});

test("an absence is one's own: dates in order, a stand-in who is there and may approve; others' are not there", async () => {
  const gone = await makeUser(world, tenant, "director");
  await askTenant(world, tenant, `update app_user set is_active = false where id = '${gone}'`);
  const analyst = await makeUser(world, tenant, "analyst");
  const draft = { delegateUserId: directorId, fromOn: inDays(10), toOn: inDays(12), note: "年假" };
  const add = (change: object) => manager(absences.add, { body: { ...draft, ...change } });
  for (const delegateUserId of [gone, analyst, managerId, crypto.randomUUID()])
    expect((await add({ delegateUserId })).body.code).toBe("absence.delegate_not_found");
  expect((await add({ toOn: inDays(9) })).body.fields[0].path).toBe("toOn");
  const { body } = await add({});
  const params = { absenceId: body.id };
  expect((await director(absences.change, { params, body: draft })).body.code).toBe(
    "absence.not_found",
  );
  const changed = await manager(absences.change, { params, body: { ...draft, toOn: inDays(20) } });
  expect(changed.body).toMatchObject({ toOn: inDays(20), delegate: { id: directorId } });
  const listed = await director(absences.list);
  expect(listed.body.standingInFor).toMatchObject([{ user: { id: managerId } }]);
  expect((await director(absences.remove, { params })).status).toBe(404);
  expect((await manager(absences.remove, { params })).status).toBe(204);
  for (const act of ["added", "changed", "removed"])
    expect(await auditOf(world, tenant, `absence.${act}`, body.id), act).toHaveLength(1);
});

test("small gifts entered from the latest day to the earliest count as many as the other way round", async () => {
  const accountId = await makeOwn();
  const statuses: string[] = [];
  for (const daysAgo of [0, 20, 40, 60, 80]) {
    const { body } = await manager(approvals.askGift, {
      body: {
        accountId,
        giftKind: "gift",
        valueMinor: 15_000,
        purpose: "节日慰问",
        costCentre: "KA-01",
        givenOn: inDays(-daysAgo),
        isGivenOpenly: true,
        isPublicSector: false,
        isBidOpen: false,
      },
    });
    statuses.push(body.status);
  }
  expect(statuses).toEqual(["approved", "approved", "approved", "approved", "pending"]);
});

test("a small gift is allowed by rule and counted, a larger one asks the right role, what is never given is refused", async () => {
  const compliance = await makeUser(world, tenant, "compliance");
  const accountId = await makeOwn();
  const gift = {
    accountId,
    giftKind: "gift" as const,
    valueMinor: 15_000,
    purpose: "中秋慰问",
    costCentre: "KA-01",
    givenOn: today,
    isGivenOpenly: true,
    isPublicSector: false,
    isBidOpen: false,
  };
  const ask = (change: object = {}) => manager(approvals.askGift, { body: { ...gift, ...change } });
  const small = await ask();
  expect(small.body).toMatchObject({
    status: "approved",
    isByRule: true,
    decidedBy: null,
    gift: { costCentre: "KA-01" },
  });
  // The second within a fortnight counts with the first: 300 yuan need the director.
  const split = await ask();
  expect(split.body).toMatchObject({
    status: "pending",
    approverRole: "director",
    reason: { params: { count: 1 } },
  });
  const dear = await ask({ valueMinor: 60_000 });
  expect(dear.body).toMatchObject({ approverRole: "compliance", waitsFor: [{ id: compliance }] });
  expect((await ask({ form: "card" })).body.code).toBe("approval.gift_form_forbidden");
  expect((await ask({ isForFamily: true })).body.code).toBe("approval.gift_for_family");
  expect((await ask({ personId: crypto.randomUUID() })).body.code).toBe("person.not_found");
});

test("reminders go out once a day by hand, by who asked or oversees", async () => {
  const { body } = await askMove(await makeOwn());
  const remind = (who: TestCaller) =>
    who(approvals.remind, { params: { approvalId: body.id }, headers: { "if-match": "*" } });
  expect((await remind(manager)).body).toMatchObject({ reminders: 1 });
  expect((await remind(director)).body.code).toBe("approval.already_reminded");
  expect(await auditOf(world, tenant, "approval.reminded", body.id)).toHaveLength(1);
});

test("every night what is due is reminded of, once; an approval whose time ran out unused is over", async () => {
  const { body } = await askMove(await makeOwn());
  const later = await askMove(await makeOwn());
  await askTenant(
    world,
    tenant,
    `update approval set due_on = '2026-01-01' where id = '${body.id}'`,
  );
  const { body: access } = await askMove(await makeOwn());
  await askTenant(
    world,
    tenant,
    `update approval set status = 'approved', decided_by = '${directorId}', decided_at = now(), valid_until = now() - interval '1 hour'
     where id = '${access.id}'`,
  );
  const context = jobContextOf(app, tenant.tenantId);
  for (let night = 0; night < 2; night++)
    await approvalJobs.remind_approvals({ tenantId: tenant.tenantId }, context);
  const get = async (id: string) =>
    (await director(approvals.get, { params: { approvalId: id } })).body;
  expect(await get(body.id)).toMatchObject({ reminders: 1, isOverdue: true });
  expect(await get(later.body.id)).toMatchObject({ reminders: 0, isOverdue: false });
  expect(await get(access.id)).toMatchObject({ status: "lapsed" });
  expect(await toldOf(directorId, body.id)).toEqual(["approval_asked", "approval_reminder"]);
  const overdue = await director(approvals.list, { query: { view: "overdue" } as never });
  expect(overdue.body.items.map(({ id }: ApprovalView) => id)).toContain(body.id);
});

test("an approver who left does not block: the role decides", async () => {
  const { own, ids } = await makeCompany();
  const namedId = await makeUser(world, own, "director");
  const asker = await sessionOf(app, own, ids.manager);
  const { body } = await askMove(await makeOwn(own, ids.manager), asker);
  await askTenant(
    world,
    own,
    `update approval set approver_user_id = '${namedId}' where id = '${body.id}'`,
  );
  const boss = await sessionOf(app, own, ids.director);
  expect((await decide(body, "approve", boss)).body.code).toBe("approval.not_yours");
  await askTenant(world, own, `update app_user set is_active = false where id = '${namedId}'`);
  expect((await decide(body, "approve", boss)).body.status).toBe("approved");
});

test("an export of more rows than allowed needs an approval, which is good for one", async () => {
  const { own, ids } = await makeCompany();
  const asker = await sessionOf(app, own, ids.manager);
  for (let i = 0; i < 2; i++) await makeOwn(own, ids.manager);
  const take = () => asker(accounts.export, { query: {} as never });
  const ask = () => asker(approvals.askExport, { body: { what: "accounts", note: "年度盘点" } });
  expect((await ask()).body.code).toBe("approval.not_needed");
  await askTenant(
    world,
    own,
    `update tenant set export_approval_rows = 1 where id = '${own.tenantId}'`,
  );
  const refused = await take();
  expect(refused.body).toMatchObject({
    code: "approval.export_needed",
    params: { rows: 2, limit: 1 },
  });
  const { body } = await ask();
  expect((await ask()).body.code).toBe("approval.already_asked");
  const boss = await sessionOf(app, own, ids.director);
  await decide(body, "approve", boss);
  expect((await take()).status).toBe(200);
  expect((await take()).body.code).toBe("approval.export_needed");
  expect(await auditOf(world, own, "approval.used", body.id)).toHaveLength(1);
});

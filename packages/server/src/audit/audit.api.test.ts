import { accounts } from "@mainstay/contract/account";
import { audits } from "@mainstay/contract/audit";
import { recordExports } from "@mainstay/contract/record-export";
import { mintTenantId } from "@mainstay/domain/tenant/tenant-id";
import pg from "pg";
import { beforeEach, expect, test } from "vitest";
import { calendarDayIn, systemClock } from "../platform/clock/clock.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import { withTenant } from "../platform/db/open-transaction.ts";
import type { App } from "../platform/http/app.ts";
import { sessionOf, type TestCaller, testApp } from "../platform/http/test-app.ts";
import { terminalJobContext } from "../cli/import-job-context.ts";
import { askTenant } from "../platform/test-world/ask-tenant.ts";
import { makeAccount } from "../platform/test-world/make-account.ts";
import { makeTenant, makeUser, type TestTenant } from "../platform/test-world/make-tenant.ts";
import { type TestWorld, testWorld } from "../platform/test-world/test-world.ts";
import { auditJobs } from "./audit-jobs.ts";

let app: App;
let world: TestWorld;
let tenant: TestTenant;
let officerId: string;
let officer: TestCaller;
beforeEach(async () => {
  [app, world] = await Promise.all([testApp(), testWorld()]);
  tenant = await makeTenant(world);
  officerId = await makeUser(world, tenant, "compliance");
  officer = await sessionOf(app, tenant, officerId);
});

const act = (
  name: `${string}.${string}`,
  subject: { kind: string; id: string | null },
  detail: Record<string, unknown> = {},
) =>
  withTenant(world.database, tenant.scope, (tx) =>
    recordAudit(
      tx,
      { tenantId: tenant.tenantId, actor: { userId: tenant.adminUserId }, requestId: "r" },
      name,
      subject,
      detail,
    ),
  );
const verifyTonight = () =>
  auditJobs.verify_audit(
    { tenantId: tenant.tenantId },
    terminalJobContext(world.database, mintTenantId(tenant.tenantId), "/nowhere"),
  );
const tamper = async (text: string) => {
  const client = new pg.Client(world.adminUrl);
  await client.connect();
  await client.query(text, [tenant.tenantId]);
  await client.end();
};
const listed = async (query: object) =>
  (await officer(audits.list, { query })).body.items.map((row: { act: string }) => row.act);

test("acts are narrowed by what was done, to which record, about which account, by whom and when", async () => {
  const accountId = await makeAccount(world, tenant, { name: "万华化学" });
  const other = await makeAccount(world, tenant, { name: "别家" });
  await act("account.edited", { kind: "account", id: accountId });
  await act("task.added", { kind: "task", id: "t" }, { accountId });
  await act("account.edited", { kind: "account", id: other });
  expect(await listed({ accountId })).toEqual(["task.added", "account.edited"]);
  expect(await listed({ act: "task.added" })).toEqual(["task.added"]);
  expect(await listed({ subjectKind: "account", subjectId: other })).toEqual(["account.edited"]);
  expect(await listed({ actorUserId: officerId })).toEqual([]);
  const today = calendarDayIn("Asia/Shanghai", systemClock.now());
  expect((await listed({ fromOn: today, toOn: today })).length).toBe(3);
  expect(await listed({ toOn: "2020-01-01" })).toEqual([]);
});

test("an act names the account and the person it concerns", async () => {
  const accountId = await makeAccount(world, tenant, { name: "万华化学" });
  await act("person.added", { kind: "person", id: "no-uuid" }, { accountId });
  const { body } = await officer(audits.list);
  expect(body.items[0]).toMatchObject({
    account: { id: accountId, name: "万华化学" },
    person: null,
    actor: { id: tenant.adminUserId, name: "admin" },
  });
});

test("the audit as CSV is in the reader's words, runs no formula and is recorded itself", async () => {
  await act("task.added", { kind: "task", id: "=cmd|' /C calc'!A0" }, { title: '写信，"急"' });
  const answer = await officer(audits.export, {
    query: { act: "task.added" },
    headers: { "accept-language": "zh-CN" },
  });
  expect(answer.status).toBe(200);
  expect(answer.headers["content-type"]).toContain("text/csv");
  const text = answer.bytes.toString("utf8");
  expect(text).toContain("安排了任务");
  expect(text).toContain("'=cmd");
  expect(text.split("\r\n").length).toBe(3);
  const recorded = await askTenant<{ detail: object; actor_user_id: string }>(
    world,
    tenant,
    "select detail, actor_user_id from audit where act = 'audit.exported'",
  );
  expect(recorded).toEqual([
    { actor_user_id: officerId, detail: { filter: { act: "task.added" } } },
  ]);
});

test("exports of accounts and of records leave an act behind", async () => {
  const admin = await sessionOf(app, tenant, tenant.adminUserId);
  await admin(accounts.export);
  await admin(recordExports.csv, { params: { kind: "contact" } });
  const done = await askTenant<{ act: string }>(
    world,
    tenant,
    "select act from audit where act like '%.exported' order by at",
  );
  expect(done.map((row) => row.act)).toEqual(["account.exported", "record.exported"]);
});

test("before the first night there is no verification; after it its judgement is shown", async () => {
  expect((await officer(audits.verification)).body).toEqual({ last: null });
  await act("task.added", { kind: "task", id: "t" });
  await verifyTonight();
  expect((await officer(audits.verification)).body.last).toMatchObject({
    isIntact: true,
    rowsChecked: 1,
    headSequence: 1,
    findings: [],
  });
});

test("a broken audit is raised once, as a task for compliance and as an act", async () => {
  for (let i = 0; i < 3; i++) await act("task.added", { kind: "task", id: `${i}` });
  await tamper(
    'update audit set detail = \'{"title": "x"}\' where tenant_id = $1 and id = (select audit_id from audit_chain where tenant_id = $1 and sequence = 2)',
  );
  await verifyTonight();
  await verifyTonight();
  expect((await officer(audits.verification)).body.last).toMatchObject({
    isIntact: false,
    findings: [{ kind: "changed", sequence: 2, act: "task.added" }],
  });
  const tasks = await askTenant<{ title: string; owner_user_id: string }>(
    world,
    tenant,
    "select title, owner_user_id from task",
  );
  expect(tasks.length).toBe(1);
  expect(tasks[0]?.owner_user_id).toBe(officerId);
  expect(tasks[0]?.title).toContain("第 2 条");
  expect(await listed({ act: "audit.broken" })).toEqual(["audit.broken"]);
});

test("a tail cut off between two nights is found by the second", async () => {
  for (let i = 0; i < 3; i++) await act("task.added", { kind: "task", id: `${i}` });
  await verifyTonight();
  await tamper(
    "delete from audit a using audit_chain c where c.tenant_id = $1 and c.sequence = 3 and a.tenant_id = $1 and a.id = c.audit_id",
  );
  await tamper("delete from audit_chain where tenant_id = $1 and sequence = 3");
  await verifyTonight();
  expect((await officer(audits.verification)).body.last.findings).toMatchObject([
    { kind: "cut", sequence: 3 },
  ]);
});

test("a verification can be asked for; managers may neither ask nor look", async () => {
  expect((await officer(audits.verify)).status).toBe(204);
  expect(await listed({ act: "audit.verification_requested" })).toHaveLength(1);
  const manager = await sessionOf(app, tenant, await makeUser(world, tenant, "manager"));
  expect((await manager(audits.verify)).status).toBe(403);
  expect((await manager(audits.verification)).status).toBe(403);
  expect((await manager(audits.export)).status).toBe(403);
});

test("another workspace's acts are never listed", async () => {
  await act("task.added", { kind: "task", id: "t" });
  const elsewhere = await makeTenant(world);
  const admin = await sessionOf(app, elsewhere, elsewhere.adminUserId);
  expect((await admin(audits.list)).body.items).toEqual([]);
});

import { caseAttachments } from "@mainstay/contract/case-attachment";
import { caseLinks } from "@mainstay/contract/case-link";
import { costs, hourlyRates } from "@mainstay/contract/cost";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { newId } from "../platform/clock/new-id.ts";
import { withTenant } from "../platform/db/open-transaction.ts";
import type { App } from "../platform/http/app.ts";
import { sessionOf, type TestCaller, testApp } from "../platform/http/test-app.ts";
import { askTenant, auditOf } from "../platform/test-world/ask-tenant.ts";
import { makeAccount } from "../platform/test-world/make-account.ts";
import { makePerson } from "../platform/test-world/make-person.ts";
import { makeRow } from "../platform/test-world/make-row.ts";
import { makeTenant, makeUser, type TestTenant } from "../platform/test-world/make-tenant.ts";
import { type TestWorld, testWorld } from "../platform/test-world/test-world.ts";
import { storeAttachment } from "./store-attachment.ts";

let app: App;
let world: TestWorld;
let tenant: TestTenant;
let managerId: string;
let serviceId: string;
let manager: TestCaller;
let director: TestCaller;
let service: TestCaller;
let accountId: string;
let caseId: string;
let number = 0;

beforeAll(async () => {
  world = await testWorld();
  app = await testApp();
  tenant = await makeTenant(world);
  managerId = await makeUser(world, tenant, "manager");
  serviceId = await makeUser(world, tenant, "service");
  manager = await sessionOf(app, tenant, managerId);
  service = await sessionOf(app, tenant, serviceId);
  director = await sessionOf(app, tenant, await makeUser(world, tenant, "director"));
  await askTenant(
    world,
    tenant,
    `update app_user set visibility = 'all' where id = '${serviceId}'`,
  );
  accountId = await makeAccount(world, tenant, { name: "申告客户", manager_user_id: managerId });
});
beforeEach(async () => {
  caseId = await makeCase();
});

const makeCase = (more: object = {}) =>
  makeRow(world, tenant, "service_case", {
    number: ++number,
    account_id: accountId,
    kind: "fault",
    level: "general",
    title: "阀门漏油",
    channel: "phone",
    first_responder_id: managerId,
    policy_version: 0,
    reply_due_at: "2999-01-01T00:00:00Z",
    solve_due_at: "2999-01-01T00:00:00Z",
    ...more,
  });
const pdf = Buffer.from("%PDF-1.7\nlook");
const upload = (bytes: Buffer = pdf, name = "现场.pdf", who = manager, of = caseId) => {
  const form = new FormData();
  form.set("file", new Blob([new Uint8Array(bytes)]), name);
  return who(caseAttachments.add, { params: { caseId: of }, body: form as never });
};
const list = async (who = manager) =>
  (await who(caseAttachments.list, { params: { caseId } })).body;
const addCost = (body: object, who = manager) =>
  who(costs.addToCase, {
    params: { caseId },
    body: { kind: "travel", incurredOn: "2026-01-05", ...body } as never,
  });
const link = (kind: string, targetId: string, who = manager) =>
  who(caseLinks.add, { params: { caseId }, body: { kind, targetId } as never });
const eventsOf = (of = caseId) =>
  askTenant<{ kind: string }>(
    world,
    tenant,
    `select kind from case_event where case_id = '${of}' order by at, id`,
  );

test("a file is taken by its content, listed, handed out to be saved, and removed with its bytes", async () => {
  const added = await upload();
  expect(added.status).toBe(201);
  expect(added.body).toMatchObject({
    name: "现场.pdf",
    mediaType: "application/pdf",
    byCustomer: false,
    isPublic: false,
    addedBy: { id: managerId },
    can: { remove: true },
  });
  expect((await list()).items).toHaveLength(1);
  const params = { caseId, attachmentId: added.body.id };
  const got = await manager(caseAttachments.download, { params });
  expect(got.bytes.equals(pdf)).toBe(true);
  expect(got.headers["content-disposition"]).toContain("attachment");
  expect(got.headers["x-content-type-options"]).toBe("nosniff");
  expect((await service(caseAttachments.remove, { params })).body.code).toBe(
    "access.not_permitted",
  );
  expect((await manager(caseAttachments.remove, { params })).status).toBe(204);
  expect(await askTenant(world, tenant, "select 1 from stored_file")).toEqual([]);
  expect((await manager(caseAttachments.download, { params })).body.code).toBe(
    "case.attachment_not_found",
  );
  expect((await eventsOf()).map(({ kind }) => kind)).toEqual(["attached", "detached"]);
  for (const act of ["attached", "attachment_read", "detached"])
    expect(await auditOf(world, tenant, `case.${act}`, caseId), act).toHaveLength(1);
});

test("a false type, a program, nothing, too much and one too many are refused with their reason", async () => {
  expect((await upload(Buffer.from("MZ\x90\x00"), "setup.exe")).body.code).toBe(
    "case.attachment_type",
  );
  expect((await upload(pdf, "photo.png")).body.code).toBe("case.attachment_false");
  expect((await upload(Buffer.from("<script>alert(1)</script>"), "a.html")).body.code).toBe(
    "case.attachment_false",
  );
  expect((await upload(Buffer.alloc(0))).body.code).toBe("import.file_empty");
  const large = Buffer.concat([pdf, Buffer.alloc(10 * 1024 * 1024)]);
  expect((await upload(large)).body.code).toBe("import.file_too_large");
  const store = (most: number) =>
    withTenant(world.database, tenant.scope, (tx) =>
      storeAttachment(
        tx,
        { tenantId: tenant.tenantId, actor: null, requestId: null },
        {
          caseId,
          fileName: "照片",
          bytes: pdf,
          at: new Date(),
          userId: null,
          isByCustomer: true,
          most,
        },
      ),
    );
  expect(await store(1)).toMatchObject({ name: "照片.pdf" });
  await expect(store(1)).rejects.toMatchObject({ code: "case.attachment_too_many" });
  expect((await list()).items).toMatchObject([
    { byCustomer: true, isPublic: true, addedBy: null, can: { remove: false } },
  ]);
});

test("nobody complained about and nobody elsewhere hangs anything on a case", async () => {
  caseId = await makeCase({ complained_user_ids: [managerId] });
  expect((await upload()).body.code).toBe("case.not_allowed_now");
  expect((await list()).can).toEqual({ add: false });
  expect((await addCost({ amountMinor: 1 })).body.code).toBe("access.not_permitted");
  const noted = await manager(costs.listOfCase, { params: { caseId } });
  expect(noted.body).toMatchObject({ sumMinor: 0, can: { add: false } });
  const other = await makeTenant(world);
  const stranger = await sessionOf(app, other, await makeUser(world, other, "director"));
  expect((await upload(pdf, "a.pdf", stranger)).body.code).toBe("case.not_found");
  const own = await sessionOf(app, tenant, await makeUser(world, tenant, "manager"));
  expect((await own(caseAttachments.list, { params: { caseId } })).body.code).toBe(
    "case.not_found",
  );
});

test("hours are valued at the rate of their role; the sum stands on the case and in the account's year", async () => {
  const hours = { kind: "hours", hours: 1.5, role: "service" };
  expect((await addCost(hours)).body.code).toBe("cost.rate_missing");
  const set = (rateMinor: number | null, who = director) =>
    who(hourlyRates.set, { params: { role: "service" }, body: { rateMinor } });
  expect((await set(20_000, manager)).status).toBe(403);
  expect((await set(20_000)).body.items).toContainEqual({ role: "service", rateMinor: 20_000 });
  const added = await addCost(hours);
  expect(added.body).toMatchObject({ amountMinor: 30_000, hours: 1.5, quantity: null });
  await addCost({ kind: "part", amountMinor: 5_000, quantity: 2, note: "密封圈" });
  await addCost({ amountMinor: 700, incurredOn: "2025-12-31" });
  const { body } = await manager(costs.listOfCase, { params: { caseId } });
  expect(body).toMatchObject({ sumMinor: 35_700, currency: "CNY", can: { add: true } });
  expect(body.items).toHaveLength(3);
  const year = async (of: number) =>
    (await manager(costs.ofAccount, { params: { accountId }, query: { year: of } as never })).body;
  expect(await year(2026)).toMatchObject({
    sumMinor: 35_000,
    entries: 2,
    byKind: [
      { kind: "hours", amountMinor: 30_000 },
      { kind: "part", amountMinor: 5_000 },
    ],
  });
  expect(await year(2025)).toMatchObject({ sumMinor: 700 });
  const params = { costId: added.body.id };
  expect((await service(costs.remove, { params })).body.code).toBe("access.not_permitted");
  expect((await director(costs.remove, { params })).status).toBe(204);
  expect((await director(costs.remove, { params })).body.code).toBe("cost.not_found");
  expect(await year(2026)).toMatchObject({ sumMinor: 5_000 });
  expect(await auditOf(world, tenant, "case.cost_added", caseId)).toHaveLength(3);
  expect(await auditOf(world, tenant, "case.cost_removed", caseId)).toHaveLength(1);
  expect((await set(null)).body.items).toContainEqual({ role: "service", rateMinor: null });
});

test.each([
  [{ amountMinor: 1, incurredOn: "2999-01-01" }, "cost.day_in_future"],
  [{}, "cost.amount_missing"],
  [{ kind: "hours" }, "cost.hours_missing"],
  [{ amountMinor: 1, hours: 2 }, "cost.hours_unfit"],
])("a cost %j is refused: %s", async (body, code) => {
  expect((await addCost(body)).body.code).toBe(code);
});

test("a case is linked to what belongs to its account, once, and let go of again", async () => {
  const { personId } = await makePerson(world, tenant, accountId, "王工");
  const orderId = await makeRow(world, tenant, "sales_order", {
    external_id: `SO-${newId()}`,
    account_id: accountId,
    kind: "order",
    ordered_on: "2026-01-01",
    booked_on: "2026-01-01",
    currency: "CNY",
    net_minor: 1,
    base_net_minor: 1,
  });
  const projectId = await makeRow(world, tenant, "project", {
    account_id: accountId,
    name: "二期",
  });
  const first = await link("person", personId);
  expect(first.status).toBe(201);
  expect(first.body).toMatchObject({ kind: "person", target: { id: personId, name: "王工" } });
  expect((await link("person", personId)).body.id).toBe(first.body.id);
  await link("order", orderId);
  await link("project", projectId);
  const found = async () => (await manager(caseLinks.list, { params: { caseId } })).body.items;
  expect((await found()).map(({ kind }: { kind: string }) => kind)).toEqual([
    "person",
    "order",
    "project",
  ]);
  const elsewhere = await makeAccount(world, tenant, { name: "别家", manager_user_id: managerId });
  const foreign = await makeRow(world, tenant, "project", { account_id: elsewhere, name: "外" });
  expect((await link("project", foreign)).body.code).toBe("case.link_target_not_found");
  const params = { caseId, caseLinkId: first.body.id };
  expect((await manager(caseLinks.remove, { params })).status).toBe(204);
  expect((await manager(caseLinks.remove, { params })).body.code).toBe("case.link_not_found");
  expect(await found()).toHaveLength(2);
  expect(await auditOf(world, tenant, "case.linked", caseId)).toHaveLength(3);
  expect(await auditOf(world, tenant, "case.unlinked", caseId)).toHaveLength(1);
  const director2 = await makeCase({ status: "duplicate", duplicate_of_id: caseId });
  expect(
    (
      await manager(caseLinks.add, {
        params: { caseId: director2 },
        body: { kind: "project", targetId: projectId } as never,
      })
    ).body.code,
  ).toBe("case.not_allowed_now");
});

import { needEvidence, promiseEvidence } from "@mainstay/contract/evidence-file";
import { beforeAll, expect, test } from "vitest";
import type { App } from "../platform/http/app.ts";
import { sessionOf, type TestCaller, testApp } from "../platform/http/test-app.ts";
import { askTenant, auditOf } from "../platform/test-world/ask-tenant.ts";
import { makeAccount } from "../platform/test-world/make-account.ts";
import { makeRow } from "../platform/test-world/make-row.ts";
import { makeTenant, makeUser, type TestTenant } from "../platform/test-world/make-tenant.ts";
import { type TestWorld, testWorld } from "../platform/test-world/test-world.ts";

let app: App;
let world: TestWorld;
let tenant: TestTenant;
let managerId: string;
let manager: TestCaller;
let colleague: TestCaller;
let director: TestCaller;
let promiseId: string;
let needId: string;
const pdf = Buffer.from("%PDF-1.7\nlook");

beforeAll(async () => {
  world = await testWorld();
  app = await testApp();
  tenant = await makeTenant(world);
  managerId = await makeUser(world, tenant, "manager");
  const backupId = await makeUser(world, tenant, "manager");
  manager = await sessionOf(app, tenant, managerId);
  colleague = await sessionOf(app, tenant, backupId);
  director = await sessionOf(app, tenant, await makeUser(world, tenant, "director"));
  const account_id = await makeAccount(world, tenant, {
    name: "凭证客户",
    manager_user_id: managerId,
    backup_user_id: backupId,
  });
  const days = { made_on: "2026-01-01", due_on: "2026-01-05", first_due_on: "2026-01-01" };
  promiseId = await makeRow(world, tenant, "promise", {
    account_id,
    title: "送样",
    department_id: await makeRow(world, tenant, "department", { name: "交付部" }),
    status: "kept",
    done_on: "2026-01-04",
    ...days,
  });
  needId = await makeRow(world, tenant, "need", {
    account_id,
    title: "缩短交期",
    level: "business",
    visibility: "explicit",
    state_since: "2026-01-01",
    source: "visit",
  });
});

const hang = (who: TestCaller, bytes: Buffer = pdf, name = "签收单.pdf") => {
  const form = new FormData();
  form.set("file", new Blob([new Uint8Array(bytes)]), name);
  return who(promiseEvidence.add, { params: { promiseId }, body: form as never });
};
const ofPromise = async (who = manager) =>
  (await who(promiseEvidence.list, { params: { promiseId } })).body;

test("a kept promise takes files by their content, hands them out to be saved, and gives them back with their bytes", async () => {
  const added = await hang(manager);
  expect(added.status).toBe(201);
  expect(added.body).toMatchObject({
    name: "签收单.pdf",
    mediaType: "application/pdf",
    addedBy: { id: managerId },
    can: { remove: true },
  });
  expect(await ofPromise()).toMatchObject({ items: [{ id: added.body.id }], can: { add: true } });
  const params = { promiseId, evidenceId: added.body.id };
  const got = await colleague(promiseEvidence.download, { params });
  expect(got.bytes.equals(pdf)).toBe(true);
  expect(got.headers["content-disposition"]).toContain("attachment");
  expect((await colleague(promiseEvidence.remove, { params })).body.code).toBe(
    "access.not_permitted",
  );
  expect((await manager(promiseEvidence.remove, { params })).status).toBe(204);
  expect((await manager(promiseEvidence.download, { params })).body.code).toBe(
    "evidence.not_found",
  );
  expect(await askTenant(world, tenant, "select 1 from stored_file")).toEqual([]);
  for (const act of ["added", "read", "removed"])
    expect(await auditOf(world, tenant, `promise.evidence_${act}`, promiseId), act).toHaveLength(1);
});

test("a false name, a page of script, a program, one file too many and a promise that is over are refused", async () => {
  expect((await hang(manager, pdf, "photo.png")).body.code).toBe("case.attachment_false");
  expect((await hang(manager, Buffer.from("<script>1</script>"), "a.html")).body.code).toBe(
    "case.attachment_false",
  );
  expect((await hang(manager, Buffer.from("MZ\x90\x00"), "a.exe")).body.code).toBe(
    "case.attachment_type",
  );
  await askTenant(
    world,
    tenant,
    `with f as (insert into stored_file (tenant_id, id, name, media_type, size_bytes, sha256, content)
       select '${tenant.tenantId}', gen_random_uuid(), 'x.txt', 'text/plain', 1, '\\x00', '\\x00' from generate_series(1, 20) returning id)
     insert into evidence_file (tenant_id, id, promise_id, file_id, added_at)
       select '${tenant.tenantId}', id, '${promiseId}', id, now() from f returning 1`,
  );
  expect((await hang(manager)).body.code).toBe("evidence.too_many");
  await askTenant(
    world,
    tenant,
    `update promise set status = 'withdrawn', done_on = null where id = '${promiseId}' returning 1`,
  );
  expect((await hang(manager)).body.code).toBe("promise.not_allowed_now");
  expect(await ofPromise()).toMatchObject({ can: { add: false } });
});

test("a need takes them as well; a file of one is not reached through the other, nor from out of sight or another workspace", async () => {
  const form = new FormData();
  form.set("file", new Blob([new Uint8Array(pdf)]), "访谈.pdf");
  const { body, status } = await manager(needEvidence.add, {
    params: { needId },
    body: form as never,
  });
  expect(status).toBe(201);
  const wrong = { promiseId, evidenceId: body.id };
  expect((await manager(promiseEvidence.download, { params: wrong })).body.code).toBe(
    "evidence.not_found",
  );
  expect((await director(needEvidence.list, { params: { needId } })).body.items).toHaveLength(1);
  const apart = await sessionOf(app, tenant, await makeUser(world, tenant, "manager"));
  const stranger = await makeTenant(world);
  const outside = await sessionOf(app, stranger, await makeUser(world, stranger, "director"));
  for (const who of [apart, outside]) {
    expect((await who(needEvidence.list, { params: { needId } })).body.code).toBe("need.not_found");
    expect((await hang(who)).body.code).toBe("promise.not_found");
  }
});

import { accounts } from "@mainstay/contract/account";
import { departments } from "@mainstay/contract/department";
import { tasks } from "@mainstay/contract/task";
import { users } from "@mainstay/contract/user";
import { sql } from "kysely";
import { beforeEach, expect, test } from "vitest";
import { withTenant } from "../platform/db/open-transaction.ts";
import type { App } from "../platform/http/app.ts";
import { sessionOf, type TestCaller, testApp } from "../platform/http/test-app.ts";
import { auditOf } from "../platform/test-world/ask-tenant.ts";
import { makeAccount } from "../platform/test-world/make-account.ts";
import { makeTenant, makeUser, type TestTenant } from "../platform/test-world/make-tenant.ts";
import { type TestWorld, testWorld } from "../platform/test-world/test-world.ts";

let app: App;
let world: TestWorld;
let tenant: TestTenant;
let admin: TestCaller;
beforeEach(async () => {
  world = await testWorld();
  app = await testApp();
  tenant = await makeTenant(world);
  admin = await sessionOf(app, tenant, tenant.adminUserId);
});

const create = async (name: string, parentId: string | null = null): Promise<string> =>
  (await admin(departments.create, { body: { name, parentId } })).body.id;
const anyVersion = { "if-match": "*" };
const edit = (departmentId: string, body: { name?: string; parentId?: string | null }) =>
  admin(departments.edit, { params: { departmentId }, body, headers: anyVersion });
const place = (userId: string, departmentId: string | null, visibility?: "own" | "team") =>
  admin(users.edit, {
    params: { userId },
    body: { departmentId, ...(visibility ? { visibility } : {}) },
    headers: anyVersion,
  });

/** North with Hebei below it and East beside it: a head of North, a manager in each, an account for each. */
const company = async () => {
  const north = await create("华北");
  const hebei = await create("河北", north);
  const east = await create("华东");
  const people: Record<string, string> = {};
  for (const [who, where] of Object.entries({ head: north, hebei, east })) {
    people[who] = await makeUser(world, tenant, who === "head" ? "director" : "manager");
    await place(people[who], where, who === "head" ? "team" : "own");
    await makeAccount(world, tenant, { name: who, manager_user_id: people[who] });
  }
  const { head = "", hebei: inHebei = "", east: inEast = "" } = people;
  return { north, hebei, east, head, inHebei, inEast };
};
const seenBy = async (userId: string): Promise<string[]> => {
  const caller = await sessionOf(app, tenant, userId);
  const { items } = (await caller(accounts.list)).body;
  return items.map((item: { name: string }) => item.name).sort();
};

test("the tree is made, renamed, moved and emptied by administrators, each act on record", async () => {
  const north = await create("华北");
  const hebei = await create("河北", north);
  expect((await edit(north, { name: "北方大区" })).body).toMatchObject({
    name: "北方大区",
    version: 2,
  });
  expect((await edit(hebei, { parentId: null })).body.parentId).toBeNull();
  const removed = await admin(departments.remove, { params: { departmentId: hebei } });
  expect(removed.status).toBe(204);
  const listed = (await admin(departments.list)).body;
  expect(listed.items).toMatchObject([{ id: north, can: { edit: true, remove: true } }]);
  const acts: [string, string][] = [
    ["department.created", north],
    ["department.renamed", north],
    ["department.moved", hebei],
    ["department.removed", hebei],
  ];
  for (const [act, id] of acts) {
    expect((await auditOf(world, tenant, act, id)).length, act).toBe(1);
  }
});

test("a circle, a name taken beside it, an unknown parent and a full department are refused", async () => {
  const { north, hebei, east } = await company();
  expect((await edit(north, { parentId: hebei })).body.code).toBe("department.cycle");
  expect((await edit(north, { parentId: north })).body.code).toBe("department.cycle");
  expect((await edit(east, { name: "华北" })).body.code).toBe("department.name_taken");
  const nowhere = "00000000-0000-4000-8000-000000000000";
  expect((await edit(east, { parentId: nowhere })).body.code).toBe("department.parent_not_found");
  for (const departmentId of [north, east]) {
    const refused = await admin(departments.remove, { params: { departmentId } });
    expect(refused.body.code).toBe("department.not_empty");
  }
  const userId = await makeUser(world, tenant, "manager");
  expect((await place(userId, nowhere)).body.code).toBe("user.department_not_found");
  expect((await create("华北", east)).length).toBe(36);
});

test("a department that service work names stays, also when the caller does not see that work", async () => {
  const service = await create("服务部");
  await withTenant(world.database, tenant.scope, (tx) =>
    sql`insert into inspection (tenant_id, id, number, population, from_on, to_on, department_id, is_stratified, sample_size,
        population_ids, population_sha256, commitment_sha256, nonce, announced_by, announced_at)
      values (${tenant.tenantId}, gen_random_uuid(), 1, 'solved_case', '2026-01-01', '2026-01-31', ${service}, false, 1,
        array[gen_random_uuid()], '', '', 'n', ${tenant.adminUserId}, '2026-02-01T00:00:00Z')`.execute(
      tx,
    ),
  );
  const refused = await admin(departments.remove, { params: { departmentId: service } });
  expect([refused.status, refused.body.code]).toEqual([409, "department.in_use"]);
  const { items } = (await admin(departments.list)).body;
  expect(items).toMatchObject([{ id: service }]);
});

test("two moves at once that would close a circle: one is refused", async () => {
  const [a, b] = [await create("甲"), await create("乙")];
  const answers = await Promise.all([edit(a, { parentId: b }), edit(b, { parentId: a })]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 422]);
});

test("a stale version is refused, so that two administrators do not undo each other", async () => {
  const id = await create("华北");
  const params = { departmentId: id };
  const rename = (name: string) =>
    admin(departments.edit, { params, body: { name }, headers: { "if-match": '"1"' } });
  expect((await rename("甲")).status).toBe(200);
  expect((await rename("乙")).body.code).toBe("request.version_conflict");
});

test("who sees the team sees the accounts of everybody in the department and below, and of nobody beside it", async () => {
  const { head, inHebei, inEast } = await company();
  expect(await seenBy(head)).toEqual(["head", "hebei"]);
  expect(await seenBy(inHebei)).toEqual(["hebei"]);
  expect(await seenBy(inEast)).toEqual(["east"]);
});

test("what a head sees follows at once when a department moves or a colleague changes; who was closed leaves their accounts in it", async () => {
  const { north, east, hebei, head, inHebei, inEast } = await company();
  const caller = await sessionOf(app, tenant, head);
  const seen = async () =>
    (await caller(accounts.list)).body.items.map((item: { name: string }) => item.name).sort();
  expect(await seen()).toEqual(["head", "hebei"]);
  await edit(east, { parentId: north });
  expect(await seen()).toEqual(["east", "head", "hebei"]);
  await place(inEast, null);
  expect(await seen()).toEqual(["head", "hebei"]);
  await edit(hebei, { parentId: null });
  expect(await seen()).toEqual(["head"]);
  await place(inHebei, north);
  expect(await seen()).toEqual(["head", "hebei"]);
  await admin(users.deactivate, { params: { userId: inHebei }, headers: anyVersion });
  // The accounts a leaver managed stay in the head's sight until somebody takes them over.
  expect(await seen()).toEqual(["head", "hebei"]);
});

test("a head without a department sees their own, and tasks of the team are in sight", async () => {
  const { head, inHebei, inEast } = await company();
  for (const owner of [inHebei, inEast]) {
    const caller = await sessionOf(app, tenant, owner);
    await caller(tasks.add, { body: { title: `任务 ${owner}`, dueOn: null, accountId: null } });
  }
  const caller = await sessionOf(app, tenant, head);
  const titles = async () =>
    (await caller(tasks.list)).body.items.map((item: { title: string }) => item.title);
  expect(await titles()).toEqual([`任务 ${inHebei}`]);
  await place(head, null);
  expect(await seenBy(head)).toEqual(["head"]);
  expect(await titles()).toEqual([]);
});

test("members stand in the tree with what they see; others may look but not touch", async () => {
  const { north, head, inHebei } = await company();
  const manager = await sessionOf(app, tenant, inHebei);
  const { items, withoutDepartment, can } = (await manager(departments.list)).body;
  const found = items.find((one: { id: string }) => one.id === north);
  expect(found).toMatchObject({
    members: [{ id: head, role: "director", visibility: "team", isActive: true }],
    can: { edit: false, remove: false },
  });
  expect(withoutDepartment.map((one: { id: string }) => one.id)).toEqual([tenant.adminUserId]);
  expect(can).toEqual({ create: false });
  const body = { name: "x", parentId: null };
  expect((await manager(departments.create, { body })).status).toBe(403);
  const params = { departmentId: north };
  expect((await manager(departments.remove, { params })).status).toBe(403);
});

test("another workspace's department is neither found nor taken as a parent or a place", async () => {
  const { north } = await company();
  const other = await makeTenant(world);
  const stranger = await sessionOf(app, other, other.adminUserId);
  const params = { departmentId: north };
  expect((await stranger(departments.get, { params })).body.code).toBe("department.not_found");
  const change = { params, body: { name: "x" }, headers: anyVersion };
  expect((await stranger(departments.edit, change)).body.code).toBe("department.not_found");
  expect((await stranger(departments.remove, { params })).body.code).toBe("department.not_found");
  const below = await stranger(departments.create, { body: { name: "x", parentId: north } });
  expect(below.body.code).toBe("department.parent_not_found");
  const userId = other.adminUserId;
  const moved = await stranger(users.edit, {
    params: { userId },
    body: { departmentId: north },
    headers: anyVersion,
  });
  expect(moved.body.code).toBe("user.department_not_found");
});

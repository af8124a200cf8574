import { ties } from "@mainstay/contract/tie";
import { beforeAll, expect, test } from "vitest";
import type { App } from "../platform/http/app.ts";
import { sessionOf, type TestCaller, testApp, tokenOf } from "../platform/http/test-app.ts";
import { askTenant, auditOf } from "../platform/test-world/ask-tenant.ts";
import { makeAccount } from "../platform/test-world/make-account.ts";
import { makePerson, type TestPerson } from "../platform/test-world/make-person.ts";
import { makeTenant, makeUser, type TestTenant } from "../platform/test-world/make-tenant.ts";
import { type TestWorld, testWorld } from "../platform/test-world/test-world.ts";

let app: App;
let world: TestWorld;
let tenant: TestTenant;
let managerId: string;
let manager: TestCaller;
let accountId: string;
let [li, wang, zhao]: TestPerson[] = [];

beforeAll(async () => {
  world = await testWorld();
  app = await testApp();
  tenant = await makeTenant(world);
  managerId = await makeUser(world, tenant, "manager");
  manager = await sessionOf(app, tenant, managerId);
  accountId = await makeAccount(world, tenant, { name: "关系线客户", manager_user_id: managerId });
  li = await makePerson(world, tenant, accountId, "李");
  wang = await makePerson(world, tenant, accountId, "王");
  zhao = await makePerson(world, tenant, accountId, "赵");
});

const draw = (kind: string, from?: string, to?: string, who = manager, extra = {}) =>
  who(ties.draw, {
    params: { accountId },
    body: { kind, fromPersonId: from, toPersonId: to, ...extra } as never,
  });
const anyVersion = { "if-match": "*" };

test("a line is drawn with weight, evidence and today's date; the audit has it, the measures are asked for", async () => {
  const { status, body } = await draw("influence", li?.personId, wang?.personId, manager, {
    weight: 3,
    evidence: "会上王总看李总脸色",
  });
  expect(status).toBe(201);
  expect(body).toMatchObject({
    kind: "influence",
    fromPersonId: li?.personId,
    weight: 3,
    evidence: "会上王总看李总脸色",
    notedByName: "manager",
    endedOn: null,
    version: 1,
  });
  const [row] = await auditOf(world, tenant, "tie.drawn", body.id);
  // The audit is read by people without class P and can never be deleted: it does not say between whom.
  expect(row).toMatchObject({ actor_user_id: managerId });
  expect((row as { detail: unknown }).detail).toEqual({ accountId, kind: "influence" });
});

test("the same line cannot be drawn twice, without direction not the other way round either", async () => {
  expect((await draw("influence", li?.personId, wang?.personId)).body.code).toBe(
    "tie.already_drawn",
  );
  expect((await draw("influence", wang?.personId, li?.personId)).status).toBe(201);
  expect((await draw("conflict", li?.personId, zhao?.personId)).status).toBe(201);
  const turned = await draw("conflict", zhao?.personId, li?.personId);
  expect([turned.status, turned.body.code]).toEqual([409, "tie.already_drawn"]);
});

test("nobody is tied to themselves, to strangers, to people of another house or of another workspace", async () => {
  expect((await draw("friend", li?.personId, li?.personId)).body.code).toBe("tie.to_oneself");
  expect((await draw("friend", li?.personId, crypto.randomUUID())).body.code).toBe(
    "person.not_found",
  );
  const elsewhere = await makeAccount(world, tenant, {
    name: "别家",
    manager_user_id: managerId,
  });
  const outsider = await makePerson(world, tenant, elsewhere, "外");
  const left = await makePerson(world, tenant, accountId, "走", { ends_on: "2026-01-01" });
  for (const other of [outsider, left])
    expect((await draw("friend", li?.personId, other.personId)).body.code).toBe(
      "tie.person_not_here",
    );
  const foreign = await makeTenant(world);
  const abroad = await makeAccount(world, foreign, { name: "外国" });
  const stranger = await makePerson(world, foreign, abroad, "外人");
  expect((await draw("friend", li?.personId, stranger.personId)).body.code).toBe(
    "person.not_found",
  );
});

test("who objects to profiling or is restricted gets no personal line, but stands in the organisation", async () => {
  const objector = await makePerson(world, tenant, accountId, "异", {}, { no_profiling: true });
  const resting = await makePerson(
    world,
    tenant,
    accountId,
    "静",
    {},
    { restricted_at: new Date() },
  );
  for (const { personId } of [objector, resting]) {
    const refused = await draw("influence", li?.personId, personId);
    expect([refused.status, refused.body.code]).toEqual([422, "tie.person_objects"]);
  }
  expect((await draw("matrix_line", objector.personId, li?.personId)).status).toBe(201);
});

test("evidence is corrected in place; a new weight of an earlier day's line is a new judgement from today", async () => {
  const { body: drawn } = await draw("influence", zhao?.personId, li?.personId, manager, {
    weight: 1,
  });
  const corrected = await manager(ties.change, {
    params: { tieId: drawn.id },
    body: { evidence: "亲口所说" },
    headers: { "if-match": '"1"' },
  });
  expect(corrected.body).toMatchObject({ id: drawn.id, evidence: "亲口所说", version: 2 });
  const stale = await manager(ties.change, {
    params: { tieId: drawn.id },
    body: { weight: 2 },
    headers: { "if-match": '"1"' },
  });
  expect(stale.status).toBe(412);
  await askTenant(
    world,
    tenant,
    `update tie set noted_on = noted_on - 30 where id = '${drawn.id}' returning id`,
  );
  const { body: anew } = await manager(ties.change, {
    params: { tieId: drawn.id },
    body: { weight: 3 },
    headers: anyVersion,
  });
  expect(anew).toMatchObject({ weight: 3, evidence: "亲口所说", endedOn: null });
  expect(anew.id).not.toBe(drawn.id);
  const [old] = await askTenant<{ weight: number; ended: boolean }>(
    world,
    tenant,
    `select weight, ended_on is not null as ended from tie where id = '${drawn.id}'`,
  );
  expect(old).toEqual({ weight: 1, ended: true });
  expect(await auditOf(world, tenant, "tie.changed", drawn.id)).toHaveLength(2);
});

test("a line ends once; it can then be drawn anew", async () => {
  const { body: drawn } = await draw("schoolmate", wang?.personId, zhao?.personId);
  const end = () => manager(ties.end, { params: { tieId: drawn.id }, headers: anyVersion });
  expect((await end()).body.endedOn).not.toBeNull();
  expect((await end()).body.code).toBe("tie.ended");
  expect(await auditOf(world, tenant, "tie.ended", drawn.id)).toHaveLength(1);
  expect((await draw("schoolmate", wang?.personId, zhao?.personId)).status).toBe(201);
});

test("only managers and directors draw; personal lines only who may come near personal facts", async () => {
  for (const role of ["sponsor", "service", "analyst", "compliance", "admin"] as const) {
    const caller = await sessionOf(app, tenant, await makeUser(world, tenant, role));
    const refused = await draw("matrix_line", li?.personId, wang?.personId, caller);
    expect([role, refused.body.code]).toEqual([role, "access.not_permitted"]);
  }
  const program = await tokenOf(app, tenant, managerId, ["read", "write"]);
  expect((await draw("friend", li?.personId, wang?.personId, program)).body.code).toBe(
    "access.not_permitted",
  );
  expect((await draw("matrix_line", wang?.personId, li?.personId, program)).status).toBe(201);
});

test("who does not see the account finds neither it nor its lines", async () => {
  const { body: drawn } = await draw("relative", li?.personId, wang?.personId);
  const other = await sessionOf(app, tenant, await makeUser(world, tenant, "manager"));
  const foreign = await makeTenant(world);
  const stranger = await sessionOf(app, foreign, await makeUser(world, foreign, "director"));
  for (const caller of [other, stranger]) {
    expect((await draw("friend", li?.personId, wang?.personId, caller)).body.code).toBe(
      "account.not_found",
    );
    const input = { params: { tieId: drawn.id }, headers: anyVersion };
    expect((await caller(ties.change, { ...input, body: {} })).body.code).toBe("tie.not_found");
    expect((await caller(ties.end, input)).body.code).toBe("tie.not_found");
    expect((await caller(ties.suggest, { params: { accountId } })).status).toBe(404);
  }
});

test("facts that agree suggest a line to who may see them, until it is drawn", async () => {
  const own = await makeAccount(world, tenant, { name: "校友", manager_user_id: managerId });
  const people = [
    await makePerson(world, tenant, own, "甲"),
    await makePerson(world, tenant, own, "乙"),
  ];
  for (const { personId } of people)
    await askTenant(
      world,
      tenant,
      `insert into fact (tenant_id, id, person_id, kind, class, value, basis, purpose, source, collected_on, verified_on, expires_on)
       values ('${tenant.tenantId}', gen_random_uuid(), '${personId}', 'school', 'P', '{"shape":"words","words":"浙江大学"}',
         'public_source', 'x', 'x', '2026-01-01', '2026-01-01', '2999-01-01') returning id`,
    );
  const suggested = (who: TestCaller) => who(ties.suggest, { params: { accountId: own } });
  const { body } = await suggested(manager);
  expect(body.items).toMatchObject([{ kind: "schoolmate", shared: "浙江大学" }]);
  const program = await tokenOf(app, tenant, managerId, ["read", "write"]);
  expect((await suggested(program)).body.items).toEqual([]);
  await manager(ties.draw, {
    params: { accountId: own },
    body: {
      kind: "schoolmate",
      fromPersonId: people[1]?.personId ?? "",
      toPersonId: people[0]?.personId ?? "",
    },
  });
  expect((await suggested(manager)).body.items).toEqual([]);
});

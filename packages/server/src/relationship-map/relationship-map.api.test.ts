import { type MapNode, relationshipMaps } from "@mainstay/contract/relationship-map";
import { ties } from "@mainstay/contract/tie";
import { beforeAll, expect, test } from "vitest";
import type { App } from "../platform/http/app.ts";
import { sessionOf, type TestCaller, testApp } from "../platform/http/test-app.ts";
import { askTenant, auditOf } from "../platform/test-world/ask-tenant.ts";
import { makeAccount } from "../platform/test-world/make-account.ts";
import { makePerson } from "../platform/test-world/make-person.ts";
import { makeTenant, makeUser, type TestTenant } from "../platform/test-world/make-tenant.ts";
import { testDay } from "../platform/test-world/test-day.ts";
import { type TestWorld, testWorld } from "../platform/test-world/test-world.ts";

let app: App;
let world: TestWorld;
let tenant: TestTenant;
let managerId: string;
let manager: TestCaller;

beforeAll(async () => {
  world = await testWorld();
  app = await testApp();
  tenant = await makeTenant(world);
  managerId = await makeUser(world, tenant, "manager");
  manager = await sessionOf(app, tenant, managerId);
});

const mine = (name: string) => makeAccount(world, tenant, { name, manager_user_id: managerId });
const mapOf = async (accountId: string, query = {}, who = manager) =>
  (await who(relationshipMaps.get, { params: { accountId }, query })).body;
const nodeOf = (map: { nodes: MapNode[] }, personId: string) =>
  map.nodes.find((node) => node.personId === personId);
const daysAgo = (days: number) => testDay(-days);
const put = (table: string, row: Record<string, unknown>) => {
  const full: Record<string, unknown> = {
    tenant_id: tenant.tenantId,
    id: crypto.randomUUID(),
    ...row,
  };
  const values = Object.values(full).map((value) => (value === null ? "null" : `'${value}'`));
  return askTenant(
    world,
    tenant,
    `insert into ${table} (${Object.keys(full).join(",")}) values (${values.join(",")}) returning id`,
  );
};
const superior = (
  positionId: string,
  superiorPositionId: string | null,
  who = manager,
  version = "*",
) =>
  who(relationshipMaps.setSuperior, {
    params: { positionId },
    body: { superiorPositionId },
    headers: { "if-match": version },
  });

test("one answer holds people, lines, stance, influence, role, contact, places and what I may do", async () => {
  const accountId = await mine("整图");
  const boss = await makePerson(world, tenant, accountId, "陈总", { title: "总经理" });
  const buyer = await makePerson(world, tenant, accountId, "林经理", {
    reports_to_id: boss.positionId,
  });
  const about = { account_id: accountId, person_id: buyer.personId };
  await put("stance_assessment", {
    ...about,
    stance: "supporter",
    assessed_by: managerId,
    assessed_on: daysAgo(100),
  });
  await put("stance_assessment", {
    ...about,
    stance: "opponent",
    assessed_by: tenant.adminUserId,
    assessed_on: daysAgo(120),
  });
  await put("influence_assessment", { ...about, influence: 5, assessed_on: daysAgo(3) });
  await put("buying_role", { ...about, role: "technical" });
  await put("interaction", {
    account_id: accountId,
    kind: "visit",
    occurred_on: daysAgo(45),
    summary: "x",
    person_ids: `{${buyer.personId}}`,
    logged_by: managerId,
  });
  await manager(ties.draw, {
    params: { accountId },
    body: { kind: "influence", fromPersonId: boss.personId, toPersonId: buyer.personId },
  });
  const map = await mapOf(accountId);
  expect(nodeOf(map, buyer.personId)).toMatchObject({
    superiorPersonId: boss.personId,
    role: "technical",
    profile: "shown",
    stance: { stance: "supporter", assessedOn: daysAgo(100), isStale: true, isDisputed: true },
    influence: { influence: 5, isAssumed: false },
    lastTwoWayOn: daysAgo(45),
    ourUserIds: [managerId],
  });
  expect(nodeOf(map, buyer.personId)?.coverage).toBeCloseTo(0.3);
  expect(nodeOf(map, boss.personId)).toMatchObject({
    stance: null,
    influence: { influence: 3, isAssumed: true },
    coverage: 0,
  });
  expect(map.ties).toMatchObject([{ kind: "influence", fromPersonId: boss.personId }]);
  expect(map.ourUsers).toEqual([{ id: managerId, name: "manager" }]);
  expect(map.can).toEqual({ edit: true, addPerson: true, seeProfiles: true, arrangeShared: true });
  expect(map.measures).toBeNull();
});

test("a project's own role and stance go before the account's; a project of another account is refused", async () => {
  const accountId = await mine("项目图");
  const { personId } = await makePerson(world, tenant, accountId, "周");
  const [project] = await put("project", { account_id: accountId, name: "扩产" });
  const projectId = (project as { id: string }).id;
  const about = { account_id: accountId, person_id: personId };
  for (const [scope, stance, role] of [
    [null, "neutral", "user"],
    [projectId, "ally", "gatekeeper"],
  ] as const) {
    await put("stance_assessment", {
      ...about,
      project_id: scope,
      stance,
      assessed_on: daysAgo(1),
    });
    await put("buying_role", { ...about, project_id: scope, role });
  }
  const own = nodeOf(await mapOf(accountId, { projectId }), personId);
  expect([own?.stance?.stance, own?.role]).toEqual(["ally", "gatekeeper"]);
  const usual = nodeOf(await mapOf(accountId), personId);
  expect([usual?.stance?.stance, usual?.role]).toEqual(["neutral", "user"]);
  const elsewhere = await mapOf(await mine("别的"), { projectId });
  expect(elsewhere.code).toBe("request.invalid");
});

test("an earlier day is rebuilt from dated history, and as of today is now", async () => {
  const accountId = await mine("历史");
  const boss = await makePerson(world, tenant, accountId, "甲", { starts_on: daysAgo(400) });
  const head = await makePerson(world, tenant, accountId, "乙", {
    starts_on: daysAgo(400),
    ends_on: daysAgo(10),
    reports_to_id: boss.positionId,
  });
  const clerk = await makePerson(world, tenant, accountId, "丙", {
    starts_on: daysAgo(100),
    reports_to_id: head.positionId,
  });
  const about = { account_id: accountId, person_id: clerk.personId, assessed_by: managerId };
  await put("stance_assessment", { ...about, stance: "sceptic", assessed_on: daysAgo(60) });
  await put("stance_assessment", { ...about, stance: "ally", assessed_on: daysAgo(5) });
  await put("tie", {
    account_id: accountId,
    kind: "conflict",
    from_person_id: boss.personId,
    to_person_id: clerk.personId,
    noted_on: daysAgo(50),
    ended_on: daysAgo(20),
  });
  const then = await mapOf(accountId, { asOf: daysAgo(30) });
  expect(then.nodes.map(({ name }: MapNode) => name).sort()).toEqual(["丙", "乙", "甲"].sort());
  expect(nodeOf(then, clerk.personId)).toMatchObject({
    superiorPersonId: head.personId,
    stance: { stance: "sceptic" },
  });
  expect(then.ties).toHaveLength(1);
  const now = await mapOf(accountId);
  expect(nodeOf(now, head.personId)).toBeUndefined();
  expect(nodeOf(now, clerk.personId)).toMatchObject({
    superiorPersonId: boss.personId,
    stance: { stance: "ally" },
  });
  expect(now.ties).toEqual([]);
  expect(await mapOf(accountId, { asOf: now.today })).toEqual(now);
  expect((await mapOf(accountId, { asOf: daysAgo(200) })).nodes).toHaveLength(2);
  expect((await mapOf(accountId, { asOf: daysAgo(-2) })).code).toBe("request.invalid");
});

test("a placeholder keeps place, ties and roles when it gets a name, and gets it once", async () => {
  const accountId = await mine("占位");
  const boss = await makePerson(world, tenant, accountId, "甲");
  const { status, body: placed } = await manager(relationshipMaps.addPlaceholder, {
    params: { accountId },
    body: { title: "财务总监", superiorPositionId: boss.positionId },
  });
  expect(status).toBe(201);
  const { personId } = placed;
  expect(nodeOf(await mapOf(accountId), personId)).toMatchObject({
    name: "财务总监",
    isPlaceholder: true,
    coverage: 0,
    superiorPersonId: boss.personId,
  });
  await put("buying_role", { account_id: accountId, person_id: personId, role: "economic_buyer" });
  await manager(ties.draw, {
    params: { accountId },
    body: { kind: "influence", fromPersonId: personId, toPersonId: boss.personId },
  });
  await manager(relationshipMaps.movePlaces, {
    params: { accountId },
    body: { owner: "shared", places: [{ personId, x: 10, y: 20 }] },
  });
  const name = (to: string) =>
    manager(relationshipMaps.namePlaceholder, { params: { personId }, body: { name: to } });
  expect((await name("孙立")).body).toEqual({ personId, name: "孙立" });
  const map = await mapOf(accountId);
  expect(nodeOf(map, personId)).toMatchObject({
    name: "孙立",
    title: "财务总监",
    isPlaceholder: false,
    role: "economic_buyer",
    superiorPersonId: boss.personId,
  });
  expect(map.ties).toHaveLength(1);
  expect(map.places.shared).toEqual([{ personId, x: 10, y: 20 }]);
  const again = await name("别名");
  expect([again.status, again.body.code]).toEqual([409, "placeholder.has_name"]);
  for (const act of ["placeholder.added", "placeholder.named"])
    expect(await auditOf(world, tenant, act, personId)).toHaveLength(1);
  const outside = await makePerson(world, tenant, await mine("占外"), "外");
  const refused = await manager(relationshipMaps.addPlaceholder, {
    params: { accountId },
    body: { title: "x", superiorPositionId: outside.positionId },
  });
  expect(refused.body.code).toBe("position.superior_elsewhere");
});

test("my layout is mine, the shared one everybody's; resetting one leaves the other", async () => {
  const accountId = await mine("布局");
  const { personId } = await makePerson(world, tenant, accountId, "甲");
  const move = (owner: "mine" | "shared", x: number, who = manager) =>
    who(relationshipMaps.movePlaces, {
      params: { accountId },
      body: { owner, places: [{ personId, x, y: 0.5 }] },
    });
  for (const x of [1, 2]) await move("mine", x);
  await move("shared", 7);
  expect((await mapOf(accountId)).places).toEqual({
    mine: [{ personId, x: 2, y: 0.5 }],
    shared: [{ personId, x: 7, y: 0.5 }],
  });
  const analyst = await sessionOf(app, tenant, await makeUser(world, tenant, "analyst"));
  expect((await mapOf(accountId, {}, analyst)).places.mine).toEqual([]);
  expect((await move("shared", 9, analyst)).body.code).toBe("access.not_permitted");
  expect((await move("mine", 9, analyst)).status).toBe(200);
  const reset = await manager(relationshipMaps.resetLayout, {
    params: { accountId, owner: "mine" },
  });
  expect(reset.status).toBe(204);
  expect((await mapOf(accountId)).places).toEqual({
    mine: [],
    shared: [{ personId, x: 7, y: 0.5 }],
  });
  expect((await mapOf(accountId, {}, analyst)).places.mine).toHaveLength(1);
  const stranger = await makePerson(world, tenant, await mine("布外"), "外");
  const refused = await manager(relationshipMaps.movePlaces, {
    params: { accountId },
    body: { owner: "mine", places: [{ personId: stranger.personId, x: 0, y: 0 }] },
  });
  expect(refused.body.code).toBe("person.not_found");
  expect(await auditOf(world, tenant, "map.layout_reset", accountId)).toHaveLength(1);
});

test("a picture that leaves is audited and told what must stand on it", async () => {
  const accountId = await mine("导出");
  const { body } = await manager(relationshipMaps.noteExport, {
    params: { accountId },
    body: { format: "svg", people: 12 },
  });
  expect(body).toMatchObject({ workspace: "测试公司", by: "manager" });
  const [row] = await auditOf(world, tenant, "map.exported", accountId);
  expect(row?.detail).toMatchObject({ format: "svg", people: 12 });
});

test("without class P no stance, influence or personal line travels; objected and restricted people show as such", async () => {
  const accountId = await mine("分级");
  const open = await makePerson(world, tenant, accountId, "甲");
  const objector = await makePerson(world, tenant, accountId, "乙", {}, { no_profiling: true });
  const resting = await makePerson(
    world,
    tenant,
    accountId,
    "丙",
    {},
    { restricted_at: new Date().toISOString() },
  );
  for (const { personId } of [open, objector, resting]) {
    const about = { account_id: accountId, person_id: personId, assessed_on: daysAgo(1) };
    await put("stance_assessment", { ...about, stance: "ally" });
    await put("influence_assessment", { ...about, influence: 4 });
  }
  await put("tie", {
    account_id: accountId,
    kind: "friend",
    from_person_id: open.personId,
    to_person_id: objector.personId,
    noted_on: daysAgo(1),
  });
  const seen = await mapOf(accountId);
  expect(nodeOf(seen, open.personId)).toMatchObject({
    profile: "shown",
    stance: { stance: "ally" },
  });
  expect(nodeOf(seen, objector.personId)).toMatchObject({
    profile: "objected",
    stance: null,
    influence: null,
    coverage: null,
  });
  expect(nodeOf(seen, resting.personId)).toMatchObject({ profile: "restricted", stance: null });
  const analyst = await sessionOf(app, tenant, await makeUser(world, tenant, "analyst"));
  const map = await mapOf(accountId, {}, analyst);
  expect(nodeOf(map, open.personId)).toMatchObject({
    profile: "not_yours",
    stance: null,
    influence: null,
  });
  expect(map.ties).toEqual([]);
  expect(map.can).toEqual({
    edit: false,
    addPerson: false,
    seeProfiles: false,
    arrangeShared: false,
  });
});

test("roles that only look may not change; who does not see the account finds nothing", async () => {
  const accountId = await mine("权限");
  const { positionId, personId } = await makePerson(
    world,
    tenant,
    accountId,
    "甲",
    {},
    {
      is_placeholder: true,
      placeholder_since: "2026-01-01",
    },
  );
  const acts = (who: TestCaller) => [
    superior(positionId, null, who),
    who(relationshipMaps.addPlaceholder, { params: { accountId }, body: { title: "x" } }),
    who(relationshipMaps.namePlaceholder, { params: { personId }, body: { name: "x" } }),
  ];
  for (const role of ["sponsor", "service", "analyst", "compliance", "admin"] as const) {
    const caller = await sessionOf(app, tenant, await makeUser(world, tenant, role));
    for (const act of acts(caller)) expect((await act).body.code).toBe("access.not_permitted");
  }
  const foreign = await makeTenant(world);
  const strangers = [
    await sessionOf(app, tenant, await makeUser(world, tenant, "manager")),
    await sessionOf(app, foreign, await makeUser(world, foreign, "director")),
  ];
  for (const caller of strangers) {
    for (const act of acts(caller)) expect((await act).status).toBe(404);
    const reads = [
      caller(relationshipMaps.get, { params: { accountId } }),
      caller(relationshipMaps.noteExport, {
        params: { accountId },
        body: { format: "png", people: 1 },
      }),
      caller(relationshipMaps.resetLayout, { params: { accountId, owner: "mine" } }),
    ];
    for (const read of reads) expect((await read).body.code).toBe("account.not_found");
  }
});

import { type NeedView, needs } from "@mainstay/contract/need";
import { beforeAll, expect, test } from "vitest";
import type { App } from "../platform/http/app.ts";
import { sessionOf, type TestCaller, testApp, tokenOf } from "../platform/http/test-app.ts";
import { askTenant, auditOf } from "../platform/test-world/ask-tenant.ts";
import { makeAccount } from "../platform/test-world/make-account.ts";
import { makePerson } from "../platform/test-world/make-person.ts";
import { makeRow } from "../platform/test-world/make-row.ts";
import { makeTenant, makeUser, type TestTenant } from "../platform/test-world/make-tenant.ts";
import { type TestWorld, testWorld } from "../platform/test-world/test-world.ts";

let app: App;
let world: TestWorld;
let tenant: TestTenant;
let managerId: string;
let manager: TestCaller;
let analyst: TestCaller;
let accountId: string;
let personId: string;
let today: string;
beforeAll(async () => {
  world = await testWorld();
  app = await testApp();
  tenant = await makeTenant(world);
  managerId = await makeUser(world, tenant, "manager");
  manager = await sessionOf(app, tenant, managerId);
  analyst = await sessionOf(app, tenant, await makeUser(world, tenant, "analyst"));
  accountId = await makeAccount(
    world,
    tenant,
    { name: "需求客户", manager_user_id: managerId },
    { revenue_12m_minor: 100_000_00, segment: "core" },
  );
  ({ personId } = await makePerson(world, tenant, accountId, "赵总"));
  const [row] = await askTenant<{ today: string }>(
    world,
    tenant,
    "select (now() at time zone time_zone)::date::text as today from tenant",
  );
  today = row?.today ?? "";
});

const note = (body: object = {}, who = manager, at = accountId) =>
  who(needs.note, {
    params: { accountId: at },
    body: { title: "希望缩短交期", source: "visit", ...body } as never,
  });
const noted = async (body: object = {}): Promise<NeedView> => (await note(body)).body;
const act =
  (endpoint: typeof needs.step | typeof needs.decline | typeof needs.edit) =>
  (needId: string, body: object, who = manager, version: number | "*" = "*") =>
    who(endpoint, {
      params: { needId },
      body: body as never,
      headers: { "if-match": version === "*" ? "*" : `"${version}"` },
    } as never);
const step = act(needs.step);
const decline = act(needs.decline);
const edit = act(needs.edit);

test("from a hint to a value the customer confirmed, each step with what it rests on", async () => {
  const need = await noted();
  expect(need).toMatchObject({
    state: "signal",
    visibility: "hidden",
    owner: { id: managerId },
    daysInState: 0,
    fit: { score: null, verdict: null },
    can: { steps: ["hypothesis"], decline: true },
  });
  await step(need.id, { to: "hypothesis", evidence: "近三次拜访都提到交期" });
  const without = await step(need.id, { to: "validated", evidence: "客户说了" });
  expect(without.status).toBe(400);
  expect(without.body.fields).toMatchObject([{ path: "personId", problem: "required" }]);
  const validated = await step(need.id, { to: "validated", evidence: "赵总当面确认", personId });
  expect(validated.body).toMatchObject({
    state: "validated",
    visibility: "explicit",
    becameExplicitOn: today,
    person: { id: personId, name: "赵总" },
  });
  const solved = await step(need.id, {
    to: "solved",
    evidence: "改为每周两次送货",
    capability: 4,
    profitMinor: 30_00,
    costMinor: 70_00,
  });
  expect(solved.body).toMatchObject({ state: "solved", capability: 4, can: { decline: false } });
  expect((await step(need.id, { to: "valued", evidence: "验收" })).body.fields).toMatchObject([
    { path: "customerValueMinor" },
  ]);
  const valued = await step(need.id, {
    to: "valued",
    evidence: "客户书面确认每年省下五千元",
    customerValueMinor: 5_000_00,
  });
  expect(valued.body).toMatchObject({
    state: "valued",
    fit: { value: 4, capability: 4, profit: 4, score: 51.2, verdict: "pursue" },
  });
  expect(valued.body.steps.map((one: { to: string }) => one.to)).toEqual([
    "hypothesis",
    "validated",
    "solved",
    "valued",
  ]);
  expect(await auditOf(world, tenant, "need.noted", need.id)).toHaveLength(1);
  const moved = await auditOf(world, tenant, "need.moved", need.id);
  expect(moved).toHaveLength(4);
  expect(JSON.stringify(moved)).not.toContain("赵总");
});

test("steps are not skipped, not dated ahead or before the last one, and go back with evidence", async () => {
  const need = await noted();
  expect((await step(need.id, { to: "solved", evidence: "x" })).body.code).toBe(
    "need.step_not_allowed",
  );
  expect((await step(need.id, { to: "hypothesis", evidence: "" })).status).toBe(400);
  expect(
    (await step(need.id, { to: "hypothesis", evidence: "x", onDay: "2999-01-01" })).body.code,
  ).toBe("need.day_in_future");
  expect(
    (await step(need.id, { to: "hypothesis", evidence: "x", onDay: "2020-01-01" })).body.code,
  ).toBe("need.step_before_last");
  await step(need.id, { to: "hypothesis", evidence: "x" });
  expect((await step(need.id, { to: "signal", evidence: "是误会" })).body.state).toBe("signal");
});

test("what we cannot do is declined openly, says whether the customer was told, and may be taken up again", async () => {
  const need = await noted({ capability: 1 });
  expect(need.fit.verdict).toBe("decline");
  const declined = await decline(need.id, { because: "超出我们的能力", toldOn: null });
  expect(declined.body).toMatchObject({
    state: "declined",
    declinedBecause: "超出我们的能力",
    declinedToldOn: null,
    can: { edit: false, decline: false, steps: ["hypothesis"] },
  });
  expect((await edit(need.id, { title: "y" })).body.code).toBe("need.not_allowed_now");
  expect((await decline(need.id, { because: "x", toldOn: null })).body.code).toBe(
    "need.not_allowed_now",
  );
  expect(await auditOf(world, tenant, "need.declined", need.id)).toHaveLength(1);
  const again = await step(need.id, { to: "hypothesis", evidence: "合作方可以做" });
  expect(again.body).toMatchObject({ state: "hypothesis", declinedBecause: null });
});

test("a hidden need becomes explicit once, and explicit does not become hidden", async () => {
  const need = await noted();
  const explicit = await edit(need.id, { visibility: "explicit", title: "交期缩短到三天" });
  expect(explicit.body).toMatchObject({ becameExplicitOn: today, title: "交期缩短到三天" });
  expect((await edit(need.id, { visibility: "hidden" })).body.code).toBe("need.already_explicit");
  const [edited] = await auditOf(world, tenant, "need.edited", need.id);
  expect(edited?.detail).toMatchObject({ fields: ["title", "visibility"] });
});

test("the same case gives one need, also when two people click at once", async () => {
  const caseId = await makeRow(world, tenant, "service_case", {
    number: 1,
    account_id: accountId,
    kind: "complaint",
    level: "general",
    title: "送货晚了",
    channel: "phone",
    first_responder_id: managerId,
    policy_version: 0,
    reply_due_at: new Date(),
    solve_due_at: new Date(),
  });
  const origin = { kind: "case", id: caseId };
  const both = await Promise.all([
    note({ source: "complaint", origin }),
    note({ source: "complaint", origin }),
  ]);
  expect(new Set(both.map(({ body }) => body.id)).size).toBe(1);
  expect(both[0]?.body.origin).toEqual(origin);
  const other = await makeAccount(world, tenant, { name: "另一家", manager_user_id: managerId });
  expect((await note({ source: "complaint", origin }, manager, other)).body.code).toBe(
    "need.origin_not_found",
  );
});

test("people, projects and departments that are not the account's own are not found", async () => {
  const other = await makeAccount(world, tenant, { name: "别家", manager_user_id: managerId });
  const stranger = await makePerson(world, tenant, other, "外人");
  expect((await note({ personId: stranger.personId })).body.code).toBe("person.not_found");
  expect((await note({ departmentId: stranger.personId })).body.code).toBe("department.not_found");
  expect((await note({ projectId: stranger.personId })).body.code).toBe("project.not_found");
  expect((await note({ customerValueMinor: -1 })).status).toBe(400);
});

test("whoever does not see the account finds no need there; reading roles and tokens do not write", async () => {
  const need = await noted();
  const stranger = await sessionOf(app, tenant, await makeUser(world, tenant, "manager"));
  expect((await stranger(needs.get, { params: { needId: need.id } })).body.code).toBe(
    "need.not_found",
  );
  expect((await note({}, stranger)).body.code).toBe("account.not_found");
  expect((await step(need.id, { to: "hypothesis", evidence: "x" }, stranger)).body.code).toBe(
    "need.not_found",
  );
  expect((await stranger(needs.list, { query: { accountId } as never })).body.total).toBe(0);
  expect((await note({}, analyst)).body.code).toBe("access.not_permitted");
  const seen = await analyst(needs.get, { params: { needId: need.id } });
  expect(seen.body.can).toEqual({ edit: false, steps: [], decline: false });
  const reading = await tokenOf(app, tenant, managerId, ["read"]);
  expect((await note({}, reading)).status).toBe(403);
});

test("another workspace finds nothing", async () => {
  const need = await noted();
  const foreign = await makeTenant(world);
  const outsider = await sessionOf(app, foreign, foreign.adminUserId);
  expect((await outsider(needs.get, { params: { needId: need.id } })).status).toBe(404);
  expect((await outsider(needs.list, {})).body.total).toBe(0);
});

test("two writers at once: the second is told that the need has changed", async () => {
  const need = await noted();
  const { body } = await edit(need.id, { title: "一" }, manager, need.version);
  expect(body.version).toBe(need.version + 1);
  const late = await edit(need.id, { title: "二" }, manager, need.version);
  expect(late.status).toBe(412);
});

test("the list filters, pages without gaps and finds what rests too long", async () => {
  const place = await makeAccount(world, tenant, { name: "清单客户", manager_user_id: managerId });
  const ids: string[] = [];
  for (const title of ["甲_需求", "乙需求", "丙需求"])
    ids.push((await note({ title }, manager, place)).body.id);
  const query = { accountId: place, limit: 2 } as never;
  const first = (await manager(needs.list, { query })).body;
  expect(first.total).toBe(3);
  const second = (
    await manager(needs.list, {
      query: { accountId: place, limit: 2, cursor: first.nextCursor } as never,
    })
  ).body;
  const shown = [...first.items, ...second.items].map(({ id }: { id: string }) => id);
  expect(shown).toEqual([...ids].reverse());
  expect(second.nextCursor).toBeNull();
  const found = await manager(needs.list, { query: { accountId: place, search: "甲_" } as never });
  expect(found.body.items.map(({ title }: { title: string }) => title)).toEqual(["甲_需求"]);
  await askTenant(
    world,
    tenant,
    `update need set state_since = state_since - 31 where id = '${ids[1]}'`,
  );
  const stale = await manager(needs.list, {
    query: { accountId: place, stale: "true", sort: "resting" } as never,
  });
  expect(stale.body.items).toMatchObject([{ id: ids[1], daysInState: 31, isStale: true }]);
});

test("the funnel counts what is in sight, with shares of those that came before", async () => {
  const place = await makeAccount(world, tenant, { name: "漏斗客户", manager_user_id: managerId });
  const one = (await note({ customerValueMinor: 900 }, manager, place)).body;
  await note({ visibility: "explicit" }, manager, place);
  await step(one.id, { to: "hypothesis", evidence: "x" });
  await edit(one.id, { visibility: "explicit" });
  const { body } = await manager(needs.funnel, { query: { accountId: place } as never });
  expect(body).toMatchObject({ total: 2, hidden: 1, becameExplicit: 1, medianDaysToExplicit: 0 });
  expect(body.steps[0]).toMatchObject({ state: "signal", reached: 2, standing: 1 });
  expect(body.steps[1]).toMatchObject({
    reached: 1,
    fromBefore: 0.5,
    standing: 1,
    valueMinor: 900,
    staleAfterDays: 45,
  });
});

test("no need is made from an answer without a name: trying accounts in turn would tell whose it was", async () => {
  const surveyId = await makeRow(world, tenant, "survey", { title: "{}" });
  const roundId = await makeRow(world, tenant, "survey_round", {
    survey_id: surveyId,
    number: 1,
    opened_on: "2026-01-01",
    closes_on: "2026-02-01",
    seed: 1,
    questions: "[]",
    is_anonymous: true,
  });
  const id = await makeRow(world, tenant, "survey_response", {
    survey_id: surveyId,
    round_id: roundId,
    account_id: accountId,
    is_anonymous: true,
    is_complete: true,
    started_at: "2026-01-01T00:00:00Z",
    answered_at: "2026-01-01T00:00:00Z",
    answered_on: "2026-01-01",
    locale: "zh-CN",
  });
  const refused = await note({ source: "survey", origin: { kind: "survey_response", id } });
  expect(refused).toMatchObject({ status: 404, body: { code: "need.origin_not_found" } });
});

import { lifecycles } from "@mainstay/contract/lifecycle";
import { segmentMoves } from "@mainstay/contract/policy";
import { tasks } from "@mainstay/contract/task";
import { beforeAll, expect, test } from "vitest";
import { newId } from "../platform/clock/new-id.ts";
import type { App } from "../platform/http/app.ts";
import { sessionOf, type TestCaller, testApp } from "../platform/http/test-app.ts";
import { askTenant, auditOf } from "../platform/test-world/ask-tenant.ts";
import { makeAccount } from "../platform/test-world/make-account.ts";
import { makeTenant, makeUser, type TestTenant } from "../platform/test-world/make-tenant.ts";
import { type TestWorld, testWorld } from "../platform/test-world/test-world.ts";

let app: App;
let world: TestWorld;
let tenant: TestTenant;
let admin: TestCaller;
let managerId: string;
let manager: TestCaller;

beforeAll(async () => {
  world = await testWorld();
  app = await testApp();
  tenant = await makeTenant(world);
  admin = await sessionOf(app, tenant, tenant.adminUserId);
  managerId = await makeUser(world, tenant, "manager");
  manager = await sessionOf(app, tenant, managerId);
});

const account = (more: object = {}, standing = {}) =>
  makeAccount(world, tenant, { name: "阶段客户", manager_user_id: managerId, ...more }, standing);
const get = async (accountId: string, who = admin) =>
  (await who(lifecycles.get, { params: { accountId } })).body;
const enter = (accountId: string, body: object, who = admin, ifMatch = "*") =>
  who(lifecycles.enter, {
    params: { accountId },
    body: { how: "manual", reason: "客户已签约", ...body } as never,
    headers: { "if-match": ifMatch },
  });
/** `months` before today, on the server's clock. */
const ago = (months: number): string => {
  const day = new Date();
  day.setUTCDate(1);
  day.setUTCMonth(day.getUTCMonth() - months);
  return day.toISOString().slice(0, 10);
};

test("entering onboarding writes the history, begins its playbook on workdays around 国庆 and is on record", async () => {
  const accountId = await account();
  const { status, body } = await enter(
    accountId,
    { stage: "onboarding", on: "2026-09-24" },
    manager,
  );
  expect(status).toBe(200);
  expect(body).toMatchObject({
    stage: "onboarding",
    since: "2026-09-24",
    entries: [
      { stage: "onboarding", how: "manual", reason: "客户已签约", enteredBy: { id: managerId } },
    ],
    run: { stage: "onboarding", version: 1, currentVersion: 1, status: "running" },
  });
  const due = Object.fromEntries(
    body.run.steps.map((step: { key: string; dueOn: string }) => [step.key, step.dueOn]),
  );
  expect(due).toMatchObject({
    internal_briefing: "2026-09-28",
    service_clocks: "2026-09-30",
    kickoff: "2026-10-09",
    "weekly_sync#1": "2026-10-09",
    "weekly_sync#2": "2026-10-15",
    first_delivery: "2026-10-22",
  });
  const listed = await manager(tasks.list, { query: { accountId, limit: 100 } as never });
  const kickoff = listed.body.items.find(({ title }: { title: string }) => title === "双方启动会");
  expect(kickoff).toMatchObject({
    origin: "playbook",
    owner: { id: managerId },
    contactKinds: ["meeting", "visit"],
    provisional: false,
    can: { drop: false, skip: true },
  });
  expect(kickoff.why).toContain("第一次坐到一起");
  expect(await auditOf(world, tenant, "lifecycle.entered", accountId)).toMatchObject([
    {
      actor_user_id: managerId,
      detail: { stage: "onboarding", how: "manual", playbookVersion: 1 },
    },
  ]);
});

test("moving on stops what is open of the old stage and keeps the history", async () => {
  const accountId = await account();
  await enter(accountId, { stage: "onboarding", on: "2026-06-01" });
  const moved = await enter(accountId, { stage: "stable", on: "2026-09-01", reason: "提前稳定" });
  expect(moved.body.entries).toMatchObject([
    { stage: "onboarding", leftOn: "2026-09-01" },
    { stage: "stable", leftOn: null, reason: "提前稳定" },
  ]);
  expect(moved.body.run.stage).toBe("stable");
  const left = await askTenant<{ status: string; skip_reason: string }>(
    world,
    tenant,
    `select distinct k.status, k.skip_reason from task k join playbook_run r on r.id = k.origin_id
     where k.account_id = '${accountId}' and r.stage = 'onboarding'`,
  );
  expect(left).toEqual([{ status: "dropped", skip_reason: "提前稳定" }]);
});

test("what cannot be is refused with its reason", async () => {
  const accountId = await account();
  await enter(accountId, { stage: "stable", on: "2026-09-01" });
  const refused: [object, string][] = [
    [{ stage: "stable" }, "lifecycle.already_there"],
    [{ stage: "deep", reason: " " }, "lifecycle.reason_needed"],
    [{ stage: "deep", on: "2026-08-31" }, "lifecycle.day_before_last"],
    [{ stage: "deep", on: "2999-01-01" }, "lifecycle.day_in_future"],
    [{ stage: "deep", how: "proposal" }, "lifecycle.not_proposed"],
    [{ stage: "gone" }, "request.invalid"],
  ];
  for (const [body, code] of refused)
    expect((await enter(accountId, body)).body.code, code).toBe(code);
  expect((await get(accountId)).stage).toBe("stable");
});

test("the criteria propose, a person accepts, and what they said is kept", async () => {
  const accountId = await account({ contract_start_on: ago(5) });
  await enter(accountId, { stage: "onboarding", on: ago(4) });
  const { proposal } = await get(accountId);
  expect(proposal).toMatchObject({ stage: "stable", because: [{ code: "stage.age_reached" }] });
  const due = await manager(lifecycles.dueMoves);
  expect(
    due.body.items.find((one: { account: { id: string } }) => one.account.id === accountId),
  ).toMatchObject({ from: "onboarding", to: "stable", manager: { id: managerId } });
  const moved = await enter(accountId, { stage: "stable", how: "proposal", reason: "" }, manager);
  expect(moved.body.entries.at(-1)).toMatchObject({
    how: "proposal",
    criteria: [{ code: "stage.age_reached" }],
  });
  const { stage, missing } = moved.body.proposal;
  expect(stage).toBeNull();
  expect(missing.map(({ code }: { code: string }) => code)).toContain("stage.coverage_unknown");
});

test("of two people who enter a stage at once one wins, and one playbook runs", async () => {
  const accountId = await account();
  const { version } = await get(accountId);
  const both = await Promise.all([
    enter(accountId, { stage: "onboarding" }, admin, `"${version}"`),
    enter(accountId, { stage: "stable" }, manager, `"${version}"`),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
  const runs = await askTenant<{ n: number }>(
    world,
    tenant,
    `select count(*)::int as n from playbook_run where account_id = '${accountId}'`,
  );
  expect(runs).toEqual([{ n: 1 }]);
});

test("an account published as core enters onboarding by itself; one in a stage stays there", async () => {
  const publish = async (accountId: string) => {
    const moveId = newId();
    await askTenant(
      world,
      tenant,
      `insert into segment_move (tenant_id, id, account_id, from_segment, to_segment, status, reason)
       values ('${tenant.tenantId}', '${moveId}', '${accountId}', 'maintain', 'core', 'proposed', '{"code": "x", "params": {}}')`,
    );
    return admin(segmentMoves.decide, { params: { moveId }, body: { decision: "publish" } });
  };
  const fresh = await account({}, { segment: "maintain" });
  expect((await publish(fresh)).status).toBe(200);
  expect(await get(fresh)).toMatchObject({
    stage: "onboarding",
    entries: [{ how: "became_core", criteria: [{ code: "stage.became_core" }] }],
  });
  const settled = await account({}, { segment: "maintain" });
  await enter(settled, { stage: "deep" });
  await publish(settled);
  expect((await get(settled)).stage).toBe("deep");
});

test("leaving takes the account out of its stage, with the reason", async () => {
  const accountId = await account();
  const leave = () =>
    admin(lifecycles.leave, {
      params: { accountId },
      body: { reason: "退出大客户计划" },
      headers: { "if-match": "*" },
    });
  expect((await leave()).body.code).toBe("lifecycle.no_stage");
  await enter(accountId, { stage: "onboarding" });
  expect((await leave()).body).toMatchObject({
    stage: null,
    since: null,
    run: { status: "stopped" },
    entries: [{ stage: "onboarding" }],
  });
  expect(await auditOf(world, tenant, "lifecycle.left", accountId)).toHaveLength(1);
});

test("who may not set stages only looks; out of sight and in other workspaces there is no account", async () => {
  const accountId = await account();
  const analyst = await sessionOf(app, tenant, await makeUser(world, tenant, "analyst"));
  expect((await get(accountId, analyst)).can.enter).toBe(false);
  expect((await enter(accountId, { stage: "stable" }, analyst)).body.code).toBe(
    "access.not_permitted",
  );
  const other = await sessionOf(app, tenant, await makeUser(world, tenant, "manager"));
  expect((await enter(accountId, { stage: "stable" }, other)).body.code).toBe("account.not_found");
  expect((await other(lifecycles.dueMoves)).body.total).toBe(0);
  const foreign = await makeTenant(world);
  const stranger = await sessionOf(app, foreign, foreign.adminUserId);
  expect((await get(accountId, stranger)).code).toBe("account.not_found");
  expect((await enter(accountId, { stage: "stable" }, stranger)).body.code).toBe(
    "account.not_found",
  );
});

import { accounts } from "@mainstay/contract/account";
import { type AccountTeamView, accountTeams } from "@mainstay/contract/account-team";
import { beforeAll, expect, test } from "vitest";
import type { App } from "../platform/http/app.ts";
import { sessionOf, type TestCaller, testApp } from "../platform/http/test-app.ts";
import { askTenant, auditOf } from "../platform/test-world/ask-tenant.ts";
import { makeAccount } from "../platform/test-world/make-account.ts";
import { makeTenant, makeUser, type TestTenant } from "../platform/test-world/make-tenant.ts";
import { type TestWorld, testWorld } from "../platform/test-world/test-world.ts";

let app: App;
let world: TestWorld;
let tenant: TestTenant;
let managerId: string;
let expertId: string;
let manager: TestCaller;
let expert: TestCaller;
let accountId: string;

beforeAll(async () => {
  world = await testWorld();
  app = await testApp();
  tenant = await makeTenant(world);
  managerId = await makeUser(world, tenant, "manager");
  expertId = await makeUser(world, tenant, "manager");
  manager = await sessionOf(app, tenant, managerId);
  expert = await sessionOf(app, tenant, expertId);
  accountId = await makeAccount(
    world,
    tenant,
    { name: "团队客户", manager_user_id: managerId },
    { grade: "strategic", segment: "core" },
  );
});

const read = async (who = manager) =>
  (await who(accountTeams.get, { params: { accountId } })).body as AccountTeamView;
const add = (userId: string, seat = "technical_expert", who = manager, change: object = {}) =>
  who(accountTeams.add, {
    params: { accountId },
    body: { userId, seat: seat as "legal", note: "负责方案", ...change },
  });
const end = (memberId: string, who = manager, version = "*") =>
  who(accountTeams.end, {
    params: { memberId },
    headers: { "if-match": version === "*" ? version : `"${version}"` },
  });

test("a colleague who joins the team sees the account, and no longer once they leave it", async () => {
  const get = () => expert(accounts.get, { params: { accountId } });
  const total = async () => (await expert(accounts.list)).body.total;
  expect((await get()).status).toBe(404);
  const { status, body } = await add(expertId);
  expect(status).toBe(201);
  expect(body).toMatchObject({ seat: "technical_expert", user: { id: expertId }, untilOn: null });
  expect((await get()).status).toBe(200);
  expect(await total()).toBe(1);
  expect((await add(expertId)).body.code).toBe("team.already_member");
  const second = await add(expertId, "legal");
  await end(body.id);
  expect((await get()).status).toBe(200);
  const last = await end(second.body.id, expert, "1");
  expect(last.body).toMatchObject({ user: { id: expertId }, version: 2 });
  expect((await get()).status).toBe(404);
  expect(await total()).toBe(0);
  expect((await read()).past).toHaveLength(2);
  expect((await end(body.id)).body.code).toBe("team.seat_ended");
  expect(await auditOf(world, tenant, "team_member.added", body.id)).toHaveLength(1);
  expect(await auditOf(world, tenant, "team_member.ended", body.id)).toHaveLength(1);
});

test("a member's seat, first day and note are changed by who may edit the account's team, of the version they saw", async () => {
  const { body } = await add(await makeUser(world, tenant, "service"), "service");
  const change = (draft: object, who = manager, match = '"1"') =>
    who(accountTeams.change, {
      params: { memberId: body.id },
      body: draft,
      headers: { "if-match": match },
    });
  const changed = await change({ seat: "delivery", note: "驻场" });
  expect(changed.body).toMatchObject({ seat: "delivery", note: "驻场", version: 2 });
  expect((await change({ note: "旧" })).status).toBe(412);
  expect((await change({ sinceOn: "2999-01-01" }, manager, "*")).body.fields[0].path).toBe(
    "sinceOn",
  );
  const analyst = await sessionOf(app, tenant, await makeUser(world, tenant, "analyst"));
  expect((await change({ note: "x" }, analyst, "*")).status).toBe(403);
  expect((await change({ note: "x" }, expert, "*")).body.code).toBe("team.member_not_found");
  const foreign = await makeTenant(world);
  const stranger = await sessionOf(app, foreign, foreign.adminUserId);
  expect((await change({ note: "x" }, stranger, "*")).body.code).toBe("team.member_not_found");
  expect((await stranger(accountTeams.get, { params: { accountId } })).status).toBe(404);
  expect(await auditOf(world, tenant, "team_member.changed", body.id)).toHaveLength(1);
});

test("only an active colleague joins, never from a future day", async () => {
  const gone = await makeUser(world, tenant, "service");
  await askTenant(world, tenant, `update app_user set is_active = false where id = '${gone}'`);
  expect((await add(gone)).body.code).toBe("team.user_not_found");
  expect((await add(crypto.randomUUID())).body.code).toBe("team.user_not_found");
  const future = await add(expertId, "finance", manager, { sinceOn: "2999-01-01" });
  expect(future.body.fields[0].path).toBe("sinceOn");
});

test("empty seats that policy, grade or programme demand are named, and a holder who left is", async () => {
  const before = await read();
  const codes = ({ warnings }: AccountTeamView) =>
    warnings.map(({ code, params }) => `${code} ${String(params["seat"] ?? "")}`.trim());
  expect(codes(before)).toContain("team.seat_missing sponsor");
  expect(before.seats.find(({ seat }) => seat === "manager")?.user).toMatchObject({
    id: managerId,
  });
  const sponsorId = await makeUser(world, tenant, "sponsor");
  await askTenant(
    world,
    tenant,
    `update account set sponsor_user_id = '${sponsorId}' where id = '${accountId}'`,
  );
  expect(codes(await read())).not.toContain("team.seat_missing sponsor");
  await askTenant(world, tenant, `update app_user set is_active = false where id = '${sponsorId}'`);
  expect(codes(await read())).toContain("team.holder_left sponsor");
});

import { accounts } from "@mainstay/contract/account";
import { accountPage } from "@mainstay/contract/account-page";
import { interactions } from "@mainstay/contract/interaction";
import { relationships } from "@mainstay/contract/relationship";
import { dayNumberFromIso, isoFromDayNumber } from "@mainstay/domain/calendar/day-number";
import { mondayOf } from "@mainstay/domain/relationship/week-monday";
import { renderEvaluationReason } from "@mainstay/phrases/reason/render-evaluation-reason";
import { beforeAll, describe, expect, test } from "vitest";
import type { App } from "../platform/http/app.ts";
import { sessionOf, type TestCaller, testApp, tokenOf } from "../platform/http/test-app.ts";
import { askTenant } from "../platform/test-world/ask-tenant.ts";
import { makeAccount } from "../platform/test-world/make-account.ts";
import { makeMember } from "../platform/test-world/make-chain.ts";
import { makeRow } from "../platform/test-world/make-row.ts";
import { makeTenant, makeUser, type TestTenant } from "../platform/test-world/make-tenant.ts";
import { testDay } from "../platform/test-world/test-day.ts";
import { type TestWorld, testWorld } from "../platform/test-world/test-world.ts";
import { measureAccounts } from "./measure-accounts.ts";

let app: App;
let world: TestWorld;
let tenant: TestTenant;
let managerId: string;
let manager: TestCaller;
let service: TestCaller;
let accountId: string;
let bossId: string;
let techId: string;
const today = testDay();
const day = dayNumberFromIso(today) ?? 0;

beforeAll(async () => {
  world = await testWorld();
  app = await testApp();
  tenant = await makeTenant(world);
  managerId = await makeUser(world, tenant, "manager");
  manager = await sessionOf(app, tenant, managerId);
  service = await sessionOf(app, tenant, await makeUser(world, tenant, "service"));
  accountId = await makeAccount(world, tenant, { name: "万华", manager_user_id: managerId });
  const member = (name: string, role: string, influence: number, stance: string) =>
    makeMember(world, tenant, accountId, { name, role, influence, stance, assessedOn: today });
  bossId = await member("张董", "economic_buyer", 5, "neutral");
  techId = await member("陈工", "technical", 4, "supporter");
  await member("赵姐", "user", 2, "opponent");
  await measure();
});

const measure = () =>
  measureAccounts(
    { database: world.database, tenantId: tenant.tenantId, today: day, keepsWeek: true },
    [accountId],
  );
const params = () => ({ params: { accountId } });

describe("measures", () => {
  test("with fewer than three known stances the index is for those who may see profiles, wherever it stands", async () => {
    const own = await makeTenant(world);
    const managerOfFew = await makeUser(world, own, "manager");
    const few = await makeAccount(world, own, { name: "知之甚少", manager_user_id: managerOfFew });
    const chain = [
      { name: "钱总", role: "economic_buyer", influence: 5, stance: "opponent" },
      { name: "孙工", role: "user", influence: 3 },
    ];
    for (const one of chain) await makeMember(world, own, few, { ...one, assessedOn: today });
    await measureAccounts(
      { database: world.database, tenantId: own.tenantId, today: day, keepsWeek: true },
      [few],
    );
    const at = { params: { accountId: few } };
    const seen = async (who: TestCaller) => ({
      summary: (await who(relationships.get, at)).body.summary.supportIndex,
      page: (await who(accountPage.get, at)).body.relationship.supportIndex,
      row: (await who(accounts.list, { query: { q: "知之甚少" } as never })).body.items[0]
        .supportIndex,
    });
    expect(
      Object.values(await seen(await sessionOf(app, own, managerOfFew))).every(
        (index) => (index ?? 0) < 0,
      ),
    ).toBe(true);
    const helper = await sessionOf(app, own, await makeUser(world, own, "service"));
    expect(await seen(helper)).toEqual({ summary: null, page: null, row: null });
    const { summary } = (await helper(relationships.get, at)).body;
    expect(summary.judgement.code).toBe("relationship.standing_hidden");
    expect(renderEvaluationReason(summary.judgement, "zh-CN")).toContain("决策链 2 人");
  });

  test("a manager sees the figures and each member's part; the parts sum up to the index", async () => {
    const { status, body } = await manager(relationships.get, params());
    expect(status).toBe(200);
    expect(body.summary.supportIndex).toBeCloseTo(3.49, 2);
    expect(body.summary).toMatchObject({ members: 3, knownShare: 1, coverage: 0, trend: null });
    const parts = body.memberShares.map(
      ({ name, weight, points }: { name: string; weight: number; points: number }) => [
        name,
        weight,
        Math.round(points * 100) / 100,
      ],
    );
    expect(parts).toEqual([
      ["张董", 10, 0],
      ["陈工", 5.2, 15.12],
      ["赵姐", 2, -11.63],
    ]);
    const sum = body.memberShares.reduce(
      (all: number, one: { points: number }) => all + one.points,
      0,
    );
    expect(sum).toBeCloseTo(body.summary.supportIndex, 9);
    expect(body.memberShares[0]).toMatchObject({
      isKeyPerson: true,
      freshness: 1,
      isInfluenceAssumed: false,
    });
  });

  test("the sentences have words in both languages", async () => {
    const { body } = await manager(relationships.get, params());
    for (const reason of [body.summary.judgement, body.summary.next.reason])
      for (const locale of ["zh-CN", "en"] as const)
        expect(renderEvaluationReason(reason, locale)).toMatch(/[。.]$/);
    expect(renderEvaluationReason(body.summary.judgement, "zh-CN")).toBe(
      "决策链 3 人，支持面 +3（已知 100%），覆盖 0%，保持往来的有 0 人。",
    );
  });

  test("who may not see profiles gets the figures, and neither parts nor the next person", async () => {
    const own = await askTenant<{ id: string }>(
      world,
      tenant,
      `select id from app_user where role = 'admin'`,
    );
    const token = await tokenOf(app, tenant, own[0]?.id ?? "", ["read"]);
    for (const caller of [service, token]) {
      const { status, body } = await caller(relationships.get, params());
      expect(status).toBe(200);
      expect(body.summary.supportIndex).toBeCloseTo(3.49, 2);
      expect(body.memberShares).toBeNull();
      expect(body.summary.next).toBeNull();
      expect(JSON.stringify(body)).not.toMatch(/opponent|supporter|陈工/);
    }
  });

  test("the account page carries the summary", async () => {
    const { body } = await manager(accountPage.get, params());
    expect(body.relationship.supportIndex).toBeCloseTo(3.49, 2);
    expect(body.relationship.redFlags).toContain("economic_buyer_never_met");
    const flags = body.signals.map(({ kind }: { kind: string }) => kind);
    for (const flag of body.relationship.redFlags) expect(flags).toContain(flag);
  });

  test("the accounts table shows support and coverage, for the exported file too", async () => {
    const { body } = await manager(accounts.list, { query: { q: "万华" } });
    expect(body.items[0].supportIndex).toBeCloseTo(3.49, 2);
    expect(body.items[0].coverage).toBe(0);
    const file = await manager(accounts.export, {
      query: { q: "万华", columns: "name,supportIndex,coverage" } as never,
    });
    expect(file.bytes.toString()).toMatch(/万华,3\.5,0\.0000/);
  });

  test("an account nobody has measured says so, without figures", async () => {
    const empty = await makeAccount(world, tenant, { name: "新户", manager_user_id: managerId });
    const { body } = await manager(relationships.get, { params: { accountId: empty } });
    expect(body.summary).toMatchObject({
      asOf: null,
      supportIndex: null,
      redFlags: [],
      next: null,
    });
    expect(body.memberShares).toEqual([]);
  });

  test("a project that is none of this account's is not found", async () => {
    const query = { projectId: crypto.randomUUID() };
    const answer = await manager(relationships.get, { ...params(), query });
    expect(answer.body.code).toBe("project.not_found");
  });
});

test("weeks come oldest first under their Mondays", async () => {
  const monday = mondayOf(day);
  await makeRow(world, tenant, "relationship_snapshot", {
    account_id: accountId,
    week_on: isoFromDayNumber(monday - 7),
    members: 3,
    support_index: -20,
    coverage: 0.1,
    known_share: 1,
    thread_count: 1,
    bus_factor: 1,
  });
  const { body } = await manager(relationships.weeks, params());
  expect(body.weeks.map(({ weekOn }: { weekOn: string }) => weekOn)).toEqual([
    isoFromDayNumber(monday - 7),
    isoFromDayNumber(monday),
  ]);
  await measure();
  const { body: after } = await manager(relationships.get, params());
  expect(after.summary).toMatchObject({ supportIndexBefore: -20, trend: "widening" });
  const { body: movers } = await manager(relationships.movers);
  expect(movers).toMatchObject({ falls: [], measured: 1 });
  expect(movers.rises).toMatchObject([{ account: { name: "万华" }, before: -20 }]);
});

describe("path", () => {
  const path = (who: TestCaller, toPersonId: string) =>
    who(relationships.path, { ...params(), query: { toPersonId } });

  test("nobody knows anybody: no way", async () => {
    expect((await path(manager, bossId)).body).toMatchObject({ to: { name: "张董" }, path: null });
  });

  test("over one of us and a tie, said as one sentence; hidden from who may not see profiles", async () => {
    await makeRow(world, tenant, "pair_level", {
      account_id: accountId,
      user_id: managerId,
      person_id: techId,
      current_level: 4,
      noted_on: today,
    });
    await makeRow(world, tenant, "tie", {
      account_id: accountId,
      from_person_id: techId,
      to_person_id: bossId,
      kind: "schoolmate",
      noted_on: today,
    });
    const { body } = await path(manager, bossId);
    expect(body.path.steps.map(({ by }: { by: string }) => by)).toEqual([
      "pair_level",
      "schoolmate",
    ]);
    expect(renderEvaluationReason(body.path.reason, "zh-CN")).toBe(
      "manager与陈工已到“信任”，陈工与张董是校友。",
    );
    expect((await path(service, bossId)).body.path).toBeNull();
  });

  test("somebody who does not work there is not found", async () => {
    const elsewhere = await makeAccount(world, tenant, {
      name: "别家",
      manager_user_id: managerId,
    });
    const stranger = await makeMember(world, tenant, elsewhere, { name: "外人" });
    expect((await path(manager, stranger)).body.code).toBe("person.not_found");
    expect((await path(manager, crypto.randomUUID())).body.code).toBe("person.not_found");
  });
});

test("another manager's account, and another workspace's, are not there", async () => {
  const foreign = await makeTenant(world);
  const callers = [
    await sessionOf(app, tenant, await makeUser(world, tenant, "manager")),
    await sessionOf(app, foreign, foreign.adminUserId),
  ];
  for (const caller of callers) {
    for (const endpoint of [relationships.get, relationships.weeks])
      expect((await caller(endpoint, params())).body.code).toBe("account.not_found");
    const path = await caller(relationships.path, { ...params(), query: { toPersonId: bossId } });
    expect(path.body.code).toBe("account.not_found");
    expect((await caller(relationships.movers)).body).toEqual({
      rises: [],
      falls: [],
      measured: 0,
    });
  }
});

describe("logging a contact", () => {
  const log = (body: object) =>
    manager(interactions.log, {
      ...params(),
      body: {
        kind: "executive_meeting",
        occurredOn: today,
        summary: "会面",
        personIds: [bossId],
        ...body,
      } as never,
    });
  test("names who of us took part; whoever logs it when nobody is named", async () => {
    expect((await log({})).body.ours).toEqual([{ id: managerId, name: "manager" }]);
    const { body } = await log({ ourUserIds: [tenant.adminUserId, tenant.adminUserId] });
    expect(body.ours).toEqual([{ id: tenant.adminUserId, name: "admin" }]);
    expect((await log({ ourUserIds: [crypto.randomUUID()] })).body.code).toBe("user.not_found");
  });

  test("takes the flag of the economic buyer away with the next round", async () => {
    await log({ kind: "meeting" });
    await measure();
    const { body } = await manager(relationships.get, params());
    expect(body.summary.redFlags).not.toContain("economic_buyer_never_met");
    expect(body.summary.coverage).toBeGreaterThan(0.5);
  });
});

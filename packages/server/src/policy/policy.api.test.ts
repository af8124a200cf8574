import { policies } from "@mainstay/contract/policy";
import { dayNumberFromIso } from "@mainstay/domain/calendar/day-number";
import {
  defaultEvaluationSettings as shipped,
  type EvaluationSettings,
} from "@mainstay/domain/evaluation/evaluation-settings";
import { beforeAll, expect, test } from "vitest";
import { generateDemoPortfolio } from "../demo/generate-demo-portfolio.ts";
import { judgePortfolio } from "../evaluation/judge-portfolio.ts";
import { withTenant } from "../platform/db/open-transaction.ts";
import type { App } from "../platform/http/app.ts";
import { sessionOf, type TestCaller, testApp } from "../platform/http/test-app.ts";
import { askTenant } from "../platform/test-world/ask-tenant.ts";
import { copyTenant } from "../platform/test-world/copy-tenant.ts";
import { makeAccount } from "../platform/test-world/make-account.ts";
import { makeOrders, steadyOrders } from "../platform/test-world/make-orders.ts";
import { makeTenant, makeUser, type TestTenant } from "../platform/test-world/make-tenant.ts";
import { type TestWorld, testWorld } from "../platform/test-world/test-world.ts";

const today = "2026-11-21";
const asOf = dayNumberFromIso(today) ?? 0;
let app: App;
let world: TestWorld;
let demo: TestTenant;

beforeAll(async () => {
  world = await testWorld();
  app = await testApp();
  demo = await makeTenant(world);
  const author = { tenantId: demo.tenantId, actor: null, requestId: null };
  await withTenant(world.database, demo.scope, (tx) => generateDemoPortfolio(tx, author, today));
});

const judge = (tenant: TestTenant, on = asOf) =>
  judgePortfolio({ tenantId: tenant.tenantId, database: world.database, asOf: on, runId: null });
const adminOf = (tenant: TestTenant) => sessionOf(app, tenant, tenant.adminUserId);
const publish = (who: TestCaller, settings: EvaluationSettings, baseVersion = 0, headers = {}) =>
  who(policies.publish, { body: { settings, baseVersion, note: "年度调整" } as never, headers });
const countsOf = (tenant: TestTenant, column: string) =>
  askTenant<{ level: string; n: number }>(
    world,
    tenant,
    `select ${column} as level, count(*) as n from account_standing where order_days > 0 group by 1 order by 1`,
  );

const stricter: EvaluationSettings = {
  ...shipped,
  valueMarginWeight: 0.5,
  coreTopShare: 0.3,
  coreYearFloor: 0.5,
  potentialCut: 0.5,
  potentialWeights: { growth: 0.6, industryGrowth: 0.3, openWallet: 0.1 },
  gradeFloors: { strategic: 200_000_000, key: 80_000_000, base: 20_000_000 },
  industryGrowth: { 化工: 0.9 },
};

/** Some accounts with costs and some without, so that a margin has to be assumed. */
const mixedCosts = async (accounts: number): Promise<TestTenant> => {
  const tenant = await makeTenant(world);
  for (let i = 0; i < accounts; i++) {
    const id = await makeAccount(world, tenant, {
      name: `客户${i}`,
      industry: i % 2 ? "化工" : null,
    });
    const net = 1_000_000 * (i + 1) ** 2;
    const cost = i % 3 === 0 ? undefined : Math.round(net * (0.3 + 0.05 * (i % 7)));
    await makeOrders(world, tenant, id, steadyOrders("2026-11-10", 40 + i, 24, net, cost));
  }
  return tenant;
};

test.each([
  ["the demo's 120 accounts", () => copyTenant(world, demo)],
  ["a workspace too small for percentiles", () => mixedCosts(6)],
  ["a workspace where some costs are known", () => mixedCosts(14)],
])(
  "%s: simulating says what publishing does, and the next round agrees",
  async (_, make) => {
    const tenant = await make();
    await judge(tenant);
    const admin = await adminOf(tenant);
    const still = await admin(policies.simulate, { body: { settings: shipped } as never });
    expect(still.body.moves).toEqual([]);
    for (const settings of [stricter, { ...stricter, valueMeasure: "clv_36m" as const }]) {
      const { version } = (await admin(policies.get)).body;
      const simulated = await admin(policies.simulate, { body: { settings } as never });
      expect(simulated.status).toBe(200);
      const published = await publish(admin, settings, version);
      expect(published.body.version).toBe(version + 1);
      for (const [column, counts] of [
        ["segment", simulated.body.bySegment],
        ["grade", simulated.body.byGrade],
      ]) {
        const now = await countsOf(tenant, column);
        const promised = counts.filter(({ after }: { after: number }) => after > 0);
        expect(now).toEqual(
          promised
            .map((row: Record<string, unknown>) => ({ level: row[column], n: row.after }))
            .sort((a: { level: string }, b: { level: string }) => (a.level < b.level ? -1 : 1)),
        );
      }
      const moved = await askTenant<{ n: number }>(
        world,
        tenant,
        `select count(*) as n from segment_move where policy_version = ${version + 1} and status = 'published' and decided_by is not null`,
      );
      const promised = simulated.body.moves.reduce(
        (sum: number, { accounts }: { accounts: number }) => sum + accounts,
        0,
      );
      expect(moved).toEqual([{ n: promised }]);
      const before = await countsOf(tenant, "segment || ' ' || grade");
      await judge(tenant);
      expect(await countsOf(tenant, "segment || ' ' || grade")).toEqual(before);
      const open = "select 1 from segment_move where status = 'proposed'";
      expect(await askTenant(world, tenant, open)).toEqual([]);
    }
  },
  600_000,
);

test("publishing decides open proposals and orders a new round; who, when and why are kept", async () => {
  const tenant = await copyTenant(world, demo);
  await judge(tenant);
  await askTenant(
    world,
    tenant,
    "update account_standing set segment = 'develop' where segment = 'core'",
  );
  await judge(tenant, asOf + 1);
  const admin = await adminOf(tenant);
  const proposed = "select 1 from segment_move where status = 'proposed'";
  expect((await askTenant(world, tenant, proposed)).length).toBeGreaterThan(0);
  const { body } = await publish(admin, shipped);
  expect(body).toMatchObject({
    version: 1,
    note: "年度调整",
    publishedBy: { id: tenant.adminUserId },
  });
  expect(await askTenant(world, tenant, proposed)).toEqual([]);
  expect(
    await askTenant(
      world,
      tenant,
      "select 1 from account_standing where proposed_segment is not null",
    ),
  ).toEqual([]);
  expect(
    await askTenant(
      world,
      tenant,
      "select trigger, status from evaluation_run where trigger = 'policy'",
    ),
  ).toEqual([{ trigger: "policy", status: "queued" }]);
  expect(
    await askTenant(world, tenant, "select subject_id from audit where act = 'policy.published'"),
  ).toEqual([{ subject_id: "1" }]);
});

test("who publishes over a newer version is refused; two at once: one wins", async () => {
  const tenant = await makeTenant(world);
  const admin = await adminOf(tenant);
  expect((await publish(admin, shipped, 3)).body).toMatchObject({
    status: 409,
    code: "policy.version_conflict",
    params: { version: 0 },
  });
  const both = await Promise.all([publish(admin, shipped), publish(admin, stricter)]);
  expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
});

test("repeating with a key publishes once; history pages from the newest", async () => {
  const tenant = await makeTenant(world);
  const admin = await adminOf(tenant);
  const headers = { "idempotency-key": `policy-${tenant.tenantId}` };
  const [one, two] = [
    await publish(admin, shipped, 0, headers),
    await publish(admin, shipped, 0, headers),
  ];
  expect(two.body).toEqual(one.body);
  for (const version of [1, 2]) await publish(admin, stricter, version);
  const versions: number[] = [];
  let cursor: string | undefined;
  do {
    const { body } = await admin(policies.history, { query: { limit: 2, cursor } as never });
    expect(body.total).toBe(3);
    versions.push(...body.items.map(({ version }: { version: number }) => version));
    cursor = body.nextCursor ?? undefined;
  } while (cursor);
  expect(versions).toEqual([3, 2, 1]);
});

test("settings that contradict themselves are refused in the reader's words, simulated or published", async () => {
  const tenant = await makeTenant(world);
  const admin = await adminOf(tenant);
  const settings = {
    ...shipped,
    potentialWeights: { growth: 0.5, industryGrowth: 0.5, openWallet: 0.5 },
    riskLevels: { watch: 0.9, act: 0.6, lost: 0.3 },
  };
  const body = { settings } as never;
  const refused = await admin(policies.simulate, { body });
  expect(refused.body).toMatchObject({ status: 422, code: "policy.invalid" });
  expect(refused.body.detail).toContain("三个潜力权重相加应为 100%");
  expect(refused.body.detail).toContain("依次升高");
  const english = await admin(policies.simulate, { body, headers: { "accept-language": "en" } });
  expect(english.body.detail).toMatch(/add up to 100%.*watch, act and lost/);
  expect((await publish(admin, settings)).body.code).toBe("policy.invalid");
  const wild = { ...shipped, coreTopShare: 2 };
  expect((await publish(admin, wild)).body.fields?.[0].path).toBe("settings.coreTopShare");
});

test("analysts simulate, directors publish, managers only look; each workspace has its own rules", async () => {
  const tenant = await makeTenant(world);
  const as = async (role: "analyst" | "director" | "manager") =>
    sessionOf(app, tenant, await makeUser(world, tenant, role));
  const body = { settings: shipped } as never;
  const [analyst, director, manager] = [
    await as("analyst"),
    await as("director"),
    await as("manager"),
  ];
  expect((await analyst(policies.simulate, { body })).status).toBe(200);
  expect((await publish(analyst, shipped)).body.code).toBe("access.not_permitted");
  expect((await manager(policies.simulate, { body })).status).toBe(403);
  expect((await manager(policies.get)).body).toMatchObject({ version: 0, publishedBy: null });
  expect((await publish(director, shipped)).status).toBe(201);
  const foreign = await makeTenant(world);
  expect((await (await adminOf(foreign))(policies.get)).body.version).toBe(0);
});

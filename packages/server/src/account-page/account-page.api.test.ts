import { type AccountPage, accountPage } from "@mainstay/contract/account-page";
import { accountFigures, accounts } from "@mainstay/contract/account";
import { interactions } from "@mainstay/contract/interaction";
import { policies, segmentMoves } from "@mainstay/contract/policy";
import { signals } from "@mainstay/contract/signal";
import { tasks } from "@mainstay/contract/task";
import { dayNumberFromIso } from "@mainstay/domain/calendar/day-number";
import { figureEn } from "@mainstay/phrases/figure/en";
import { figureZh } from "@mainstay/phrases/figure/zh";
import { isEvaluationReason } from "@mainstay/phrases/reason/render-evaluation-reason";
import { beforeAll, expect, test } from "vitest";
import { generateDemoPortfolio } from "../demo/generate-demo-portfolio.ts";
import { judgePortfolio } from "../evaluation/judge-portfolio.ts";
import { withTenant } from "../platform/db/open-transaction.ts";
import type { App } from "../platform/http/app.ts";
import { sessionOf, type TestCaller, testApp } from "../platform/http/test-app.ts";
import { askTenant } from "../platform/test-world/ask-tenant.ts";
import { makeAccount, makeSignal } from "../platform/test-world/make-account.ts";
import { makeOrders } from "../platform/test-world/make-orders.ts";
import { makeTenant, makeUser, type TestTenant } from "../platform/test-world/make-tenant.ts";
import { testDay } from "../platform/test-world/test-day.ts";
import { type TestWorld, testWorld } from "../platform/test-world/test-world.ts";

let app: App;
let world: TestWorld;
let tenant: TestTenant;
let admin: TestCaller;
let today: string;

beforeAll(async () => {
  world = await testWorld();
  app = await testApp();
  tenant = await makeTenant(world);
  admin = await sessionOf(app, tenant, tenant.adminUserId);
  today = testDay();
  const author = { tenantId: tenant.tenantId, actor: null, requestId: null };
  await withTenant(world.database, tenant.scope, (tx) => generateDemoPortfolio(tx, author, today));
  await judgePortfolio({
    tenantId: tenant.tenantId,
    database: world.database,
    asOf: dayNumberFromIso(today) ?? 0,
    runId: null,
  });
});

const read = async (accountId: string, who = admin): Promise<AccountPage> => {
  const { status, body } = await who(accountPage.get, { params: { accountId } });
  expect(status).toBe(200);
  return body;
};
const idsOf = async () =>
  (
    await askTenant<{ id: string }>(world, tenant, "select id from account order by external_id")
  ).map(({ id }) => id);

test("every account of the demo has its page, its figures explained, and no reason without words", async () => {
  const wordless = new Set<string>();
  for (const accountId of (await idsOf()).slice(0, 40)) {
    const page = await read(accountId);
    const reasons = [
      ...page.judgement.reasons,
      ...page.segmentReasons,
      page.gradeReason,
      page.rhythm.explanation,
      ...page.signals.map(({ reason }) => reason),
      ...page.moves.map(({ reason }) => reason),
      ...page.timeline.filter(({ kind }) => kind === "signal_raised").map(({ reason }) => reason),
    ];
    for (const reason of reasons) {
      if (reason && !isEvaluationReason(reason)) wordless.add(reason.code);
    }
    expect(page.judgement.reasons.length).toBeGreaterThan(0);
    expect(page.rhythm.dots).toHaveLength(page.standing.orderDays);
    expect(page.account.id).toBe(accountId);
    expect(page.months).toHaveLength(36);
    const ons = page.timeline.map(({ on }) => on);
    expect(ons).toEqual(ons.toSorted().toReversed());
    for (const figure of accountFigures) {
      const { status, body } = await admin(accounts.figure, { params: { accountId, figure } });
      expect([figure, status]).toEqual([figure, 200]);
      expect(body).toMatchObject({ figure, asOf: today });
      for (const { key } of body.inputs) {
        if (!(key in figureZh.input && key in figureEn.input)) wordless.add(`figure.input.${key}`);
      }
    }
  }
  expect([...wordless]).toEqual([]);
});

test("what was done with a customer stands in the timeline on the workspace's day", async () => {
  const accountId = await makeAccount(world, tenant, { name: "时间线" });
  await makeOrders(world, tenant, accountId, [
    ["2026-01-10", 900],
    ["2026-01-20", -100],
  ]);
  const signalId = await makeSignal(world, tenant, accountId);
  const any = { "if-match": "*" };
  await admin(interactions.log, {
    params: { accountId },
    body: { kind: "call", occurredOn: "2026-01-15", summary: "问到新项目" } as never,
  });
  await admin(signals.resolve, {
    params: { signalId },
    body: { outcome: "saved", note: "下单了" },
    headers: any,
  });
  const task = await admin(tasks.add, { body: { title: "寄样品", accountId } });
  await admin(tasks.complete, { params: { taskId: task.body.id }, headers: any });
  await askTenant(
    world,
    tenant,
    `update task set done_at = '2026-02-01T18:30:00Z' where account_id = '${accountId}'`,
  );
  await askTenant(
    world,
    tenant,
    `update signal set resolved_at = '2026-02-02T18:30:00Z' where account_id = '${accountId}'`,
  );
  await askTenant(
    world,
    tenant,
    `insert into segment_move (tenant_id, id, account_id, from_segment, to_segment, status, decided_at, decided_by, reason)
     values ('${tenant.tenantId}', gen_random_uuid(), '${accountId}', 'core', 'maintain', 'published', '2026-02-03T18:30:00Z',
       '${tenant.adminUserId}', '{"code": "segment.value_rank", "params": {"rank": 1, "accounts": 2}}')`,
  );
  const { timeline, interactions: contacts } = await read(accountId);
  expect(
    timeline.map(({ kind, on, text, amountMinor }) => [kind, on, amountMinor ?? text]),
  ).toEqual([
    ["signal_raised", "2026-11-01", 100],
    ["segment_move", "2026-02-04", null],
    ["signal_resolved", "2026-02-03", "下单了"],
    ["task_done", "2026-02-02", "寄样品"],
    ["return", "2026-01-20", -100],
    ["interaction", "2026-01-15", "问到新项目"],
    ["order", "2026-01-10", 900],
  ]);
  const reasons = timeline.flatMap(({ reason }) => (reason ? [reason] : []));
  expect(reasons.map(({ code }) => code)).toEqual([
    "signal.rhythm_broken",
    "segment_move.published",
    "outcome.saved",
  ]);
  expect(reasons[1]?.params).toEqual({ from: "core", to: "maintain" });
  expect(contacts).toHaveLength(1);
});

test("months add up to the orders, a month without every cost shows none", async () => {
  const accountId = await makeAccount(world, tenant, { name: "按月" });
  await makeOrders(world, tenant, accountId, [
    ["2026-05-01", 1_000, 400],
    ["2026-05-31", 500, 100],
    ["2026-06-02", 300, 100],
    ["2026-06-03", 300],
  ]);
  const { months } = await read(accountId);
  const month = (name: string) => months.find((one) => one.month === name);
  expect(month("2026-05")).toMatchObject({ netMinor: 1_500, costMinor: 500 });
  expect(month("2026-06")).toMatchObject({ netMinor: 600, costMinor: null });
  expect(month("2026-07")).toMatchObject({ netMinor: 0, costMinor: null });
});

test("a group adds up what stands below, and names what stands above", async () => {
  const make = (name: string, parent: string | null, revenue: number) =>
    makeAccount(
      world,
      tenant,
      { name, parent_id: parent },
      { revenue_12m_minor: revenue, value_at_risk_minor: 1 },
    );
  const top = await make("顶", null, 100);
  const middle = await make("中", top, 20);
  const low = await make("底", middle, 3);
  await make("旁", top, 4_000);
  const whole = await read(top);
  expect(whole.group).toMatchObject({ accounts: 4, revenue12mMinor: 4_123, valueAtRiskMinor: 4 });
  expect(whole.ancestors).toEqual([]);
  const leaf = await read(low);
  expect(leaf.group).toBeNull();
  expect(leaf.ancestors.map(({ name }) => name)).toEqual(["顶", "中"]);
});

test("the page of an account out of sight, or of another workspace, is not there", async () => {
  const [accountId = ""] = await idsOf();
  const manager = await sessionOf(app, tenant, await makeUser(world, tenant, "manager"));
  const foreign = await makeTenant(world);
  const stranger = await sessionOf(app, foreign, foreign.adminUserId);
  for (const who of [manager, stranger]) {
    const { body } = await who(accountPage.get, { params: { accountId } });
    expect(body).toMatchObject({ status: 404, code: "account.not_found" });
  }
});

test("after rules were published, every move and reason on the page has words", async () => {
  const { settings, version } = (await admin(policies.get)).body;
  const body = { settings: { ...settings, coreTopShare: 0.4 }, baseVersion: version, note: "" };
  expect((await admin(policies.publish, { body })).status).toBe(201);
  const { body: moves } = await admin(segmentMoves.list, { query: { limit: 200 } as never });
  const codes = new Set(moves.items.map(({ reason }: { reason: { code: string } }) => reason.code));
  expect(codes).toContain("segment.by_policy");
  expect([...codes].filter((code) => !isEvaluationReason({ code: String(code) }))).toEqual([]);
});

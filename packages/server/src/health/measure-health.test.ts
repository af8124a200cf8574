import { healthBands } from "@mainstay/domain/health/health-band";
import { beforeEach, expect, test } from "vitest";
import { runCycle } from "../cycle/run-cycle.ts";
import { askTenant } from "../platform/test-world/ask-tenant.ts";
import { makeAccount } from "../platform/test-world/make-account.ts";
import { makeMember } from "../platform/test-world/make-chain.ts";
import { makeRow } from "../platform/test-world/make-row.ts";
import { makeTenant, type TestTenant } from "../platform/test-world/make-tenant.ts";
import { type TestWorld, testWorld } from "../platform/test-world/test-world.ts";
import { measureHealth } from "./measure-health.ts";
import { withTenant } from "../platform/db/open-transaction.ts";

const today = "2026-11-20";
let world: TestWorld;
let tenant: TestTenant;
let accountId: string;

const healthy = {
  as_of: today,
  p_lost: 0.05,
  level: "fine",
  last_order_on: "2026-11-01",
  revenue_12m_minor: 100,
  revenue_prior_12m_minor: 100,
};

beforeEach(async () => {
  world = await testWorld();
  tenant = await makeTenant(world);
  accountId = await makeAccount(world, tenant, { name: "健康客户" }, healthy);
});

const ask = <Row = Record<string, unknown>>(text: string) => askTenant<Row>(world, tenant, text);
const put = (table: Parameters<typeof makeRow>[2], row: object) =>
  makeRow(world, tenant, table, { account_id: accountId, ...row });
const measure = (on = today) =>
  withTenant(world.database, tenant.scope, (tx) =>
    measureHealth(tx, { tenantId: tenant.tenantId, today: on, accountIds: [accountId] }),
  );
const health = async (on = today) => {
  await measure(on);
  const [row] = await ask<{
    band: string;
    score: number | null;
    provisional_score: number | null;
    known_weight: number;
    inputs: Record<string, number | null>;
    vetoes: string[];
    reasons: { code: string; params: Record<string, unknown> }[];
    adjustment: number;
  }>(`select * from account_health where account_id = '${accountId}'`);
  return row!;
};
const invoice = (row: object) =>
  put("invoice", {
    external_id: crypto.randomUUID(),
    issued_on: "2026-09-01",
    currency: "CNY",
    amount_minor: 100,
    base_amount_minor: 100,
    ...row,
  });

test("the bands the database takes are those of the rules", async () => {
  for (const table of ["account_health", "health_week"]) {
    const [row] = await ask<{ text: string }>(
      `select pg_get_constraintdef(oid) as text from pg_constraint where conname = '${table}_band_known'`,
    );
    expect([...(row?.text.matchAll(/'(\w+)'::text/g) ?? [])].map(([, band]) => band)).toEqual([
      ...healthBands,
    ]);
  }
});

test("the round keeps health and the week; the week's newest judgement stands", async () => {
  await runCycle({ database: world.database, tenantId: tenant.tenantId, today }, [accountId]);
  expect(await health()).toMatchObject({
    band: "insufficient",
    score: null,
    provisional_score: 100,
    known_weight: 25,
  });
  await ask(`update account_standing set p_lost = 0.5 where account_id = '${accountId}'`);
  await measure("2026-11-22");
  const weeks = await ask(`select week_on::text, provisional_score from health_week`);
  expect(weeks).toEqual([{ week_on: "2026-11-16", provisional_score: 0 }]);
  await measure("2026-11-23");
  expect(await ask(`select 1 from health_week`)).toHaveLength(2);
});

test("payment weighs overdue days by amount: open until today, paid until its day, by the last payment, disputed not at all", async () => {
  await invoice({ due_on: "2026-11-10", base_amount_minor: 100 }); // open: 10 days
  await invoice({ due_on: "2026-10-01", paid_on: "2026-10-21", base_amount_minor: 200 }); // 20 days late
  await invoice({ due_on: "2026-10-01", paid_on: "2026-09-20", base_amount_minor: 100 }); // early: 0
  await invoice({ due_on: "2026-10-01", base_amount_minor: 900, is_disputed: true });
  await invoice({ due_on: "2026-12-24", base_amount_minor: 900 }); // not due yet
  await invoice({ due_on: "2024-01-01", paid_on: "2024-09-01", base_amount_minor: 900 }); // long ago
  await invoice({ external_id: "by-payment", due_on: "2026-11-01", base_amount_minor: 100 });
  await put("payment", {
    external_id: "p",
    invoice_external_id: "by-payment",
    paid_on: "2026-11-11",
    currency: "CNY",
    amount_minor: 100,
    base_amount_minor: 100,
  });
  const { inputs } = await health();
  expect(inputs["payment"]).toBeCloseTo(100 * (1 - (10 * 100 + 20 * 200 + 10 * 100) / 500 / 60));
});

test("an opposing economic buyer turns the account red, and what is stored does not say why", async () => {
  const boss = await makeMember(world, tenant, accountId, {
    name: "张董",
    role: "economic_buyer",
    influence: 5,
    stance: "opponent",
  });
  const red = await health();
  expect(red).toMatchObject({ band: "red", score: null, vetoes: ["relationship"] });
  const stored = JSON.stringify(
    await ask(`select * from account_health where account_id = '${accountId}'`),
  );
  expect(stored).not.toContain("opponent");
  expect(stored).not.toContain(boss);
  await ask(`update person set no_profiling = true where id = '${boss}'`);
  expect((await health()).vetoes).toEqual([]);
});

test("a contact's handover that nobody accepted in 24 hours is a veto, until it is accepted", async () => {
  const person = await makeRow(world, tenant, "person", { name: "李工" });
  const handover = {
    side: "theirs",
    person_id: person,
    started_at: "2026-11-18T02:00:00Z",
    due_at: "2026-11-19T02:00:00Z",
  };
  const id = await put("handover", handover);
  expect((await health("2026-11-18")).vetoes).toEqual([]);
  const late = await health();
  expect(late).toMatchObject({ vetoes: ["contact_left"], band: "red" });
  expect(late.reasons[0]?.params).toEqual({ people: 1 });
  await ask(
    `update handover set status = 'accepted', accepted_at = '2026-11-19T05:00:00Z', accepted_by = '${tenant.adminUserId}' where id = '${id}'`,
  );
  expect((await health()).vetoes).toEqual([]);
});

test("a contract warning closed as lost is notice of termination until a later order", async () => {
  await put("signal", {
    kind: "contract_ending",
    severity: "act",
    status: "resolved",
    outcome: "lost",
    reason: JSON.stringify({ code: "x", params: {} }),
    first_seen_on: "2026-10-01",
    last_seen_on: "2026-11-01",
    resolved_at: "2026-11-10T02:00:00Z",
  });
  expect((await health()).vetoes).toEqual(["termination"]);
  await ask(
    `insert into order_day (tenant_id, account_id, on_date, orders, base_net_minor) values ('${tenant.tenantId}', '${accountId}', '2026-11-15', 1, 5)`,
  );
  expect((await health()).vetoes).toEqual([]);
});

test("a rhythm broken beyond its limit is a veto", async () => {
  await ask(
    `update account_standing set p_lost = 0.95, level = 'lost' where account_id = '${accountId}'`,
  );
  expect(await health()).toMatchObject({
    band: "red",
    vetoes: ["rhythm_broken"],
    reasons: [{ code: "rhythm_broken", params: { days: 19 } }],
  });
});

test("how completely the record is filled in does not enter", async () => {
  const before = await health();
  await ask(
    `update account set uscc = null, industry = '化工', region = '华东', country = '中国', size = '大' where id = '${accountId}'`,
  );
  expect(await health()).toMatchObject({
    provisional_score: before.provisional_score,
    known_weight: before.known_weight,
  });
});

test("an adjustment counts on its days and no longer", async () => {
  await ask(`update account_standing set p_lost = 0.3 where account_id = '${accountId}'`);
  await put("health_adjustment", {
    points: 7,
    note: "已谈妥",
    starts_on: "2026-11-01",
    ends_on: "2026-11-30",
  });
  const bare = 100 * ((0.7 - 0.5) / 0.45);
  expect((await health()).provisional_score).toBeCloseTo(bare + 7);
  expect((await health("2026-12-01")).provisional_score).toBeCloseTo(bare);
});

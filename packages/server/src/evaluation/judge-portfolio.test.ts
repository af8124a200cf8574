import { dayNumberFromIso } from "@mainstay/domain/calendar/day-number";
import { beforeAll, expect, test } from "vitest";
import { generateDemoPortfolio } from "../demo/generate-demo-portfolio.ts";
import { settleAccounts } from "../order/settle-accounts.ts";
import { newId } from "../platform/clock/new-id.ts";
import { withTenant } from "../platform/db/open-transaction.ts";
import { makeTenant, type TestTenant } from "../platform/test-world/make-tenant.ts";
import { type TestWorld, testWorld } from "../platform/test-world/test-world.ts";
import { judgeAccounts, judgePortfolio } from "./judge-portfolio.ts";

const today = "2026-11-21";
const asOf = dayNumberFromIso(today) ?? 0;
let world: TestWorld;
let tenant: TestTenant;

beforeAll(async () => {
  world = await testWorld();
  tenant = await makeTenant(world);
  const author = { tenantId: tenant.tenantId, actor: null, requestId: null };
  await withTenant(world.database, tenant.scope, (tx) => generateDemoPortfolio(tx, author, today));
  await judgePortfolio({ ...tenant, database: world.database, asOf, runId: null });
});

const rowsOf = <Row>(text: string, own = tenant) =>
  withTenant(world.database, own.scope, async (tx) => {
    const { sql } = await import("kysely");
    return (await sql.raw<Row>(text).execute(tx)).rows;
  });

const standings = () =>
  rowsOf<Record<string, unknown>>(
    "select account_id, segment, grade, level, p_lost, value_at_risk_minor, open_signals from account_standing order by account_id",
  );

test("every account of the demo has a standing, and every segment but none is silent about its reasons", async () => {
  const rows = await rowsOf<{ n: number; judged: number; reasons: number }>(
    `select count(*) as n, count(as_of) as judged,
      count(*) filter (where jsonb_array_length(detail->'segmentReasons') > 0) as reasons from account_standing`,
  );
  expect(rows[0]?.n).toBe(120);
  expect(rows[0]?.judged).toBe(120);
  expect(rows[0]?.reasons).toBeGreaterThan(100);
});

test("the yearly customer that went silent carries a closed season as its signal, owned by its manager", async () => {
  const [signal] = await rowsOf<{
    kind: string;
    owner_user_id: string;
    manager_user_id: string;
    money: number;
  }>(
    `select g.kind, g.owner_user_id, a.manager_user_id, g.money_at_stake_minor as money
     from signal g join account a on a.id = g.account_id where a.external_id = 'C0001' and g.status <> 'resolved'
       and g.kind = any('{season_closed,rhythm_broken}')`,
  );
  expect(signal?.kind).toBe("season_closed");
  expect(signal?.owner_user_id).toBe(signal?.manager_user_id);
  expect(signal?.money).toBeGreaterThan(0);
});

test("judging again the same day changes neither standings nor signals", async () => {
  const before = [
    await standings(),
    await rowsOf("select id, kind, status, version from signal order by id"),
  ];
  const again = await judgePortfolio({ ...tenant, database: world.database, asOf, runId: null });
  expect(again.raised).toBe(0);
  expect(again.cleared).toBe(0);
  expect([
    await standings(),
    await rowsOf("select id, kind, status, version from signal order by id"),
  ]).toEqual(before);
});

test("an order clears the silence signal within one incremental round", async () => {
  const [silent] = await rowsOf<{ account_id: string; id: string }>(
    "select g.account_id, g.id from signal g join account a on a.id = g.account_id where a.external_id = 'C0002' and g.kind = 'rhythm_broken'",
  );
  expect(silent).toBeDefined();
  await withTenant(world.database, tenant.scope, async (tx) => {
    await tx
      .insertInto("sales_order")
      .values({
        tenant_id: tenant.tenantId,
        id: newId(),
        external_id: "SO-NEW",
        account_id: silent?.account_id ?? "",
        kind: "order",
        ordered_on: "2026-11-20",
        booked_on: "2026-11-20",
        currency: "CNY",
        net_minor: 60_000_000,
        base_net_minor: 60_000_000,
      })
      .execute();
    await settleAccounts(tx, tenant.tenantId, [silent?.account_id ?? ""]);
  });
  const outcome = await judgeAccounts({ ...tenant, database: world.database, asOf, runId: null }, [
    silent?.account_id ?? "",
  ]);
  expect(outcome?.cleared).toBeGreaterThanOrEqual(1);
  const [after] = await rowsOf<{ status: string; outcome: string }>(
    `select status, outcome from signal where id = '${silent?.id}'`,
  );
  expect(after).toEqual({ status: "resolved", outcome: "cleared" });
});

test("what a person called a false alarm is not raised again while nothing changed", async () => {
  const [signal] = await rowsOf<{ id: string }>(
    "select g.id from signal g join account a on a.id = g.account_id where a.external_id = 'C0003' and g.status <> 'resolved' and g.kind = any('{season_closed,rhythm_broken,order_amount_shrinking}')",
  );
  await rowsOf(
    `update signal set status = 'resolved', outcome = 'false_alarm', resolved_at = '2026-11-21' where id = '${signal?.id}'`,
  );
  const outcome = await judgePortfolio({ ...tenant, database: world.database, asOf, runId: null });
  expect(outcome.raised).toBe(0);
});

test("an account without an order is unknown, never red or green", async () => {
  const other = await makeTenant(world);
  const accountId = newId();
  await withTenant(world.database, other.scope, async (tx) => {
    await tx
      .insertInto("account")
      .values({ tenant_id: other.tenantId, id: accountId, name: "无订单客户" })
      .execute();
    await tx
      .insertInto("account_standing")
      .values({ tenant_id: other.tenantId, account_id: accountId })
      .execute();
  });
  await judgePortfolio({ ...other, database: world.database, asOf, runId: null });
  const [row] = await rowsOf<Record<string, unknown>>(
    "select level, segment, p_lost, not_enough_history from account_standing",
    other,
  );
  expect(row).toEqual({ level: "unknown", segment: null, p_lost: null, not_enough_history: true });
});

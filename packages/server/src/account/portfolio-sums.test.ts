import { sql } from "kysely";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { foldSums, sumPortfolio } from "../evaluation/keep-sums.ts";
import { withTenant, withTenantReadOnly } from "../platform/db/open-transaction.ts";
import { makeAccount } from "../platform/test-world/make-account.ts";
import { makeTenant, type TestTenant } from "../platform/test-world/make-tenant.ts";
import { type TestWorld, testWorld } from "../platform/test-world/test-world.ts";
import { isSummed, sumsOfPortfolio } from "./portfolio-sums.ts";

let world: TestWorld;
let tenant: TestTenant;

beforeAll(async () => {
  world = await testWorld();
});
beforeEach(async () => {
  tenant = await makeTenant(world);
  for (let i = 0; i < 12; i++) {
    await makeAccount(
      world,
      tenant,
      { name: `客户${i}` },
      {
        segment: i % 3 === 0 ? null : ["core", "maintain"][i % 2],
        level: ["fine", "act"][i % 2],
        grade: i % 4 === 0 ? null : "key",
        revenue_12m_minor: i * 1_000 - 2_000,
        value_at_risk_minor: i,
        value_score: 0.5,
        potential_score: i % 5 === 0 ? null : 0.5,
        order_days: i,
        as_of: "2026-11-01",
      },
    );
  }
});

const kept = async () => {
  const groups = await withTenantReadOnly(world.database, tenant.scope, (db) =>
    sumsOfPortfolio(db, tenant.tenantId, {}),
  );
  return groups.map((group) => JSON.stringify(group)).sort();
};

/** The same from the standings themselves. */
const counted = async () => {
  const { rows } = await withTenantReadOnly(world.database, tenant.scope, (db) =>
    sql`select segment, level, grade, count(*) as accounts,
        count(*) filter (where value_score is not null and potential_score is not null) as placed,
        sum(order_days) as order_days, sum(revenue_12m_minor)::bigint as revenue,
        sum(greatest(revenue_12m_minor, 0))::bigint as gross, sum(value_at_risk_minor)::bigint as at_risk, max(as_of) as as_of
      from account_standing group by 1, 2, 3`.execute(db),
  );
  return rows.map((row) => JSON.stringify(row)).sort();
};

const write = (text: string) =>
  withTenant(world.database, tenant.scope, (tx) => sql.raw(text).execute(tx));

test("the kept sums follow every write: new, changed and removed standings", async () => {
  expect(await kept()).toEqual(await counted());
  await write("update account_standing set segment = 'core', level = 'lost' where order_days < 5");
  await write("update account_standing set revenue_12m_minor = -5 where order_days = 7");
  await write("update account_standing set evaluated_at = now()");
  expect(await kept()).toEqual(await counted());
  await write("delete from account where name in ('客户1', '客户8')");
  expect(await kept()).toEqual(await counted());
});

test("taking the sums anew and folding them changes nothing about them", async () => {
  const before = await kept();
  await foldSums(world.database, tenant.scope);
  expect(await kept()).toEqual(before);
  await sumPortfolio(world.database, tenant.scope);
  expect(await kept()).toEqual(before);
  await write("delete from portfolio_sum");
  await sumPortfolio(world.database, tenant.scope);
  expect(await kept()).toEqual(before);
});

test("who sees only their own accounts is never answered from the sums of all", async () => {
  const own = { ...tenant.scope, visibility: "own" as const };
  const groups = await withTenantReadOnly(world.database, own, (db) =>
    sumsOfPortfolio(db, tenant.tenantId, {}),
  );
  expect(groups).toEqual([]);
  const actor = { visibility: "own" } as Parameters<typeof isSummed>[0];
  expect(isSummed(actor, {})).toBe(false);
  expect(isSummed({ ...actor, visibility: "all" }, { segment: ["core"] })).toBe(true);
  expect(isSummed({ ...actor, visibility: "all" }, { q: "x" })).toBe(false);
});

import { sql } from "kysely";
import { expect, test } from "vitest";
import { newId } from "../platform/clock/new-id.ts";
import { withTenant } from "../platform/db/open-transaction.ts";
import { makeTenant } from "../platform/test-world/make-tenant.ts";
import { testWorld } from "../platform/test-world/test-world.ts";
import { listAccountsTradingIn, revalueAccounts } from "./revalue-trade.ts";

const nobody = "00000000-0000-0000-0000-000000000000";

test("a changed rate restates orders, lines, invoices and the rollup at the rate of each fact's own day", async () => {
  const world = await testWorld();
  const tenant = await makeTenant(world);
  const [accountId, early, late] = [newId(), newId(), newId()];
  await withTenant(world.database, tenant.scope, async (tx) => {
    const own = { tenant_id: tenant.tenantId };
    await tx
      .insertInto("account")
      .values({ ...own, id: accountId, name: "海外客户" })
      .execute();
    await tx
      .insertInto("account_standing")
      .values({ ...own, account_id: accountId })
      .execute();
    await tx
      .insertInto("exchange_rate")
      .values([
        { ...own, currency: "USD", from_on: "2025-01-01", rate: "7.0" },
        { ...own, currency: "USD", from_on: "2025-07-01", rate: "7.255" },
      ])
      .execute();
    const order = {
      ...own,
      account_id: accountId,
      kind: "order",
      currency: "USD",
      net_minor: 1001,
      base_net_minor: 1,
      line_count: 1,
    };
    await tx
      .insertInto("sales_order")
      .values([
        {
          ...order,
          id: early,
          external_id: "E",
          ordered_on: "2025-06-30",
          booked_on: "2025-06-30",
        },
        { ...order, id: late, external_id: "L", ordered_on: "2025-07-01", booked_on: "2025-07-01" },
      ])
      .execute();
    await tx
      .insertInto("order_line")
      .values({
        ...own,
        order_id: late,
        line_no: 1,
        account_id: accountId,
        ordered_on: "2025-07-01",
        net_minor: 1001,
        base_net_minor: 1,
      })
      .execute();
    await tx
      .insertInto("invoice")
      .values({
        ...own,
        id: newId(),
        external_id: "I",
        account_id: accountId,
        issued_on: "2024-12-31",
        currency: "USD",
        amount_minor: 500,
        base_amount_minor: 42,
      })
      .execute();
    expect(await listAccountsTradingIn(tx, tenant.tenantId, "USD", nobody, 10)).toEqual([
      accountId,
    ]);
    expect(await listAccountsTradingIn(tx, tenant.tenantId, "EUR", nobody, 10)).toEqual([]);
    await revalueAccounts(tx, tenant.tenantId, "CNY", "USD", [accountId]);
  });
  const read = <Row>(text: string) =>
    withTenant(
      world.database,
      tenant.scope,
      async (tx) => (await sql.raw<Row>(text).execute(tx)).rows,
    );
  expect(
    await read("select external_id, base_net_minor from sales_order order by external_id"),
  ).toEqual([
    { external_id: "E", base_net_minor: 7007 },
    { external_id: "L", base_net_minor: 7262 },
  ]);
  expect(await read("select base_net_minor from order_line")).toEqual([{ base_net_minor: 7262 }]);
  expect(await read("select base_amount_minor from invoice")).toEqual([{ base_amount_minor: 42 }]);
  expect(await read("select on_date, base_net_minor from order_day order by on_date")).toEqual([
    { on_date: "2025-06-30", base_net_minor: 7007 },
    { on_date: "2025-07-01", base_net_minor: 7262 },
  ]);
});

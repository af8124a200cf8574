import { sql } from "kysely";
import { withTenant } from "../db/open-transaction.ts";
import { makeTenant, type TestTenant } from "./make-tenant.ts";
import type { TestWorld } from "./test-world.ts";

const tables = [
  "app_user",
  "account",
  "account_standing",
  "product",
  "sales_order",
  "order_line",
  "order_day",
  "invoice",
  "payment",
];

/** A second workspace with the same people, customers and trade under the same ids, to run what-ifs side by side. */
export const copyTenant = async (world: TestWorld, from: TestTenant): Promise<TestTenant> => {
  const to = await makeTenant(world);
  for (const table of tables) {
    const { rows } = await withTenant(world.database, from.scope, (tx) =>
      sql<{ all: unknown }>`
        select coalesce(jsonb_agg(to_jsonb(t) || ${JSON.stringify({ tenant_id: to.tenantId })}::jsonb), '[]') as all
        from ${sql.table(table)} t`.execute(tx),
    );
    await withTenant(world.database, to.scope, (tx) =>
      sql`insert into ${sql.table(table)}
        select * from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows[0]?.all)}::jsonb)`.execute(
        tx,
      ),
    );
  }
  return to;
};

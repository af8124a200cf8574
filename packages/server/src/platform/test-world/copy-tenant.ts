import { sql } from "kysely";
import { withTenant } from "../db/open-transaction.ts";
import { makeTenant, type TestTenant } from "./make-tenant.ts";
import type { TestWorld } from "./test-world.ts";

const tables = [
  "department",
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
    const columns = await writableColumns(world, from, table);
    await withTenant(world.database, to.scope, (tx) =>
      sql`insert into ${sql.table(table)} (${columns})
        select ${columns} from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows[0]?.all)}::jsonb)`.execute(
        tx,
      ),
    );
  }
  return to;
};

/** What a row is written with: the columns that PostgreSQL does not reckon itself. */
const writableColumns = (world: TestWorld, { scope }: TestTenant, table: string) =>
  withTenant(world.database, scope, async (tx) => {
    const { rows } = await sql<{ name: string }>`
      select attname as name from pg_attribute
      where attrelid = ${table}::regclass and attnum > 0 and not attisdropped and attgenerated = ''`.execute(
      tx,
    );
    return sql.join(rows.map(({ name }) => sql.ref(name)));
  });

import type { DB } from "../../schema.gen.ts";
import { newId } from "../clock/new-id.ts";
import { withTenant } from "../db/open-transaction.ts";
import type { TestTenant } from "./make-tenant.ts";
import type { TestWorld } from "./test-world.ts";

/** A row of a table of the workspace; returns its id. */
export const makeRow = async (
  world: TestWorld,
  tenant: TestTenant,
  table: keyof DB,
  columns: Readonly<Record<string, unknown>>,
): Promise<string> => {
  const id = newId();
  await withTenant(world.database, tenant.scope, (tx) =>
    tx
      .insertInto(table)
      .values({ tenant_id: tenant.tenantId, id, ...columns } as never)
      .execute(),
  );
  return id;
};

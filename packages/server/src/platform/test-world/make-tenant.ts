import { randomUUID } from "node:crypto";
import { mintTenantId, type TenantId } from "@mainstay/domain/tenant/tenant-id";
import { withTenant } from "../db/open-transaction.ts";
import { blindScope, systemScope, type TenantScope } from "../db/tenant-scope.ts";
import type { TestWorld } from "./test-world.ts";

/** A workspace of a test's own: one administrator, and a scope in his name that sees all of it, as the product does. */
export type TestTenant = {
  tenantId: TenantId;
  adminUserId: string;
  scope: TenantScope;
  /** The scope of a user who sees only what is his, and business facts about people. */
  ownScope: (userId: string) => TenantScope;
};

export async function makeTenant(world: TestWorld): Promise<TestTenant> {
  const tenantId = mintTenantId(randomUUID());
  const adminUserId = randomUUID();
  const scope = systemScope(tenantId, adminUserId);
  await withTenant(world.database, scope, async (tx) => {
    await tx
      .insertInto("tenant")
      .values({ id: tenantId, name: "测试公司", set_up_at: new Date() })
      .execute();
    await tx
      .insertInto("app_user")
      .values(userRow(tenantId, adminUserId, "admin"))
      .execute();
  });
  return {
    tenantId,
    adminUserId,
    scope,
    ownScope: (userId) => ({
      ...blindScope(tenantId, userId),
      teamUserIds: [userId],
      factClasses: ["B"],
    }),
  };
}

/** Add a user to a test's workspace; returns the id. */
export async function makeUser(
  world: TestWorld,
  tenant: TestTenant,
  role: "manager" | "director" | "sponsor" | "service" | "analyst" | "compliance" | "admin",
): Promise<string> {
  const id = randomUUID();
  await withTenant(world.database, tenant.scope, (tx) =>
    tx
      .insertInto("app_user")
      .values(userRow(tenant.tenantId, id, role))
      .execute(),
  );
  return id;
}

function userRow(tenantId: TenantId, id: string, role: string) {
  const visibility = role === "manager" ? "own" : "all";
  return { tenant_id: tenantId, id, role, visibility, name: role, email: `${id}@example.test` };
}

import type { UserRole } from "@mainstay/domain/user/user-role";
import { hash } from "@node-rs/argon2";
import { withTenant } from "../platform/db/open-transaction.ts";
import { makeTenant, makeUser } from "../platform/test-world/make-tenant.ts";
import { testWorld } from "../platform/test-world/test-world.ts";

export const testPassword = "correct horse battery";
let quickHash: Promise<string> | undefined;

/** For tests: a user with a password, in a workspace of their own or in the given one. */
export const makeUserWithPassword = async (
  role: UserRole = "manager",
  within?: Awaited<ReturnType<typeof makeTenant>>,
) => {
  const world = await testWorld();
  const tenant = within ?? (await makeTenant(world));
  const userId = await makeUser(world, tenant, role);
  quickHash ??= hash(testPassword, { memoryCost: 8192, timeCost: 1, parallelism: 1 });
  const password_hash = await quickHash;
  await withTenant(world.database, tenant.scope, (tx) =>
    tx
      .updateTable("app_user")
      .set({ password_hash })
      .where("tenant_id", "=", tenant.tenantId)
      .where("id", "=", userId)
      .execute(),
  );
  return { tenant, userId, email: `${userId}@example.test` };
};

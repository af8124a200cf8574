import { accountSearchText } from "../../account/account-search-text.ts";
import { newId } from "../clock/new-id.ts";
import { withTenant } from "../db/open-transaction.ts";
import type { TestTenant } from "./make-tenant.ts";
import type { TestWorld } from "./test-world.ts";

/** Columns of `account` and of its standing that a test cares about. */
interface Wanted {
  readonly name: string;
  readonly [column: string]: unknown;
}

/** Add an account, findable by its name, with the standing a test needs; returns the id. */
export const makeAccount = async (
  world: TestWorld,
  tenant: TestTenant,
  account: Wanted,
  standing: Readonly<Record<string, unknown>> = {},
): Promise<string> => {
  const id = newId();
  const search = accountSearchText({
    name: account.name,
    shortName: account.short_name as string | undefined,
    externalId: account.external_id as string | undefined,
    uscc: account.uscc as string | undefined,
  });
  await withTenant(world.database, tenant.scope, async (tx) => {
    await tx
      .insertInto("account")
      .values({ tenant_id: tenant.tenantId, id, ...search, ...account })
      .execute();
    await tx
      .insertInto("account_standing")
      .values({ tenant_id: tenant.tenantId, account_id: id, ...standing })
      .execute();
  });
  return id;
};

/** Add an order-silence signal on an account; returns the id. */
export const makeSignal = async (
  world: TestWorld,
  tenant: TestTenant,
  accountId: string,
  signal: Readonly<Record<string, unknown>> = {},
): Promise<string> => {
  const id = newId();
  await withTenant(world.database, tenant.scope, (tx) =>
    tx
      .insertInto("signal")
      .values({
        tenant_id: tenant.tenantId,
        id,
        account_id: accountId,
        kind: "rhythm_broken",
        severity: "act",
        reason: JSON.stringify({ code: "signal.rhythm_broken", params: {} }),
        money_at_stake_minor: 100,
        first_seen_on: "2026-11-01",
        last_seen_on: "2026-11-01",
        ...signal,
      })
      .execute(),
  );
  return id;
};

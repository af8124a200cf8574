import { mintTenantId, type TenantId } from "@mainstay/domain/tenant/tenant-id";
import { sql } from "kysely";
import { newId } from "../platform/clock/new-id.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import type { Database } from "../platform/db/open-database.ts";
import { withoutTenant } from "../platform/db/open-transaction.ts";
import { createLink, deleteUnusedLinks, type OneTimeLink } from "../user/one-time-link.ts";

/** Every workspace of this installation, the oldest first; names no row of theirs. */
export const listWorkspaces = async (tx: Tx) => {
  await sql`select set_config('mainstay.round', 'on', true)`.execute(tx);
  const rows = await tx
    .selectFrom("tenant")
    .select(["id", "time_zone", "set_up_at"])
    .orderBy("created_at")
    .execute();
  await sql`select set_config('mainstay.round', '', true)`.execute(tx);
  return rows.map((row) => ({
    tenantId: mintTenantId(row.id),
    timeZone: row.time_zone,
    isSetUp: row.set_up_at !== null,
  }));
};

/** Whether the first administrator is still to come. */
export const isSetUpNeeded = (database: Database): Promise<boolean> =>
  withoutTenant(database, async (tx) => !(await listWorkspaces(tx)).some((one) => one.isSetUp));

/** Acts as a tenant for the rest of a transaction that was opened without one. */
const enterTenant = (tx: Tx, tenantId: TenantId) =>
  sql`select set_config('mainstay.tenant', ${tenantId}, true)`.execute(tx);

/**
 * The one-time link for the first administrator, or null when somebody is set up already. Makes the workspace at the
 * very first start; at every later start without an administrator the earlier link ends and a new one is printed.
 */
export const prepareFirstRun = (database: Database, now: Date): Promise<OneTimeLink | null> =>
  withoutTenant(database, async (tx) => {
    // Of several processes that start at once only one makes the workspace.
    await sql`select pg_advisory_xact_lock(7402118862)`.execute(tx);
    const known = await listWorkspaces(tx);
    if (known.some((one) => one.isSetUp)) return null;
    const waiting = known[0];
    const tenantId = waiting?.tenantId ?? mintTenantId(newId());
    await enterTenant(tx, tenantId);
    if (!waiting) await tx.insertInto("tenant").values({ id: tenantId }).execute();
    await deleteUnusedLinks(tx, tenantId, { kind: "first_admin" });
    return createLink(tx, tenantId, now, { kind: "first_admin" });
  });

/** A link that makes whoever opens it administrator of the (oldest) workspace; for the person at the terminal. */
export const createAdminLink = async (database: Database, now: Date): Promise<OneTimeLink> => {
  const first = await prepareFirstRun(database, now);
  if (first) return first;
  return withoutTenant(database, async (tx) => {
    const workspace = (await listWorkspaces(tx)).find((one) => one.isSetUp);
    if (!workspace) throw new Error("There is no workspace yet.");
    await enterTenant(tx, workspace.tenantId);
    await deleteUnusedLinks(tx, workspace.tenantId, { kind: "admin" });
    return createLink(tx, workspace.tenantId, now, { kind: "admin" });
  });
};

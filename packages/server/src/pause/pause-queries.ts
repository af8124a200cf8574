import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import type { Db, Tx } from "../platform/db/database-handles.ts";

const fromPauses = (db: Db, tenantId: TenantId) =>
  db
    .selectFrom("pause as p")
    .leftJoin("account as a", (join) =>
      join.onRef("a.tenant_id", "=", "p.tenant_id").onRef("a.id", "=", "p.account_id"),
    )
    .select(["p.id", "p.account_id", "a.name as account_name", "p.from_on", "p.to_on", "p.reason"])
    .where("p.tenant_id", "=", tenantId);

/** The workspace's pauses, with one account's when it is named, the newest first. */
export const listPauses = (db: Db, tenantId: TenantId, accountId: string | undefined) =>
  fromPauses(db, tenantId)
    .where((is) =>
      accountId === undefined
        ? is("p.account_id", "is", null)
        : is.or([is("p.account_id", "is", null), is("p.account_id", "=", accountId)]),
    )
    .orderBy("p.from_on", "desc")
    .limit(1000)
    .execute();
export type PauseRow = Awaited<ReturnType<typeof listPauses>>[number];

export const findPause = (db: Db, tenantId: TenantId, id: string) =>
  fromPauses(db, tenantId).where("p.id", "=", id).executeTakeFirst();

export const insertPause = (
  tx: Tx,
  tenantId: TenantId,
  pause: {
    id: string;
    accountId: string | null;
    fromOn: string;
    toOn: string;
    reason: string;
    recordedBy: string;
  },
) =>
  tx
    .insertInto("pause")
    .values({
      tenant_id: tenantId,
      id: pause.id,
      account_id: pause.accountId,
      from_on: pause.fromOn,
      to_on: pause.toOn,
      reason: pause.reason,
      recorded_by: pause.recordedBy,
    })
    .execute();

export const deletePause = (tx: Tx, tenantId: TenantId, id: string) =>
  tx.deleteFrom("pause").where("tenant_id", "=", tenantId).where("id", "=", id).execute();

/** Whether the account exists for this actor; row-level security hides the others. */
export const seesAccountRow = async (
  db: Db,
  tenantId: TenantId,
  accountId: string,
): Promise<boolean> =>
  (await db
    .selectFrom("account")
    .select("id")
    .where("tenant_id", "=", tenantId)
    .where("id", "=", accountId)
    .executeTakeFirst()) !== undefined;

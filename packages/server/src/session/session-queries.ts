import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import { sql } from "kysely";
import type { Db, Tx } from "../platform/db/database-handles.ts";

/** The active users with a password under a mail address, in whatever workspace; normally one. */
export const findSignInUsers = async (tx: Tx, email: string) => {
  await sql`select set_config('mainstay.sign_in_email', ${email}, true)`.execute(tx);
  return tx
    .selectFrom("app_user")
    .select(["tenant_id", "id", "password_hash"])
    .where("email", "=", email)
    .where("is_active", "=", true)
    .where("password_hash", "is not", null)
    .orderBy("created_at")
    .limit(5)
    .execute();
};

/** Locks the failure counter of a user. */
export const lockFailures = (tx: Tx, tenantId: TenantId, userId: string) =>
  tx
    .selectFrom("app_user")
    .select(["failed_sign_ins", "locked_until"])
    .where("tenant_id", "=", tenantId)
    .where("id", "=", userId)
    .forUpdate()
    .executeTakeFirst();

export const saveFailures = (
  tx: Tx,
  tenantId: TenantId,
  userId: string,
  failures: { count: number; lockedUntil: Date | null },
) =>
  tx
    .updateTable("app_user")
    .set({ failed_sign_ins: failures.count, locked_until: failures.lockedUntil })
    .where("tenant_id", "=", tenantId)
    .where("id", "=", userId)
    .execute();

/** A user's sessions that still live, the newest first. */
export const listSessions = (db: Db, tenantId: TenantId, userId: string, now: Date) =>
  db
    .selectFrom("session")
    .select(["id", "method", "user_agent", "ip", "created_at", "last_seen_at", "expires_at"])
    .where("tenant_id", "=", tenantId)
    .where("user_id", "=", userId)
    .where("expires_at", ">", now)
    .orderBy("last_seen_at", "desc")
    .limit(100)
    .execute();

/** Ends one session of a user; false when there is none. */
export const deleteSession = async (tx: Tx, tenantId: TenantId, userId: string, id: string) => {
  const result = await tx
    .deleteFrom("session")
    .where("tenant_id", "=", tenantId)
    .where("user_id", "=", userId)
    .where("id", "=", id)
    .executeTakeFirst();
  return Number(result.numDeletedRows) > 0;
};

/** Ends every session of a user, but the one to keep. */
export const deleteSessionsOf = async (
  tx: Tx,
  tenantId: TenantId,
  userId: string,
  keepId?: string,
) => {
  let statement = tx
    .deleteFrom("session")
    .where("tenant_id", "=", tenantId)
    .where("user_id", "=", userId);
  if (keepId !== undefined) statement = statement.where("id", "<>", keepId);
  await statement.execute();
};

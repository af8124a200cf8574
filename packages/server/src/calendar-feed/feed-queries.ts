import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import { sql } from "kysely";
import type { Db, Tx } from "../platform/db/database-handles.ts";

/** A user's living feed, if there is one. */
export const findFeed = (db: Db, tenantId: TenantId, userId: string) =>
  db
    .selectFrom("calendar_feed")
    .select(["id", "created_at", "last_used_at"])
    .where("tenant_id", "=", tenantId)
    .where("user_id", "=", userId)
    .where("revoked_at", "is", null)
    .executeTakeFirst();

/** Whose feed lies behind a secret, in which language and zone; null when revoked, unknown or of somebody who has gone. */
export const findFeedByHash = async (db: Db, tenantId: TenantId, hash: Buffer) => {
  const { rows } = await sql<{
    id: string;
    user_id: string;
    user_name: string;
    workspace: string;
    locale: "zh-CN" | "en";
    time_zone: string;
    last_used_at: Date | null;
  }>`
    select f.id, f.user_id, u.name as user_name, t.name as workspace, coalesce(u.locale, t.locale) as locale, t.time_zone, f.last_used_at
    from calendar_feed f
    join app_user u on u.tenant_id = f.tenant_id and u.id = f.user_id and u.is_active
    join tenant t on t.id = f.tenant_id
    where f.tenant_id = ${tenantId}::uuid and f.token_hash = ${hash} and f.revoked_at is null`.execute(
    db,
  );
  return rows[0] ?? null;
};

/** Ends a user's living feed and gives its id; null when there is none. */
export const endFeed = async (
  tx: Tx,
  tenantId: TenantId,
  userId: string,
  now: Date,
): Promise<string | null> => {
  const ended = await tx
    .updateTable("calendar_feed")
    .set({ revoked_at: now })
    .where("tenant_id", "=", tenantId)
    .where("user_id", "=", userId)
    .where("revoked_at", "is", null)
    .returning("id")
    .executeTakeFirst();
  return ended?.id ?? null;
};

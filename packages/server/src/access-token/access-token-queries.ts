import type { TokenScope } from "@mainstay/domain/access/token-scope";
import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import type { Db, Tx } from "../platform/db/database-handles.ts";

const columns = ["id", "name", "scopes", "created_at", "last_used_at", "expires_at"] as const;

/** A user's tokens that were not revoked, the newest first. */
export const listAccessTokens = (db: Db, tenantId: TenantId, userId: string) =>
  db
    .selectFrom("access_token")
    .select(columns)
    .where("tenant_id", "=", tenantId)
    .where("user_id", "=", userId)
    .where("revoked_at", "is", null)
    .orderBy("created_at", "desc")
    .limit(200)
    .execute();
export type AccessTokenRow = Awaited<ReturnType<typeof listAccessTokens>>[number];

export const insertAccessToken = (
  tx: Tx,
  tenantId: TenantId,
  token: {
    id: string;
    userId: string;
    name: string;
    hash: Buffer;
    scopes: TokenScope[];
    createdAt: Date;
    expiresAt: Date | null;
  },
): Promise<AccessTokenRow> =>
  tx
    .insertInto("access_token")
    .values({
      tenant_id: tenantId,
      id: token.id,
      user_id: token.userId,
      name: token.name,
      token_hash: token.hash,
      scopes: token.scopes,
      created_at: token.createdAt,
      expires_at: token.expiresAt,
    })
    .returning(columns)
    .executeTakeFirstOrThrow();

/** Ends a user's own token; false when there is none. */
export const revokeToken = async (
  tx: Tx,
  tenantId: TenantId,
  userId: string,
  id: string,
  now: Date,
): Promise<boolean> => {
  const result = await tx
    .updateTable("access_token")
    .set({ revoked_at: now })
    .where("tenant_id", "=", tenantId)
    .where("user_id", "=", userId)
    .where("id", "=", id)
    .where("revoked_at", "is", null)
    .executeTakeFirst();
  return Number(result.numUpdatedRows) > 0;
};

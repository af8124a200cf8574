import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import type { Db, Tx } from "../platform/db/database-handles.ts";

const columns = [
  "id",
  "user_id",
  "name",
  "credential_id",
  "public_key",
  "counter",
  "transports",
  "is_synced",
  "created_at",
  "last_used_at",
] as const;

export const listPasskeys = (db: Db, tenantId: TenantId, userId: string) =>
  db
    .selectFrom("passkey")
    .select(columns)
    .where("tenant_id", "=", tenantId)
    .where("user_id", "=", userId)
    .orderBy("created_at", "desc")
    .execute();
export type PasskeyRow = Awaited<ReturnType<typeof listPasskeys>>[number];

/** A user's passkey by what the device calls it, locked: of two answers with one counter only one gets through. */
export const lockCredential = (tx: Tx, tenantId: TenantId, userId: string, credentialId: string) =>
  tx
    .selectFrom("passkey")
    .select(columns)
    .where("tenant_id", "=", tenantId)
    .where("user_id", "=", userId)
    .where("credential_id", "=", credentialId)
    .forUpdate()
    .executeTakeFirst();

export const insertPasskey = (
  tx: Tx,
  tenantId: TenantId,
  passkey: {
    id: string;
    userId: string;
    name: string;
    credentialId: string;
    publicKey: Buffer;
    counter: number;
    transports: string[];
    isSynced: boolean;
    createdAt: Date;
  },
) =>
  tx
    .insertInto("passkey")
    .values({
      tenant_id: tenantId,
      id: passkey.id,
      user_id: passkey.userId,
      name: passkey.name,
      credential_id: passkey.credentialId,
      public_key: passkey.publicKey,
      counter: passkey.counter,
      transports: passkey.transports,
      is_synced: passkey.isSynced,
      created_at: passkey.createdAt,
    })
    .returning(columns)
    .executeTakeFirstOrThrow();

export const savePasskeyUse = (
  tx: Tx,
  tenantId: TenantId,
  id: string,
  use: { counter: number; isSynced: boolean; at: Date },
) =>
  tx
    .updateTable("passkey")
    .set({ counter: use.counter, is_synced: use.isSynced, last_used_at: use.at })
    .where("tenant_id", "=", tenantId)
    .where("id", "=", id)
    .execute();

export const renamePasskeyRow = (
  tx: Tx,
  tenantId: TenantId,
  userId: string,
  id: string,
  name: string,
) =>
  tx
    .updateTable("passkey")
    .set({ name })
    .where("tenant_id", "=", tenantId)
    .where("user_id", "=", userId)
    .where("id", "=", id)
    .returning(columns)
    .executeTakeFirst();

/** Removes one passkey of a user; false when there is none. */
export const deletePasskey = async (tx: Tx, tenantId: TenantId, userId: string, id: string) => {
  const result = await tx
    .deleteFrom("passkey")
    .where("tenant_id", "=", tenantId)
    .where("user_id", "=", userId)
    .where("id", "=", id)
    .executeTakeFirst();
  return Number(result.numDeletedRows) > 0;
};

export const deletePasskeysOf = (tx: Tx, tenantId: TenantId, userId: string) =>
  tx
    .deleteFrom("passkey")
    .where("tenant_id", "=", tenantId)
    .where("user_id", "=", userId)
    .execute();

/** Uses a challenge up; false when it was used before. */
export const spendChallenge = async (
  tx: Tx,
  tenantId: TenantId,
  hash: Buffer,
  expiresAt: Date,
): Promise<boolean> => {
  const kept = await tx
    .insertInto("used_challenge")
    .values({ tenant_id: tenantId, hash, expires_at: expiresAt })
    .onConflict((conflict) => conflict.doNothing())
    .returning("hash")
    .execute();
  return kept.length > 0;
};

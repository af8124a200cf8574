import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import { sql } from "kysely";
import type { Db, Tx } from "../platform/db/database-handles.ts";

export interface SecondFactor {
  readonly secretSealed: Buffer;
  readonly confirmedAt: Date | null;
}

export const findSecondFactor = async (
  db: Db,
  tenantId: TenantId,
  userId: string,
): Promise<SecondFactor | null> => {
  const row = await db
    .selectFrom("second_factor")
    .select(["secret_sealed", "confirmed_at"])
    .where("tenant_id", "=", tenantId)
    .where("user_id", "=", userId)
    .executeTakeFirst();
  return row ? { secretSealed: row.secret_sealed, confirmedAt: row.confirmed_at } : null;
};

/** Whether signing in as this user needs a code. */
export const hasSecondFactor = async (db: Db, tenantId: TenantId, userId: string) =>
  (await findSecondFactor(db, tenantId, userId))?.confirmedAt != null;

/** Keeps a secret that is still to be confirmed, in place of an earlier one that never was. False when one is on. */
export const saveUnconfirmed = async (
  tx: Tx,
  tenantId: TenantId,
  userId: string,
  secretSealed: Buffer,
  now: Date,
): Promise<boolean> => {
  const fresh = { secret_sealed: secretSealed, last_step: 0, created_at: now };
  const saved = await tx
    .insertInto("second_factor")
    .values({ tenant_id: tenantId, user_id: userId, ...fresh })
    .onConflict((conflict) =>
      conflict
        .columns(["tenant_id", "user_id"])
        .doUpdateSet(fresh)
        .where("second_factor.confirmed_at", "is", null),
    )
    .returning("user_id")
    .execute();
  return saved.length > 0;
};

/** Uses the code of a half minute up; false when it, or a later one, was used already. */
export const spendStep = async (
  tx: Tx,
  tenantId: TenantId,
  userId: string,
  step: number,
): Promise<boolean> => {
  const result = await tx
    .updateTable("second_factor")
    .set({ last_step: step })
    .where("tenant_id", "=", tenantId)
    .where("user_id", "=", userId)
    .where("last_step", "<", step)
    .executeTakeFirst();
  return Number(result.numUpdatedRows) > 0;
};

export const saveConfirmed = (tx: Tx, tenantId: TenantId, userId: string, now: Date) =>
  tx
    .updateTable("second_factor")
    .set({ confirmed_at: now })
    .where("tenant_id", "=", tenantId)
    .where("user_id", "=", userId)
    .execute();

/** Takes authenticator and recovery codes away; false when there was none. */
export const deleteSecondFactor = async (tx: Tx, tenantId: TenantId, userId: string) => {
  await tx
    .deleteFrom("recovery_code")
    .where("tenant_id", "=", tenantId)
    .where("user_id", "=", userId)
    .execute();
  const result = await tx
    .deleteFrom("second_factor")
    .where("tenant_id", "=", tenantId)
    .where("user_id", "=", userId)
    .executeTakeFirst();
  return Number(result.numDeletedRows) > 0;
};

/** Puts these recovery codes in place of all earlier ones. */
export const replaceRecoveryCodes = async (
  tx: Tx,
  tenantId: TenantId,
  userId: string,
  hashes: Buffer[],
) => {
  await tx
    .deleteFrom("recovery_code")
    .where("tenant_id", "=", tenantId)
    .where("user_id", "=", userId)
    .execute();
  await tx
    .insertInto("recovery_code")
    .values(hashes.map((code_hash) => ({ tenant_id: tenantId, user_id: userId, code_hash })))
    .execute();
};

/** Uses a recovery code up; false when it is none of theirs or was used. */
export const spendRecoveryCode = async (
  tx: Tx,
  tenantId: TenantId,
  userId: string,
  hash: Buffer,
  now: Date,
): Promise<boolean> => {
  const result = await tx
    .updateTable("recovery_code")
    .set({ used_at: now })
    .where("tenant_id", "=", tenantId)
    .where("user_id", "=", userId)
    .where("code_hash", "=", hash)
    .where("used_at", "is", null)
    .executeTakeFirst();
  return Number(result.numUpdatedRows) > 0;
};

export const countRecoveryCodes = async (db: Db, tenantId: TenantId, userId: string) => {
  const row = await db
    .selectFrom("recovery_code")
    .select(sql<number>`count(*)::int`.as("n"))
    .where("tenant_id", "=", tenantId)
    .where("user_id", "=", userId)
    .where("used_at", "is", null)
    .executeTakeFirstOrThrow();
  return row.n;
};

import type { LifecycleStage } from "@mainstay/domain/lifecycle/lifecycle-stage";
import type { Db } from "../platform/db/database-handles.ts";

/** The stage of the account's life with us, or null when it has none. */
export const findStage = async (
  db: Db,
  tenantId: string,
  accountId: string,
): Promise<LifecycleStage | null> => {
  const row = await db
    .selectFrom("account")
    .select("lifecycle_stage")
    .where("tenant_id", "=", tenantId)
    .where("id", "=", accountId)
    .executeTakeFirst();
  return (row?.lifecycle_stage as LifecycleStage | undefined) ?? null;
};

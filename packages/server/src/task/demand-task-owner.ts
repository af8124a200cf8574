import type { Tx } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";

/** Refuses an owner who is not an active user of the workspace: nobody would do the task. */
export const demandTaskOwner = async (
  tx: Tx,
  tenantId: string,
  ownerUserId: string,
): Promise<void> => {
  const owner = await tx
    .selectFrom("app_user")
    .select("id")
    .where("tenant_id", "=", tenantId)
    .where("id", "=", ownerUserId)
    .where("is_active", "=", true)
    .executeTakeFirst();
  if (!owner) throw new AppError("task.owner_not_found");
};

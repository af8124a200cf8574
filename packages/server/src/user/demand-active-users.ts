import type { ErrorCode } from "@mainstay/contract/error/error-codes";
import type { Db } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";

/** Refuses with the noun's own word unless everybody named is an active user of the workspace: nobody else would do the work. */
export const demandActiveUsers = async (
  db: Db,
  tenantId: string,
  userIds: readonly string[],
  refusal: ErrorCode,
): Promise<void> => {
  const wanted = [...new Set(userIds)];
  if (wanted.length === 0) return;
  const known = await db
    .selectFrom("app_user")
    .select("id")
    .where("tenant_id", "=", tenantId)
    .where("id", "in", wanted)
    .where("is_active", "=", true)
    .execute();
  if (known.length < wanted.length) throw new AppError(refusal);
};

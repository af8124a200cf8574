import type { Db } from "../platform/db/database-handles.ts";

/** What one of us is called; empty when nobody of the workspace has this id. */
export const findUserName = async (db: Db, tenantId: string, userId: string): Promise<string> => {
  const row = await db
    .selectFrom("app_user")
    .select("name")
    .where("tenant_id", "=", tenantId)
    .where("id", "=", userId)
    .executeTakeFirst();
  return row?.name ?? "";
};

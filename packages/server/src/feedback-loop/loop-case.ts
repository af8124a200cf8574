import { sql } from "kysely";
import type { Db } from "../platform/db/database-handles.ts";

/** Those of us a case is about. */
export const complainedOfCase = async (
  db: Db,
  tenantId: string,
  caseId: string,
): Promise<readonly string[]> => {
  const { rows } = await sql<{ complained_user_ids: string[] }>`
    select complained_user_ids from service_case where tenant_id = ${tenantId}::uuid and id = ${caseId}::uuid`.execute(
    db,
  );
  return rows[0]?.complained_user_ids ?? [];
};

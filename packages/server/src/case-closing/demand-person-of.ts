import { sql } from "kysely";
import type { Db } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";

/** Refuses a person who has no job at the account; `person.not_found`. */
export const demandPersonOf = async (
  db: Db,
  tenantId: string,
  accountId: string,
  personId: string,
): Promise<void> => {
  const { rows } = await sql`
    select 1 from position where tenant_id = ${tenantId}::uuid and account_id = ${accountId}::uuid
      and person_id = ${personId}::uuid limit 1`.execute(db);
  if (rows.length === 0) throw new AppError("person.not_found");
};

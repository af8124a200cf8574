import type { RegisterLine } from "@mainstay/contract/privacy";
import { sql } from "kysely";
import type { Db } from "../platform/db/database-handles.ts";

/** The register of processing: for which purpose which kinds are held on which basis, of how many persons. */
export const readRegister = async (db: Db, tenantId: string): Promise<RegisterLine[]> => {
  const { rows } = await sql<RegisterLine>`
    select purpose, kind, class, basis, count(*)::int as facts, count(distinct person_id)::int as persons,
      min(expires_on) as "firstExpiresOn"
    from fact where tenant_id = ${tenantId}::uuid
    group by purpose, kind, class, basis order by class desc, kind, purpose, basis`.execute(db);
  return rows;
};

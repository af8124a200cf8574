import { sql } from "kysely";
import type { Db } from "../platform/db/database-handles.ts";

/** The economic buyers of an account whose newest judged stance is opponent. Class P: row security shows none to the others. */
export const listOpposingBuyers = async (
  db: Db,
  tenantId: string,
  accountId: string,
): Promise<{ id: string; name: string }[]> => {
  const { rows } = await sql<{ id: string; name: string }>`
    select distinct p.id, p.name from buying_role b
    join person p on p.tenant_id = b.tenant_id and p.id = b.person_id and p.restricted_at is null and not p.no_profiling
    join lateral (
      select s.stance from stance_assessment s
      where s.tenant_id = b.tenant_id and s.account_id = b.account_id and s.person_id = b.person_id
        and (s.project_id is null or s.project_id = b.project_id)
      order by s.assessed_on desc, s.id desc limit 1) newest on newest.stance = 'opponent'
    where b.tenant_id = ${tenantId}::uuid and b.account_id = ${accountId}::uuid and b.role = 'economic_buyer'
    order by p.name, p.id`.execute(db);
  return rows;
};

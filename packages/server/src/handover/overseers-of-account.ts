import { sql } from "kysely";
import type { Db } from "../platform/db/database-handles.ts";

/** The account's sponsor and every active director in whose sight the account lies. */
export const overseersOfAccount = async (
  db: Db,
  tenantId: string,
  accountId: string,
): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`
    with recursive team as (
      select array_remove(array[manager_user_id, backup_user_id, sponsor_user_id], null) as user_ids, sponsor_user_id
      from account where tenant_id = ${tenantId}::uuid and id = ${accountId}::uuid),
    above (id) as (
      select u.department_id from app_user u, team where u.tenant_id = ${tenantId}::uuid and u.id = any(team.user_ids)
        and u.department_id is not null
      union
      select d.parent_id from department d join above on d.id = above.id
      where d.tenant_id = ${tenantId}::uuid and d.parent_id is not null)
    select u.id from app_user u, team where u.tenant_id = ${tenantId}::uuid and u.is_active
      and (u.id = team.sponsor_user_id or (u.role = 'director' and (u.visibility = 'all' or u.id = any(team.user_ids)
        or (u.visibility = 'team' and u.department_id in (select id from above)))))
    order by u.id`.execute(db);
  return rows.map(({ id }) => id);
};

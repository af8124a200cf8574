import { sql } from "kysely";
import type { Db } from "../platform/db/database-handles.ts";

/**
 * Who sees each of the accounts because of its people: those people themselves, and whoever sees the accounts of their
 * department (visibility `team`). Who sees everything is not listed. Ask with every account in sight (`seeingAll`).
 */
export const listUsersInSight = async (
  db: Db,
  tenantId: string,
  accountIds: readonly string[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> => {
  const seeing = new Map<string, Set<string>>(accountIds.map((id) => [id, new Set()]));
  if (accountIds.length === 0) return seeing;
  const { rows } = await sql<{ account_id: string; user_id: string }>`
    with recursive ours (account_id, user_id, department_id) as (
      select a.id, u.id, u.department_id from account a
      cross join lateral unnest(array[a.manager_user_id, a.backup_user_id, a.sponsor_user_id] || a.expert_user_ids) o (user_id)
      join app_user u on u.tenant_id = a.tenant_id and u.id = o.user_id
      where a.tenant_id = ${tenantId}::uuid and a.id = any(${[...accountIds]}::uuid[])),
    above (account_id, department_id) as (
      select account_id, department_id from ours where department_id is not null
      union
      select above.account_id, d.parent_id from above
      join department d on d.tenant_id = ${tenantId}::uuid and d.id = above.department_id
      where d.parent_id is not null)
    select account_id, user_id from ours
    union
    select above.account_id, u.id from above
    join app_user u on u.tenant_id = ${tenantId}::uuid and u.department_id = above.department_id and u.visibility = 'team'`.execute(
    db,
  );
  for (const row of rows) seeing.get(row.account_id)?.add(row.user_id);
  return seeing;
};

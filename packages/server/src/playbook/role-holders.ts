import type { RoleHolders } from "@mainstay/domain/playbook/owner-role";
import { sql } from "kysely";
import type { Db } from "../platform/db/database-handles.ts";

interface Row {
  manager: string | null;
  backup: string | null;
  sponsor: string | null;
  service: string | null;
  delivery: string | null;
  director: string | null;
  active: string[];
}

/**
 * Who holds the roles of a playbook on an account: its seats, the members of its team, and as director the first active
 * director of the manager's department or the nearest one above it, else of the workspace.
 */
export const loadRoleHolders = async (
  db: Db,
  tenantId: string,
  accountId: string,
): Promise<RoleHolders> => {
  const { rows } = await sql<Row>`
    with recursive the as (
      select manager_user_id as manager, backup_user_id as backup, sponsor_user_id as sponsor
      from account where tenant_id = ${tenantId}::uuid and id = ${accountId}::uuid),
    above as (
      select d.id, d.parent_id, 0 as distance from department d, the join app_user u on u.id = the.manager and u.tenant_id = ${tenantId}::uuid
      where d.tenant_id = ${tenantId}::uuid and d.id = u.department_id
      union all
      select p.id, p.parent_id, above.distance + 1 from above
      join department p on p.tenant_id = ${tenantId}::uuid and p.id = above.parent_id),
    member as (
      select m.seat, m.user_id, m.since_on, m.id from account_team_member m
      join app_user u on u.tenant_id = m.tenant_id and u.id = m.user_id and u.is_active
      where m.tenant_id = ${tenantId}::uuid and m.account_id = ${accountId}::uuid and m.until_on is null),
    found as (
      select the.manager, the.backup, the.sponsor,
        (select user_id from member where seat = 'service' order by since_on, id limit 1) as service,
        (select user_id from member where seat in ('delivery', 'technical_expert') order by seat, since_on, id limit 1) as delivery,
        (select u.id from app_user u left join above on above.id = u.department_id
          where u.tenant_id = ${tenantId}::uuid and u.role = 'director' and u.is_active
          order by above.distance nulls last, u.created_at, u.id limit 1) as director
      from the)
    select found.*, array(select u.id from app_user u where u.tenant_id = ${tenantId}::uuid and u.is_active
      and u.id in (found.manager, found.backup, found.sponsor, found.service, found.delivery, found.director)) as active
    from found`.execute(db);
  const row = rows[0];
  return {
    holders: {
      manager: row?.manager ?? null,
      backup: row?.backup ?? null,
      sponsor: row?.sponsor ?? null,
      service: row?.service ?? null,
      delivery_expert: row?.delivery ?? null,
      director: row?.director ?? null,
    },
    activeUserIds: new Set(row?.active ?? []),
  };
};

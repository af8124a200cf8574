import { type LoopOwnerFacts, loopOwnerOf } from "@mainstay/domain/feedback-loop/loop-owner";
import { sql } from "kysely";
import type { Db } from "../platform/db/database-handles.ts";

/**
 * Who is to speak with the customer. The head of a department is its active director who sees the account; whoever left is
 * nobody. See `loopOwnerOf`.
 */
export const chooseLoopOwner = async (
  db: Db,
  tenantId: string,
  loop: {
    readonly accountId: string;
    readonly departmentId: string | null;
    readonly complainedUserIds: readonly string[];
  },
): Promise<string | null> => {
  const { rows } = await sql<Omit<LoopOwnerFacts, "complainedUserIds">>`
    with recursive team as (
      select manager_user_id, backup_user_id, sponsor_user_id,
        array_remove(array[manager_user_id, backup_user_id, sponsor_user_id], null) || expert_user_ids as user_ids
      from account where tenant_id = ${tenantId}::uuid and id = ${loop.accountId}::uuid),
    above (id) as (
      select u.department_id from app_user u, team where u.tenant_id = ${tenantId}::uuid and u.id = any(team.user_ids)
        and u.department_id is not null
      union
      select d.parent_id from department d join above on d.id = above.id
      where d.tenant_id = ${tenantId}::uuid and d.parent_id is not null),
    active (id) as (
      select u.id from app_user u, team where u.tenant_id = ${tenantId}::uuid and u.is_active
        and u.id in (team.manager_user_id, team.backup_user_id, team.sponsor_user_id))
    select (select u.id from app_user u, team where u.tenant_id = ${tenantId}::uuid and u.is_active
          and u.department_id = ${loop.departmentId}::uuid and u.role = 'director'
          and not u.id = any(${[...loop.complainedUserIds]}::uuid[])
          and (u.visibility = 'all' or u.id = any(team.user_ids)
            or (u.visibility = 'team' and u.department_id in (select id from above)))
          order by u.created_at, u.id limit 1) as "departmentHeadId",
      (select id from active where id = team.manager_user_id) as "managerUserId",
      (select id from active where id = team.backup_user_id) as "backupUserId",
      (select id from active where id = team.sponsor_user_id) as "sponsorUserId"
    from team`.execute(db);
  const facts = rows[0];
  return facts ? loopOwnerOf({ ...facts, complainedUserIds: loop.complainedUserIds }) : null;
};

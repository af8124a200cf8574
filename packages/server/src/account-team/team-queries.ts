import type { TeamMemberView } from "@mainstay/contract/account-team";
import type { MemberSeat } from "@mainstay/domain/account-team/team-seat";
import { type RawBuilder, sql } from "kysely";
import type { Db, Tx } from "../platform/db/database-handles.ts";

export interface MemberRecord {
  id: string;
  account_id: string;
  user_id: string;
  user_name: string;
  is_active: boolean;
  seat: MemberSeat;
  since_on: string;
  until_on: string | null;
  note: string;
  version: number;
}

/** Members that meet a condition on `account_team_member m`, present ones first. */
export const listMembers = async (
  db: Db,
  tenantId: string,
  condition: RawBuilder<unknown>,
): Promise<MemberRecord[]> => {
  const { rows } = await sql<MemberRecord>`
    select m.id, m.account_id, m.user_id, u.name as user_name, u.is_active, m.seat, m.since_on, m.until_on, m.note, m.version
    from account_team_member m join app_user u on u.tenant_id = m.tenant_id and u.id = m.user_id
    where m.tenant_id = ${tenantId}::uuid and ${condition}
    order by m.until_on desc nulls first, m.since_on, m.id`.execute(db);
  return rows;
};

export const toMemberView = (record: MemberRecord, canEdit: boolean): TeamMemberView => ({
  id: record.id,
  accountId: record.account_id,
  user: { id: record.user_id, name: record.user_name, isActive: record.is_active },
  seat: record.seat,
  sinceOn: record.since_on,
  untilOn: record.until_on,
  note: record.note,
  version: record.version,
  can: { edit: canEdit && record.until_on === null },
});

/** Writes the present members onto the account itself, where sight is asked for. The account's row is locked. */
export const keepExperts = async (tx: Tx, tenantId: string, accountId: string): Promise<void> => {
  await sql`
    update account set expert_user_ids = coalesce((select array_agg(distinct m.user_id order by m.user_id)
      from account_team_member m where m.tenant_id = account.tenant_id and m.account_id = account.id and m.until_on is null), '{}')
    where tenant_id = ${tenantId}::uuid and id = ${accountId}::uuid`.execute(tx);
};

/** How many members of the programme somebody manages; ask with every account in sight. */
export const countKeyAccounts = async (
  db: Db,
  tenantId: string,
  managerUserId: string,
): Promise<number> => {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from account a
    where a.tenant_id = ${tenantId}::uuid and a.manager_user_id = ${managerUserId}::uuid
      and exists (select 1 from programme_membership p
        where p.tenant_id = a.tenant_id and p.account_id = a.id and p.status = 'active')`.execute(
    db,
  );
  return Number(rows[0]?.n ?? 0);
};

import type { BuyingRole } from "@mainstay/domain/buying-role/buying-role";
import type { CoachEvidence } from "@mainstay/domain/buying-role/coach-evidence";
import { sql } from "kysely";
import type { Db, Tx } from "../platform/db/database-handles.ts";

/** Where a role holds: the account as a whole (`projectId` null) or one of its projects. */
export interface RoleScope {
  readonly accountId: string;
  readonly projectId: string | null;
}

/** The role that a person has in exactly this scope, its row taken for this transaction. */
export const lockBuyingRole = async (
  tx: Tx,
  tenantId: string,
  { accountId, projectId }: RoleScope,
  personId: string,
): Promise<{ id: string; role: BuyingRole } | null> => {
  const { rows } = await sql<{ id: string; role: BuyingRole }>`
    select id, role from buying_role where tenant_id = ${tenantId}::uuid and account_id = ${accountId}::uuid
      and project_id is not distinct from ${projectId}::uuid and person_id = ${personId}::uuid for update`.execute(
    tx,
  );
  return rows[0] ?? null;
};

/** Who is the economic buyer in exactly this scope. */
export const findEconomicBuyer = async (
  db: Db,
  tenantId: string,
  { accountId, projectId }: RoleScope,
): Promise<{ id: string; person_id: string; name: string } | null> => {
  const { rows } = await sql<{ id: string; person_id: string; name: string }>`
    select b.id, b.person_id, p.name from buying_role b
    join person p on p.tenant_id = b.tenant_id and p.id = b.person_id
    where b.tenant_id = ${tenantId}::uuid and b.account_id = ${accountId}::uuid
      and b.project_id is not distinct from ${projectId}::uuid and b.role = 'economic_buyer'`.execute(
    db,
  );
  return rows[0] ?? null;
};

export const deleteBuyingRole = (tx: Tx, tenantId: string, id: string) =>
  tx.deleteFrom("buying_role").where("tenant_id", "=", tenantId).where("id", "=", id).execute();

/** Puts the role in place; gives the id its row really has. */
export const upsertBuyingRole = async (
  tx: Tx,
  tenantId: string,
  row: RoleScope & {
    id: string;
    personId: string;
    role: BuyingRole;
    setBy: string | null;
    coachTestedOn: string | null;
  },
): Promise<string> => {
  const { rows } = await sql<{ id: string }>`
    insert into buying_role (tenant_id, id, account_id, person_id, project_id, role, coach_tested_on, set_by)
    values (${tenantId}::uuid, ${row.id}::uuid, ${row.accountId}::uuid, ${row.personId}::uuid, ${row.projectId}::uuid,
      ${row.role}, ${row.coachTestedOn}::date, ${row.setBy}::uuid)
    on conflict on constraint buying_role_once do update set role = excluded.role,
      coach_tested_on = excluded.coach_tested_on, set_by = excluded.set_by, set_at = now(),
      version = buying_role.version + 1
    returning id`.execute(tx);
  return rows[0]?.id ?? row.id;
};

/** Puts the sentences of a coach's tests in the place of earlier ones. */
export const replaceCoachTests = async (
  tx: Tx,
  tenantId: string,
  of: { roleId: string; accountId: string; personId: string; notedBy: string | null; on: string },
  tests: readonly CoachEvidence[],
): Promise<void> => {
  await tx
    .deleteFrom("coach_test")
    .where("tenant_id", "=", tenantId)
    .where("buying_role_id", "=", of.roleId)
    .execute();
  if (tests.length === 0) return;
  await tx
    .insertInto("coach_test")
    .values(
      tests.map(({ test, evidence }) => ({
        tenant_id: tenantId,
        buying_role_id: of.roleId,
        test,
        account_id: of.accountId,
        person_id: of.personId,
        evidence,
        noted_by: of.notedBy,
        noted_on: of.on,
      })),
    )
    .execute();
};

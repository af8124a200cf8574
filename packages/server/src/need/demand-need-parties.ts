import { sql } from "kysely";
import type { Tx } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { demandTaskOwner } from "../task/demand-task-owner.ts";

interface Parties {
  readonly personId?: string | null | undefined;
  readonly ownerUserId?: string | null | undefined;
  readonly departmentId?: string | null | undefined;
  readonly projectId?: string | null | undefined;
}

/**
 * Whoever and whatever a need names belongs there: their person has or had a job at the account, ours is active, the project
 * is the account's own. Each is `…not_found` otherwise, as for what the actor cannot see.
 */
export const demandNeedParties = async (
  tx: Tx,
  tenantId: string,
  accountId: string,
  { personId, ownerUserId, departmentId, projectId }: Parties,
): Promise<void> => {
  if (ownerUserId) await demandTaskOwner(tx, tenantId, ownerUserId);
  const { rows } = await sql<{ person: boolean; department: boolean; project: boolean }>`
    select
      ${personId ?? null}::uuid is null or exists (select 1 from position j where j.tenant_id = ${tenantId}::uuid
        and j.account_id = ${accountId}::uuid and j.person_id = ${personId ?? null}::uuid) as person,
      ${departmentId ?? null}::uuid is null or exists (select 1 from department d where d.tenant_id = ${tenantId}::uuid
        and d.id = ${departmentId ?? null}::uuid) as department,
      ${projectId ?? null}::uuid is null or exists (select 1 from project p where p.tenant_id = ${tenantId}::uuid
        and p.account_id = ${accountId}::uuid and p.id = ${projectId ?? null}::uuid) as project`.execute(
    tx,
  );
  if (!rows[0]?.person) throw new AppError("person.not_found");
  if (!rows[0].department) throw new AppError("department.not_found");
  if (!rows[0].project) throw new AppError("project.not_found");
};

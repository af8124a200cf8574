import { sql } from "kysely";
import type { Tx } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";

/** What a draft of a case refers to; what is left out or null is not looked at. */
export interface CaseReferences {
  readonly personId?: string | null | undefined;
  readonly projectId?: string | null | undefined;
  readonly complainedUserIds?: readonly string[] | undefined;
  readonly sourceResponseId?: string | null | undefined;
}

/** Refuses a person who never worked at the account, a project or an answer of another one, and colleagues who do not exist. */
export const demandReferences = async (
  tx: Tx,
  tenantId: string,
  accountId: string,
  { personId, projectId, complainedUserIds = [], sourceResponseId }: CaseReferences,
): Promise<void> => {
  if (personId) await demandPersonAtAccount(tx, tenantId, accountId, personId);
  if (projectId) {
    const { rows } = await sql`
      select 1 from project where tenant_id = ${tenantId}::uuid and account_id = ${accountId}::uuid
        and id = ${projectId}::uuid`.execute(tx);
    if (rows.length === 0) throw new AppError("project.not_found");
  }
  if (sourceResponseId) {
    // An answer without a name belongs to no account, so that nobody learns by trying whose it was.
    const { rows } = await sql`
      select 1 from survey_response where tenant_id = ${tenantId}::uuid and account_id = ${accountId}::uuid
        and id = ${sourceResponseId}::uuid and not is_anonymous`.execute(tx);
    if (rows.length === 0) throw new AppError("survey_response.not_found");
  }
  if (complainedUserIds.length > 0) {
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from app_user where tenant_id = ${tenantId}::uuid
        and id = any(${[...new Set(complainedUserIds)]}::uuid[])`.execute(tx);
    if (rows[0]?.n !== new Set(complainedUserIds).size) throw new AppError("case.user_not_found");
  }
};

/** Refuses a person who has and had no job at the account. */
export const demandPersonAtAccount = async (
  tx: Tx,
  tenantId: string,
  accountId: string,
  personId: string,
): Promise<void> => {
  const { rows } = await sql`
    select 1 from position where tenant_id = ${tenantId}::uuid and account_id = ${accountId}::uuid
      and person_id = ${personId}::uuid limit 1`.execute(tx);
  if (rows.length === 0) throw new AppError("person.not_found");
};

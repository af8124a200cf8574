import { sql } from "kysely";
import { newId } from "../platform/clock/new-id.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import type { SurveyAuthor } from "./survey-author.ts";

export interface Invited {
  readonly personId: string;
  readonly accountId: string;
  readonly caseId?: string;
}

/** Plans askings of a round; one there was already stays as it is. Returns the ids of those that are new. */
export const insertInvitations = async (
  tx: Tx,
  { tenantId, today, now }: Pick<SurveyAuthor, "tenantId" | "today" | "now">,
  roundId: string,
  people: readonly Invited[],
): Promise<string[]> => {
  if (people.length === 0) return [];
  const rows = people.map(({ personId, accountId, caseId }) => ({
    id: newId(),
    person_id: personId,
    account_id: accountId,
    case_id: caseId ?? null,
  }));
  const { rows: kept } = await sql<{ id: string }>`
    insert into survey_invitation (tenant_id, id, round_id, account_id, person_id, case_id, planned_on, created_at)
    select ${tenantId}::uuid, w.id, ${roundId}::uuid, w.account_id, w.person_id, w.case_id, ${today}::date, ${now}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as w (id uuid, person_id uuid, account_id uuid, case_id uuid)
    on conflict do nothing returning id`.execute(tx);
  return kept.map(({ id }) => id);
};

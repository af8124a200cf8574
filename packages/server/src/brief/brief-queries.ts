import type { BriefView } from "@mainstay/contract/brief";
import { sql } from "kysely";
import type { Db } from "../platform/db/database-handles.ts";

/** The day of the last two-way contact with each person the account knows. */
export const lastContactsOf = async (
  db: Db,
  tenantId: string,
  accountId: string,
): Promise<Map<string, string>> => {
  const { rows } = await sql<{ person_id: string; last_on: string }>`
    select person_id, max(i.occurred_on) as last_on
    from interaction i cross join unnest(i.person_ids) as person_id
    where i.tenant_id = ${tenantId}::uuid and i.account_id = ${accountId}::uuid and i.is_two_way
    group by person_id`.execute(db);
  return new Map(rows.map((row) => [row.person_id, row.last_on]));
};

/** The account's present relationship measures, or null before they were first taken. */
export const findRelationshipFigures = async (
  db: Db,
  tenantId: string,
  accountId: string,
): Promise<BriefView["relationship"]> => {
  const { rows } = await sql<{
    support_index: number | null;
    coverage: number | null;
    known_share: number | null;
  }>`
    select index_in_sight(support_index, known_people) as support_index, coverage, known_share from account_relationship
    where tenant_id = ${tenantId}::uuid and account_id = ${accountId}::uuid and project_id is null`.execute(
    db,
  );
  const row = rows[0];
  return row
    ? {
        supportIndex: row.support_index,
        coverage: row.coverage,
        knownShare: row.known_share,
      }
    : null;
};

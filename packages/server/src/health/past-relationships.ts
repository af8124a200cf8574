import { sql } from "kysely";
import type { Db } from "../platform/db/database-handles.ts";
import { type AccountDay, keyOf } from "./account-day.ts";

/** A snapshot older than this says nothing of the day. */
const longestBridge = 35;

/** Coverage and support of accounts as the newest weekly snapshot before each day has them, support as far as this reader may see it. */
export const loadPastRelationships = async (
  db: Db,
  tenantId: string,
  days: readonly AccountDay[],
): Promise<Map<string, { coverage: number | null; supportIndex: number | null }>> => {
  const { rows } = await sql<{
    account_id: string;
    as_of: string;
    coverage: number | null;
    support_index: number | null;
  }>`
    select w.account_id, w.as_of::text, s.coverage, s.support_index
    from unnest(${days.map(({ accountId }) => accountId)}::uuid[], ${days.map(({ asOf }) => asOf)}::date[]) as w (account_id, as_of)
    join lateral (
      select r.coverage, index_in_sight(r.support_index, r.known_people) as support_index from relationship_snapshot r
      where r.tenant_id = ${tenantId}::uuid and r.account_id = w.account_id and r.project_id is null and r.members > 0
        and r.week_on between w.as_of - ${longestBridge}::int and w.as_of
      order by r.week_on desc limit 1) s on true`.execute(db);
  return new Map(
    rows.map((row) => [
      keyOf({ accountId: row.account_id, asOf: row.as_of }),
      { coverage: row.coverage, supportIndex: row.support_index },
    ]),
  );
};

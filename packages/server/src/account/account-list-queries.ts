import type { AccountFilter, AccountRow, accountSorts } from "@mainstay/contract/account";
import { type RawBuilder, sql } from "kysely";
import type { Db } from "../platform/db/database-handles.ts";
import { readCursor, writeCursor } from "../platform/http/page-cursor.ts";
import { allOf, filterConditions } from "./account-filter-sql.ts";
import { type AccountRowRecord, accountRowColumns, toAccountRow } from "./account-row.ts";

type Sort = (typeof accountSorts)[number];

/** Sort keys exactly as their indexes spell them, and the SQL type a cursor's value is read as. */
const sortKeys: Record<Sort, { key: RawBuilder<unknown>; type: RawBuilder<unknown> }> = {
  valueAtRisk: { key: sql`s.value_at_risk_minor`, type: sql`bigint` },
  revenue12m: { key: sql`s.revenue_12m_minor`, type: sql`bigint` },
  lastOrderOn: { key: sql`coalesce(s.last_order_on, '0001-01-01'::date)`, type: sql`date` },
  nextExpectedOn: { key: sql`coalesce(s.next_expected_on, '9999-12-31'::date)`, type: sql`date` },
  pLost: { key: sql`coalesce(s.p_lost, -1)`, type: sql`double precision` },
  growth: { key: sql`coalesce(s.growth, -1e9)`, type: sql`double precision` },
  clv: { key: sql`coalesce(s.clv_mid_minor, -9007199254740991)`, type: sql`bigint` },
  name: { key: sql`a.pinyin`, type: sql`text` },
};

export interface AccountListRequest {
  filter: AccountFilter;
  sort: Sort;
  direction: "asc" | "desc";
  cursor?: string | undefined;
  limit: number;
}

/**
 * One page of accounts by keyset: `limit` rows after the cursor, so that row 50,000 costs what row 1 does.
 * A cursor belongs to its sort and direction; any other gives `request.cursor_invalid`.
 */
export const listAccountRows = async (
  db: Db,
  tenantId: string,
  actorUserId: string,
  request: AccountListRequest,
): Promise<{ items: AccountRow[]; nextCursor: string | null }> => {
  const { conditions } = filterConditions(request.filter, actorUserId);
  const { key, type } = sortKeys[request.sort];
  const rowId = request.sort === "name" ? sql`a.id` : sql`s.account_id`;
  const mark = `${request.sort}.${request.direction}`;
  const after = readCursor(request.cursor, mark);
  if (after) {
    const beyond = request.direction === "asc" ? sql`>` : sql`<`;
    conditions.push(
      sql<boolean>`(${key}, ${rowId}) ${beyond} (${after.key}::${type}, ${after.id}::uuid)`,
    );
  }
  const way = request.direction === "asc" ? sql`asc` : sql`desc`;
  const { rows } = await sql<AccountRowRecord & { sort_key: string }>`
    select ${accountRowColumns}, (${key})::text as sort_key
    from account_standing s
    join account a on a.tenant_id = s.tenant_id and a.id = s.account_id
    left join app_user m on m.tenant_id = a.tenant_id and m.id = a.manager_user_id
    where s.tenant_id = ${tenantId}::uuid and a.tenant_id = ${tenantId}::uuid and ${allOf(conditions)}
    order by ${key} ${way}, ${rowId} ${way}
    limit ${request.limit + 1}`.execute(db);
  const kept = rows.slice(0, request.limit);
  const last = kept.at(-1);
  const hasMore = rows.length > request.limit && last !== undefined;
  return {
    items: kept.map(toAccountRow),
    nextCursor: hasMore ? writeCursor(mark, { key: last.sort_key, id: last.id }) : null,
  };
};

/** How many accounts match the filter. */
export const countAccounts = async (
  db: Db,
  tenantId: string,
  actorUserId: string,
  filter: AccountFilter,
): Promise<number> => {
  const { conditions, needsAccount } = filterConditions(filter, actorUserId);
  const join = needsAccount
    ? sql`join account a on a.tenant_id = s.tenant_id and a.id = s.account_id and a.tenant_id = ${tenantId}::uuid`
    : sql``;
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from account_standing s ${join}
    where s.tenant_id = ${tenantId}::uuid and ${allOf(conditions)}`.execute(db);
  return rows[0]?.n ?? 0;
};

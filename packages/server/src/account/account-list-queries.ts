import type { AccountFilter, AccountRow, accountSorts } from "@mainstay/contract/account";
import type { Actor } from "@mainstay/domain/access/actor";
import { type RawBuilder, sql } from "kysely";
import type { Db } from "../platform/db/database-handles.ts";
import { readCursor, writeCursor } from "../platform/http/page-cursor.ts";
import { allOf, filterSql } from "./account-filter-sql.ts";
import { isSummed, sumsOfPortfolio } from "./portfolio-sums.ts";
import { measuresOfAccounts } from "../relationship/relationship-queries.ts";
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
  /** How many accounts match and how many there are, where known: decides how words are searched. */
  matches?: { total: number; of: number } | undefined;
}

/**
 * Many matches: the list walks its sort order and tests each row, as the next hit is near. Few: all are collected by the index
 * and sorted. Both cost the same at the geometric mean of page and portfolio.
 */
const isNear = ({ matches, limit }: AccountListRequest): boolean =>
  matches !== undefined && matches.total > Math.sqrt(limit * matches.of);

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
  const { onStanding, onAccount, search } = filterSql(request.filter, actorUserId);
  const found = isNear(request) ? null : (search?.found ?? null);
  const conditions = [...onStanding, ...onAccount];
  if (search && !found) conditions.push(search.holds);
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
    from ${found ? sql`${found} found (id) join account_standing s on s.account_id = found.id` : sql`account_standing s`}
    join account a on a.tenant_id = s.tenant_id and a.id = s.account_id
    left join app_user m on m.tenant_id = a.tenant_id and m.id = a.manager_user_id
    where s.tenant_id = ${tenantId}::uuid and a.tenant_id = ${tenantId}::uuid and ${allOf(conditions)}
    order by ${key} ${way}, ${rowId} ${way}
    limit ${sql.lit(request.limit + 1)}`.execute(db);
  const kept = rows.slice(0, request.limit);
  const last = kept.at(-1);
  const hasMore = rows.length > request.limit && last !== undefined;
  const measures = await measuresOfAccounts(db, tenantId, kept);
  return {
    items: kept.map((record) => toAccountRow(record, measures.get(record.id))),
    nextCursor: hasMore ? writeCursor(mark, { key: last.sort_key, id: last.id }) : null,
  };
};

/** How many accounts of the actor's view match the filter. */
export const countAccounts = async (
  db: Db,
  actor: Actor,
  filter: AccountFilter,
): Promise<number> => {
  const { tenantId } = actor;
  if (isSummed(actor, filter)) {
    const groups = await sumsOfPortfolio(db, tenantId, filter);
    return groups.reduce((sum, group) => sum + group.accounts, 0);
  }
  const { onStanding, onAccount, search } = filterSql(filter, actor.userId);
  const conditions = [...onStanding, ...onAccount];
  if (search && !search.found) conditions.push(search.holds);
  const tenant = sql`${tenantId}::uuid`;
  // Ids found for somebody who sees everything need no look at the accounts themselves.
  const isBare = search?.found && conditions.length === 0 && actor.visibility === "all";
  const needsAccount = !isBare && (search !== null || onAccount.length > 0);
  const tables = [
    ...(search?.found ? [sql`${search.found} found (id)`] : []),
    ...(isBare || (search?.found && onStanding.length === 0)
      ? []
      : [
          search?.found
            ? sql`join account_standing s on s.tenant_id = ${tenant} and s.account_id = found.id`
            : sql`account_standing s`,
        ]),
    ...(needsAccount
      ? [
          sql`join account a on a.tenant_id = ${tenant} and a.id = ${search?.found ? sql`found.id` : sql`s.account_id`}`,
        ]
      : []),
  ];
  if (!search?.found) conditions.push(sql<boolean>`s.tenant_id = ${tenant}`);
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from ${sql.join(tables, sql` `)} where ${allOf(conditions)}`.execute(db);
  return rows[0]?.n ?? 0;
};

import type { CaseRow } from "@mainstay/contract/case";
import type { caseOrders } from "@mainstay/contract/case-filter";
import { type RawBuilder, sql } from "kysely";
import { allOf } from "../account/account-filter-sql.ts";
import type { Db } from "../platform/db/database-handles.ts";
import { readCursor, writeCursor } from "../platform/http/page-cursor.ts";
import { type CaseFilter, type CaseFilterSql, caseFilterSql } from "./case-filter-sql.ts";
import { type CaseRowRecord, caseRowColumns, toCaseRow } from "./case-row.ts";
import type { CaseReader } from "./case-view.ts";
import { type CaseCounts, countCases } from "./count-cases.ts";

type Order = (typeof caseOrders)[number];

export interface CaseListRequest extends CaseFilter {
  readonly order: Order;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** What a page is ordered by, exactly as its index spells it, and where the next one begins. */
const orders: Readonly<
  Record<
    Order,
    {
      key: RawBuilder<string>;
      by: RawBuilder<unknown>;
      after: (key: string, id: string) => RawBuilder<boolean>;
    }
  >
> = {
  urgency: {
    key: sql<string>`c.urgency_phase || ' ' || c.urgency_at`,
    by: sql`c.urgency_phase, c.urgency_at, c.id`,
    after: (key, id) => {
      const [phase = "0", ...at] = key.split(" ");
      return sql<boolean>`(c.urgency_phase, c.urgency_at, c.id) > (${phase}::smallint, ${at.join(" ")}::timestamptz, ${id}::uuid)`;
    },
  },
  newest: {
    key: sql<string>`c.opened_at::text`,
    by: sql`c.opened_at desc, c.id desc`,
    after: (key, id) => sql<boolean>`(c.opened_at, c.id) < (${key}::timestamptz, ${id}::uuid)`,
  },
};

/**
 * One page of cases by keyset: the ids are found on an index that carries what the filters ask for, and only the page that is shown is
 * read whole. With it the honest counts of each status.
 */
export const listCases = async (
  db: Db,
  reader: CaseReader,
  request: CaseListRequest,
): Promise<{ items: CaseRow[]; nextCursor: string | null; counts: CaseCounts }> => {
  const filter = await caseFilterSql(db, reader.actor, request, reader.now);
  const page = await pageOfCases(db, reader, request, filter);
  return { ...page, counts: await countCases(db, reader.tenantId, filter, reader.now) };
};

/** The page alone, for who walks through all of them. */
export const pageOfCases = async (
  db: Db,
  { tenantId, now }: CaseReader,
  request: Pick<CaseListRequest, "order" | "cursor" | "limit">,
  filter: CaseFilterSql,
): Promise<{ items: CaseRow[]; nextCursor: string | null }> => {
  const { key, by, after: beyond } = orders[request.order];
  const mark = `case.${request.order}`;
  const after = readCursor(request.cursor, mark);
  const conditions = [
    ...filter.conditions,
    ...filter.status,
    ...(after ? [beyond(after.key, after.id)] : []),
  ];
  const { rows } = await sql<CaseRowRecord & { sort_key: string }>`
    with page as materialized (
      select c.id from service_case c where ${allOf(conditions)} order by ${by} limit ${sql.lit(request.limit + 1)})
    select ${caseRowColumns}, ${key} as sort_key
    from page join service_case c on c.tenant_id = ${tenantId}::uuid and c.id = page.id
    join account a on a.tenant_id = c.tenant_id and a.id = c.account_id
    order by ${by}`.execute(db);
  const kept = rows.slice(0, request.limit);
  const last = kept.at(-1);
  return {
    items: kept.map((record) => toCaseRow(record, now)),
    nextCursor:
      rows.length > request.limit && last
        ? writeCursor(mark, { key: last.sort_key, id: last.id })
        : null,
  };
};

/** These cases as rows, in no order; those out of sight are left out. For Today and lists of other rooms. */
export const listCasesByIds = async (
  db: Db,
  { tenantId, now }: CaseReader,
  ids: readonly string[],
): Promise<CaseRow[]> => {
  if (ids.length === 0) return [];
  const { rows } = await sql<CaseRowRecord>`
    select ${caseRowColumns} from service_case c join account a on a.tenant_id = c.tenant_id and a.id = c.account_id
    where c.tenant_id = ${tenantId}::uuid and c.id = any(${[...ids]}::uuid[])`.execute(db);
  return rows.map((record) => toCaseRow(record, now));
};

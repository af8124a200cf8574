import type { QueryOf } from "@mainstay/contract/endpoint/endpoint";
import type { feedbackLoops, LoopView } from "@mainstay/contract/feedback-loop";
import { sql } from "kysely";
import { allOf } from "../account/account-filter-sql.ts";
import type { Db } from "../platform/db/database-handles.ts";
import { readCursor, writeCursor } from "../platform/http/page-cursor.ts";
import { type LoopReader, listLoopViews } from "./loop-view.ts";

export type LoopFilter = Omit<QueryOf<typeof feedbackLoops.list>, "cursor" | "limit">;

const mark = "loops.by_clock";

/** Not spoken with yet: by the clock. Under way and over: behind them, the newest first. */
const key = sql<string>`case when l.status = 'open' then '0' || to_char(l.contact_due_at at time zone 'UTC', 'YYYYMMDDHH24MISS')
  when l.status in ('remeasured', 'dropped') then '2' || lpad((4102444800 - extract(epoch from l.opened_at)::bigint)::text, 12, '0')
  else '1' || to_char(l.contact_due_at at time zone 'UTC', 'YYYYMMDDHH24MISS') end`;

/** What a filter asks of `feedback_loop l`. */
export const loopConditions = (
  { tenantId, timeZone, now }: { tenantId: string; timeZone: string; now: Date },
  filter: LoopFilter,
) => {
  const conditions = [sql<boolean>`l.tenant_id = ${tenantId}::uuid`];
  const { status } = filter;
  if (status === "running")
    conditions.push(sql<boolean>`l.status in ('open', 'contacted', 'rectified', 'followed_up')`);
  else if (status === "overdue")
    conditions.push(sql<boolean>`l.status = 'open' and l.contact_due_at < ${now}`);
  else if (status) conditions.push(sql<boolean>`l.status = ${status}`);
  for (const [column, value] of [
    ["account_id", filter.accountId],
    ["case_id", filter.caseId],
    ["need_id", filter.needId],
    ["department_id", filter.departmentId],
    ["owner_user_id", filter.ownerUserId],
  ] as const)
    if (value) conditions.push(sql<boolean>`${sql.ref(`l.${column}`)} = ${value}::uuid`);
  if (filter.openedFrom)
    conditions.push(
      sql<boolean>`l.opened_at >= (${filter.openedFrom}::date::timestamp at time zone ${timeZone})`,
    );
  if (filter.openedTo)
    conditions.push(
      sql<boolean>`l.opened_at < ((${filter.openedTo}::date + 1)::timestamp at time zone ${timeZone})`,
    );
  return conditions;
};

/** One page of loops in sight: who waits to be spoken with first. */
export const listLoops = async (
  db: Db,
  reader: LoopReader & { readonly workspace: { readonly timeZone: string } },
  {
    cursor,
    limit,
    ...filter
  }: LoopFilter & { readonly cursor?: string | undefined; readonly limit: number },
): Promise<{ items: LoopView[]; nextCursor: string | null; total: number }> => {
  const conditions = loopConditions(
    { tenantId: reader.actor.tenantId, timeZone: reader.workspace.timeZone, now: reader.now },
    filter,
  );
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from feedback_loop l where ${allOf(conditions)}`.execute(db);
  const after = readCursor(cursor, mark);
  if (after)
    conditions.push(sql<boolean>`(${key}, l.id) > (${after.key}::text, ${after.id}::uuid)`);
  const found = await listLoopViews(db, reader, allOf(conditions), sql`${key}, l.id`, limit + 1);
  const items = found.slice(0, limit);
  const last = items.at(-1);
  const lastKey =
    found.length > limit && last
      ? await sql<{ key: string }>`
          select ${key} as key from feedback_loop l where l.tenant_id = ${reader.actor.tenantId}::uuid
            and l.id = ${last.id}::uuid`.execute(db)
      : null;
  return {
    items,
    nextCursor:
      last && lastKey?.rows[0]
        ? writeCursor(mark, { key: lastKey.rows[0].key, id: last.id })
        : null,
    total: rows[0]?.n ?? 0,
  };
};

import type { PromiseRow, promises } from "@mainstay/contract/promise";
import { sql } from "kysely";
import type { z } from "zod";
import { allOf } from "../account/account-filter-sql.ts";
import type { Context } from "../platform/access/context.ts";
import type { Db } from "../platform/db/database-handles.ts";
import { readCursor, writeCursor } from "../platform/http/page-cursor.ts";
import { countedSql } from "./promise-count-sql.ts";
import { findPromises, toPromiseRow } from "./promise-view.ts";

const mark = "promise.due";

/** One page of promises, the soonest due first. */
export const listPromises = async (
  db: Db,
  { tenantId, today }: Pick<Context, "tenantId" | "today">,
  query: z.output<NonNullable<typeof promises.list.query>>,
): Promise<{ items: PromiseRow[]; nextCursor: string | null; total: number }> => {
  const conditions = [sql<boolean>`true`];
  const { accountId, departmentId, giverUserId, status, late, counted, dueFrom, dueTo, limit } =
    query;
  if (accountId) conditions.push(sql`m.account_id = ${accountId}::uuid`);
  if (departmentId) conditions.push(sql`m.department_id = ${departmentId}::uuid`);
  if (giverUserId) conditions.push(sql`m.giver_user_id = ${giverUserId}::uuid`);
  if (status !== "all") conditions.push(sql`m.status = ${status}`);
  if (late) conditions.push(sql`m.status = 'open' and m.due_on < ${today}::date`);
  if (counted) conditions.push(countedSql(counted, today));
  if (dueFrom) conditions.push(sql`m.due_on >= ${dueFrom}::date`);
  if (dueTo) conditions.push(sql`m.due_on <= ${dueTo}::date`);
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from promise m where m.tenant_id = ${tenantId}::uuid and ${allOf(conditions)}`.execute(
    db,
  );
  const after = readCursor(query.cursor, mark);
  if (after) conditions.push(sql`(m.due_on, m.id) > (${after.key}::date, ${after.id}::uuid)`);
  const found = await findPromises(db, tenantId, allOf(conditions), sql`m.due_on, m.id`, limit + 1);
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return {
    items: items.map((record) => toPromiseRow(record, today)),
    nextCursor:
      found.length > limit && last ? writeCursor(mark, { key: last.due_on, id: last.id }) : null,
    total: rows[0]?.n ?? 0,
  };
};

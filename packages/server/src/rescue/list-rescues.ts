import type { RescueView } from "@mainstay/contract/rescue";
import type { Actor } from "@mainstay/domain/access/actor";
import type { RescueStatus } from "@mainstay/domain/rescue/rescue-kind";
import { sql } from "kysely";
import { allOf } from "../account/account-filter-sql.ts";
import type { Db } from "../platform/db/database-handles.ts";
import { readCursor, writeCursor } from "../platform/http/page-cursor.ts";
import { listRescueViews } from "./rescue-view.ts";

const mark = "rescue.newest";
/** Running ones come first: they sort under a letter that follows every day. */
const key = sql<string>`case when r.status = 'running' then 'r' else '' end || r.opened_on::text`;

/** One page of rescues, running ones first, then the newest. */
export const listRescues = async (
  db: Db,
  actor: Actor,
  {
    status,
    accountId,
    cursor,
    limit,
  }: {
    status?: RescueStatus | undefined;
    accountId?: string | undefined;
    cursor?: string | undefined;
    limit: number;
  },
): Promise<{ items: RescueView[]; nextCursor: string | null; total: number }> => {
  const conditions = [sql<boolean>`true`];
  if (status) conditions.push(sql<boolean>`r.status = ${status}`);
  if (accountId) conditions.push(sql<boolean>`r.account_id = ${accountId}::uuid`);
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from rescue r where r.tenant_id = ${actor.tenantId}::uuid and ${allOf(conditions)}`.execute(
    db,
  );
  const after = readCursor(cursor, mark);
  if (after)
    conditions.push(sql<boolean>`(${key}, r.id) < (${after.key}::text, ${after.id}::uuid)`);
  const found = await listRescueViews(
    db,
    actor,
    allOf(conditions),
    sql`${key} desc, r.id desc`,
    limit + 1,
  );
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return {
    items,
    nextCursor:
      found.length > limit && last
        ? writeCursor(mark, {
            key: `${last.status === "running" ? "r" : ""}${last.openedOn}`,
            id: last.id,
          })
        : null,
    total: rows[0]?.n ?? 0,
  };
};

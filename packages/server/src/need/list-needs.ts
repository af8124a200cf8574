import type { NeedRow, needs } from "@mainstay/contract/need";
import {
  isoFromDayNumber,
  dayNumberFromIso,
  type IsoDay,
} from "@mainstay/domain/calendar/day-number";
import { needStates } from "@mainstay/domain/need/need-kind";
import { staleAfterDays } from "@mainstay/domain/need/need-path";
import { type RawBuilder, sql } from "kysely";
import type { z } from "zod";
import { allOf } from "../account/account-filter-sql.ts";
import type { Context } from "../platform/access/context.ts";
import type { Db } from "../platform/db/database-handles.ts";
import { escapeLike } from "../platform/db/escape-like.ts";
import { readCursor, writeCursor } from "../platform/http/page-cursor.ts";
import { findNeeds, toNeedRow } from "./need-view.ts";

type Query = z.output<NonNullable<typeof needs.list.query>>;
export type NeedFilter = Pick<
  Query,
  "accountId" | "state" | "visibility" | "level" | "ownerUserId" | "segment"
>;

/** The conditions of a filter on `need n`. */
export const needConditions = (filter: NeedFilter): RawBuilder<boolean>[] => {
  const conditions = [sql<boolean>`true`];
  if (filter.accountId) conditions.push(sql`n.account_id = ${filter.accountId}::uuid`);
  if (filter.state) conditions.push(sql`n.state = ${filter.state}`);
  if (filter.visibility) conditions.push(sql`n.visibility = ${filter.visibility}`);
  if (filter.level) conditions.push(sql`n.level = ${filter.level}`);
  if (filter.ownerUserId) conditions.push(sql`n.owner_user_id = ${filter.ownerUserId}::uuid`);
  if (filter.segment)
    conditions.push(sql`exists (select 1 from account_standing g where g.tenant_id = n.tenant_id
      and g.account_id = n.account_id and g.segment = ${filter.segment})`);
  return conditions;
};

/** Rests in its state for longer than the state should take. */
const staleOn = (today: IsoDay): RawBuilder<boolean> => {
  const day = dayNumberFromIso(today) ?? 0;
  const cases = needStates.flatMap((state) => {
    const days = staleAfterDays(state);
    if (days === null) return [];
    return [
      sql<boolean>`(n.state = ${state} and n.state_since < ${isoFromDayNumber(day - days)}::date)`,
    ];
  });
  return sql<boolean>`(${sql.join(cases, sql` or `)})`;
};

/** One page of needs: the newest first, or those that rest longest. */
export const listNeeds = async (
  db: Db,
  { tenantId, today }: Pick<Context, "tenantId" | "today">,
  query: Query,
): Promise<{ items: NeedRow[]; nextCursor: string | null; total: number }> => {
  const conditions = needConditions(query);
  if (query.stale) conditions.push(staleOn(today));
  if (query.search) {
    const like = `%${escapeLike(query.search)}%`;
    conditions.push(sql`(n.title ilike ${like} or n.description ilike ${like})`);
  }
  if (query.sort === "resting") conditions.push(sql`n.state not in ('valued', 'declined')`);
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from need n where n.tenant_id = ${tenantId}::uuid and ${allOf(conditions)}`.execute(
    db,
  );
  const mark = `need.${query.sort}`;
  const after = readCursor(query.cursor, mark);
  const resting = query.sort === "resting";
  if (after && resting)
    conditions.push(sql`(n.state_since, n.id) > (${after.key}::date, ${after.id}::uuid)`);
  if (after && !resting)
    conditions.push(
      sql`(n.created_at, n.id) < ((${after.key}::timestamp at time zone 'UTC'), ${after.id}::uuid)`,
    );
  const order = resting ? sql`n.state_since, n.id` : sql`n.created_at desc, n.id desc`;
  const found = await findNeeds(db, tenantId, allOf(conditions), order, query.limit + 1);
  const items = found.slice(0, query.limit);
  const last = items.at(-1);
  return {
    items: items.map((record) => toNeedRow(record, today)),
    nextCursor:
      found.length > query.limit && last
        ? writeCursor(mark, { key: resting ? last.state_since : last.sort_key, id: last.id })
        : null,
    total: rows[0]?.n ?? 0,
  };
};

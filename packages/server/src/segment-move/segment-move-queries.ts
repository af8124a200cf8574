import type { SegmentMoveView } from "@mainstay/contract/policy";
import { type RawBuilder, sql } from "kysely";
import type { z } from "zod";
import { allOf } from "../account/account-filter-sql.ts";
import type { Db } from "../platform/db/database-handles.ts";
import { named } from "../platform/http/named.ts";
import { readCursor, writeCursor } from "../platform/http/page-cursor.ts";

type Move = z.output<typeof SegmentMoveView>;

interface MoveRecord {
  id: string;
  account_id: string;
  account_name: string;
  from_segment: Move["from"];
  to_segment: Move["to"];
  status: Move["status"];
  reason: Move["reason"];
  revenue_12m_minor: number;
  proposed_at: Date;
  proposed_key: string;
  decided_by: string | null;
  decided_by_name: string | null;
  decided_at: Date | null;
  note: string | null;
}

const select = sql`
  select v.id, v.account_id, a.name as account_name, v.from_segment, v.to_segment, v.status, v.reason,
    s.revenue_12m_minor, v.proposed_at, v.proposed_at::text as proposed_key, v.decided_by, u.name as decided_by_name,
    v.decided_at, v.note
  from segment_move v
  join account a on a.tenant_id = v.tenant_id and a.id = v.account_id
  join account_standing s on s.tenant_id = v.tenant_id and s.account_id = v.account_id
  left join app_user u on u.tenant_id = v.tenant_id and u.id = v.decided_by`;

const toMove = (record: MoveRecord): Move => ({
  id: record.id,
  account: { id: record.account_id, name: record.account_name },
  from: record.from_segment,
  to: record.to_segment,
  status: record.status,
  reason: record.reason,
  revenue12mMinor: record.revenue_12m_minor,
  proposedAt: record.proposed_at.toISOString(),
  decidedBy: named(record.decided_by, record.decided_by_name),
  decidedAt: record.decided_at?.toISOString() ?? null,
  note: record.note,
});

/** One move, or null when it is not there for this actor. */
export const findMove = async (db: Db, tenantId: string, moveId: string): Promise<Move | null> => {
  const { rows } = await sql<MoveRecord>`
    ${select} where v.tenant_id = ${tenantId}::uuid and v.id = ${moveId}::uuid`.execute(db);
  return rows[0] ? toMove(rows[0]) : null;
};

const mark = "segment_move.newest";

/** One page of moves, newest proposal first. */
export const listMoves = async (
  db: Db,
  tenantId: string,
  filter: {
    status?: Move["status"] | undefined;
    accountId?: string | undefined;
    cursor?: string | undefined;
    limit: number;
  },
): Promise<{ items: Move[]; nextCursor: string | null; total: number }> => {
  const conditions: RawBuilder<boolean>[] = [sql<boolean>`v.tenant_id = ${tenantId}::uuid`];
  if (filter.status) conditions.push(sql<boolean>`v.status = ${filter.status}`);
  if (filter.accountId) conditions.push(sql<boolean>`v.account_id = ${filter.accountId}::uuid`);
  const { rows: counted } = await sql<{ n: number }>`
    select count(*) as n from segment_move v where ${allOf(conditions)}`.execute(db);
  const after = readCursor(filter.cursor, mark);
  if (after) {
    conditions.push(
      sql<boolean>`(v.proposed_at, v.id) < (${after.key}::timestamptz, ${after.id}::uuid)`,
    );
  }
  const { rows } = await sql<MoveRecord>`
    ${select} where ${allOf(conditions)} order by v.proposed_at desc, v.id desc limit ${filter.limit + 1}`.execute(
    db,
  );
  const kept = rows.slice(0, filter.limit);
  const last = kept.at(-1);
  const hasMore = rows.length > filter.limit && last !== undefined;
  return {
    items: kept.map(toMove),
    nextCursor: hasMore ? writeCursor(mark, { key: last.proposed_key, id: last.id }) : null,
    total: counted[0]?.n ?? 0,
  };
};

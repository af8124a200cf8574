import type { NotificationView } from "@mainstay/contract/notification";
import { newsPath } from "@mainstay/domain/notification/news-path";
import type { NotificationKind } from "@mainstay/domain/notification/notification-kind";
import { type RawBuilder, sql } from "kysely";
import { allOf } from "../account/account-filter-sql.ts";
import type { Db, Tx } from "../platform/db/database-handles.ts";
import { named } from "../platform/http/named.ts";
import { readCursor, writeCursor } from "../platform/http/page-cursor.ts";

interface Row {
  id: string;
  kind: NotificationKind;
  subject_kind: string;
  subject_id: string | null;
  account_id: string | null;
  account_name: string | null;
  reason: { code: string; params: Record<string, unknown> };
  is_urgent: boolean;
  created_at: Date;
  created_key: string;
  read_at: Date | null;
}

const toView = (row: Row): NotificationView => {
  const account = named(row.account_id, row.account_name);
  return {
    id: row.id,
    kind: row.kind,
    subjectKind: row.subject_kind,
    subjectId: row.subject_id,
    account,
    reason: row.reason,
    isUrgent: row.is_urgent,
    createdAt: row.created_at.toISOString(),
    readAt: row.read_at?.toISOString() ?? null,
    path: newsPath(row.subject_kind, account?.id ?? null, row.subject_id),
  };
};

/** The reader's own; an account they may not see any more stays unnamed. */
const select = sql`
  select n.id, n.kind, n.subject_kind, n.subject_id, n.account_id, coalesce(a.short_name, a.name) as account_name, n.reason,
    n.is_urgent, n.created_at, n.created_at::text as created_key, n.read_at
  from notification n
  left join account a on a.tenant_id = n.tenant_id and a.id = n.account_id`;

interface Reader {
  readonly tenantId: string;
  readonly userId: string;
}

const ownOf = ({ tenantId, userId }: Reader): RawBuilder<boolean>[] => [
  sql<boolean>`n.tenant_id = ${tenantId}::uuid`,
  sql<boolean>`n.user_id = ${userId}::uuid`,
];

const mark = "notification.newest";

/** One page of what somebody was told, newest first. */
export const listNotifications = async (
  db: Db,
  reader: Reader,
  query: { state: "all" | "unread"; cursor?: string | undefined; limit: number },
) => {
  const conditions = ownOf(reader);
  if (query.state === "unread") conditions.push(sql<boolean>`n.read_at is null`);
  const { rows: counted } = await sql<{ total: number; unread: number }>`
    select count(*) as total, count(*) filter (where n.read_at is null) as unread
    from notification n where ${allOf(conditions)}`.execute(db);
  const after = readCursor(query.cursor, mark);
  if (after) {
    conditions.push(
      sql<boolean>`(n.created_at, n.id) < (${after.key}::timestamptz, ${after.id}::uuid)`,
    );
  }
  const { rows } = await sql<Row>`
    ${select} where ${allOf(conditions)} order by n.created_at desc, n.id desc limit ${query.limit + 1}`.execute(
    db,
  );
  const kept = rows.slice(0, query.limit);
  const last = kept.at(-1);
  const hasMore = rows.length > query.limit && last !== undefined;
  return {
    items: kept.map(toView),
    nextCursor: hasMore ? writeCursor(mark, { key: last.created_key, id: last.id }) : null,
    total: counted[0]?.total ?? 0,
    unread: counted[0]?.unread ?? 0,
  };
};

export const countUnread = async (db: Db, reader: Reader): Promise<number> => {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from notification n where ${allOf(ownOf(reader))} and n.read_at is null`.execute(
    db,
  );
  return rows[0]?.n ?? 0;
};

/** Some of them by id, oldest first. */
export const findNotifications = async (
  db: Db,
  reader: Reader,
  ids: readonly string[],
): Promise<NotificationView[]> => {
  const { rows } = await sql<Row>`
    ${select} where ${allOf(ownOf(reader))} and n.id = any(${[...ids]}::uuid[]) order by n.created_at, n.id`.execute(
    db,
  );
  return rows.map(toView);
};

/** Unread ones since an instant, oldest first; the newest hundred at most. */
export const listUnreadSince = async (
  db: Db,
  reader: Reader,
  since: Date,
): Promise<NotificationView[]> => {
  const { rows } = await sql<Row>`
    ${select} where ${allOf(ownOf(reader))} and n.read_at is null and n.created_at >= ${since}
    order by n.created_at desc, n.id desc limit 100`.execute(db);
  return rows.map(toView).reverse();
};

/** Marks one as read; false when there is no such one of theirs. Reading twice keeps the first time. */
export const markRead = async (
  tx: Tx,
  { tenantId, userId }: Reader,
  id: string,
  at: Date,
): Promise<boolean> => {
  const found = await tx
    .updateTable("notification")
    .set({ read_at: sql<Date>`coalesce(read_at, ${at})` })
    .where("tenant_id", "=", tenantId)
    .where("user_id", "=", userId)
    .where("id", "=", id)
    .returning("id")
    .execute();
  return found.length > 0;
};

export const markAllRead = async (
  tx: Tx,
  { tenantId, userId }: Reader,
  at: Date,
): Promise<void> => {
  await tx
    .updateTable("notification")
    .set({ read_at: at })
    .where("tenant_id", "=", tenantId)
    .where("user_id", "=", userId)
    .where("read_at", "is", null)
    .execute();
};

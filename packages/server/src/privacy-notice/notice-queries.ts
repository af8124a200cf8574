import type { NoticeContent, NoticeView } from "@mainstay/contract/privacy-notice";
import { sql } from "kysely";
import type { Db } from "../platform/db/database-handles.ts";
import { named } from "../platform/http/named.ts";

export interface NoticeRecord {
  readonly version: number;
  readonly public_key: string;
  readonly content: NoticeContent;
  readonly published_at: Date;
  readonly published_by: string | null;
  readonly published_by_name: string | null;
}

/** Every published version, the newest first. */
export const listNotices = async (db: Db, tenantId: string): Promise<NoticeRecord[]> => {
  const { rows } = await sql<NoticeRecord>`
    select n.version, n.public_key, n.content, n.published_at, n.published_by, u.name as published_by_name
    from privacy_notice n left join app_user u on u.tenant_id = n.tenant_id and u.id = n.published_by
    where n.tenant_id = ${tenantId}::uuid order by n.version desc`.execute(db);
  return rows;
};

/** The version in force; null before the first. */
export const newestNotice = async (db: Db, tenantId: string): Promise<NoticeRecord | null> =>
  (await listNotices(db, tenantId))[0] ?? null;

/** Where anybody reads it. */
export const noticePath = (publicKey: string): string => `/notice/${publicKey}`;

export const toNoticeView = (record: NoticeRecord): NoticeView => ({
  version: record.version,
  content: record.content,
  publishedBy: named(record.published_by, record.published_by_name),
  publishedAt: record.published_at.toISOString(),
  path: noticePath(record.public_key),
});

/** The published versions behind a public address, for whoever has it: needs no workspace, sees nothing else. */
export const noticesByKey = async (db: Db, publicKey: string): Promise<NoticeRecord[]> => {
  await sql`select set_config('mainstay.notice_key', ${publicKey}, true)`.execute(db);
  const { rows } = await sql<NoticeRecord>`
    select version, public_key, content, published_at, null::uuid as published_by, null::text as published_by_name
    from privacy_notice where public_key = ${publicKey} order by version desc`.execute(db);
  return rows;
};

import type { IncomingMessageRow, IncomingMessageView } from "@mainstay/contract/incoming-message";
import { isPermitted } from "@mainstay/domain/access/permission";
import type { IncomingStatus } from "@mainstay/domain/incoming-message/incoming-message-kind";
import { sql } from "kysely";
import { isAboutReader } from "../case/who-answers.ts";
import type { Context } from "../platform/access/context.ts";
import type { Db } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { named } from "../platform/http/named.ts";
import { readCursor, writeCursor } from "../platform/http/page-cursor.ts";
import { findSenderJobs } from "./find-sender.ts";

const excerptLength = 160;

interface MessageRecord {
  id: string;
  channel: IncomingMessageRow["channel"];
  status: IncomingStatus;
  because: IncomingMessageRow["because"];
  from_address: string;
  from_name: string;
  subject: string;
  excerpt: string;
  files: number;
  received_at: Date;
  received_key: string;
  sorted_at: Date | null;
  sorted_by: string | null;
  sorted_by_name: string | null;
  account_id: string | null;
  account_name: string | null;
  case_id: string | null;
  case_number: number | null;
  person_restricted: boolean;
}

const rowColumns = sql`m.id, m.channel, m.status, m.because, m.from_address, m.from_name, m.subject,
  left(m.words, ${excerptLength}) as excerpt, m.received_at, m.received_at::text as received_key, m.sorted_at, m.sorted_by,
  (select count(*)::int from incoming_attachment f where f.tenant_id = m.tenant_id and f.message_id = m.id) as files,
  u.name as sorted_by_name, m.account_id, a.name as account_name, m.case_id, c.number as case_number,
  m.person_id is not null and p.id is null as person_restricted`;
const joined = sql`incoming_message m
  left join app_user u on u.tenant_id = m.tenant_id and u.id = m.sorted_by
  left join account a on a.tenant_id = m.tenant_id and a.id = m.account_id
  left join person p on p.tenant_id = m.tenant_id and p.id = m.person_id
  left join service_case c on c.tenant_id = m.tenant_id and c.id = m.case_id`;

/** What became a case about the reader is not theirs to read: it names who complained, in their own words. */
export const isNotAboutReader = sql<boolean>`not exists (
  select 1 from service_case c where c.tenant_id = m.tenant_id and c.id = m.case_id and ${isAboutReader})`;

const toRow = (row: MessageRecord): IncomingMessageRow => ({
  id: row.id,
  channel: row.channel,
  status: row.status,
  because: row.because,
  fromAddress: row.person_restricted ? "" : row.from_address,
  fromName: row.person_restricted ? "" : row.from_name,
  subject: row.subject,
  excerpt: row.excerpt,
  files: row.files,
  receivedAt: row.received_at.toISOString(),
  sortedAt: row.sorted_at?.toISOString() ?? null,
  sortedBy: named(row.sorted_by, row.sorted_by_name),
  account: named(row.account_id, row.account_name),
  caseId: row.case_number === null ? null : row.case_id,
  caseNumber: row.case_number,
});

/** Messages of one state in the reader's sight, newest first. */
export const listMessages = async (
  db: Db,
  { tenantId }: Context,
  query: { status: IncomingStatus; limit: number; cursor?: string | undefined },
) => {
  const mark = `incoming:${query.status}`;
  const after = readCursor(query.cursor, mark);
  const behind = after
    ? sql`and (m.received_at, m.id) < (${after.key}::timestamptz, ${after.id}::uuid)`
    : sql``;
  const { rows } = await sql<MessageRecord>`
    select ${rowColumns} from ${joined} where m.tenant_id = ${tenantId}::uuid and m.status = ${query.status}
      and ${isNotAboutReader} ${behind}
    order by m.received_at desc, m.id desc limit ${query.limit + 1}`.execute(db);
  const { rows: counted } = await sql<{ n: number }>`
    select count(*)::int as n from incoming_message m
    where m.tenant_id = ${tenantId}::uuid and m.status = ${query.status} and ${isNotAboutReader}`.execute(
    db,
  );
  const shown = rows.slice(0, query.limit);
  const last = shown.at(-1);
  const hasMore = rows.length > query.limit && last !== undefined;
  return {
    items: shown.map(toRow),
    nextCursor: hasMore ? writeCursor(mark, { key: last.received_key, id: last.id }) : null,
    total: counted[0]?.n ?? 0,
  };
};

export const countWaiting = async (db: Db, { tenantId }: Context) => {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from incoming_message where tenant_id = ${tenantId}::uuid and status = 'waiting'`.execute(
    db,
  );
  return { waiting: rows[0]?.n ?? 0 };
};

/** One message whole; the sender is looked up anew, in the reader's sight. */
export const getMessage = async (
  db: Db,
  context: Context,
  messageId: string,
): Promise<IncomingMessageView> => {
  const { tenantId, actor, today } = context;
  const { rows } = await sql<
    MessageRecord & {
      from_phone: string;
      from_company: string;
      words: string;
      quoted: string;
      note: string;
      kind: IncomingMessageView["kind"];
      level: IncomingMessageView["level"];
      size_bytes: number;
      version: number;
    }
  >`select ${rowColumns}, m.from_phone, m.from_company, m.words, m.quoted, m.note, m.kind, m.level, m.size_bytes, m.version
    from ${joined} where m.tenant_id = ${tenantId}::uuid and m.id = ${messageId}::uuid
      and ${isNotAboutReader}`.execute(db);
  const [row] = rows;
  if (!row) throw new AppError("incoming_message.not_found");
  const { rows: files } = await sql<IncomingMessageView["attachments"][number]>`
    select id, name, media_type as "mediaType", size_bytes as "sizeBytes", refused_because as "refusedBecause"
    from incoming_attachment where tenant_id = ${tenantId}::uuid and message_id = ${messageId}::uuid order by position`.execute(
    db,
  );
  const isOpen = row.status === "waiting" || row.status === "set_aside";
  const jobs = isOpen ? await findSenderJobs(db, tenantId, row.from_address, today) : [];
  return {
    ...toRow(row),
    fromPhone: row.person_restricted ? "" : row.from_phone,
    fromCompany: row.from_company,
    words: row.words,
    quoted: row.quoted,
    note: row.note,
    kind: row.kind,
    level: row.level,
    sizeBytes: row.size_bytes,
    attachments: files,
    candidates: jobs.map((job) => ({
      account: { id: job.accountId, name: job.accountName },
      person: { id: job.personId, name: job.personName },
    })),
    version: row.version,
    can: { sort: isOpen && isPermitted(actor, "incoming_message.sort") },
  };
};

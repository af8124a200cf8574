import type { SubjectRequestView } from "@mainstay/contract/subject-request";
import type { Actor } from "@mainstay/domain/access/actor";
import { dayNumberFromIso } from "@mainstay/domain/calendar/day-number";
import type {
  RequestChannel,
  SubjectRequestKind,
  SubjectRequestStatus,
} from "@mainstay/domain/privacy/subject-request-kind";
import { subjectRequestAbilities } from "@mainstay/domain/privacy/subject-request-policy";
import { type RawBuilder, sql } from "kysely";
import type { Db, Tx } from "../platform/db/database-handles.ts";
import { named } from "../platform/http/named.ts";
import { readCursor, writeCursor } from "../platform/http/page-cursor.ts";

interface RequestRecord {
  id: string;
  person_id: string | null;
  person_name: string | null;
  requester: string;
  kind: SubjectRequestKind;
  words: string;
  received_on: string;
  received_via: RequestChannel;
  due_on: string;
  identity_checked: string | null;
  identity_checked_by: string | null;
  identity_checked_by_name: string | null;
  status: SubjectRequestStatus;
  reply: string | null;
  refusal_reason: string | null;
  handled_by: string | null;
  handled_by_name: string | null;
  closed_at: Date | null;
  version: number;
}

const select = (more: RawBuilder<unknown> = sql``) => sql`
  select r.id, r.person_id, p.name as person_name, r.requester, r.kind, r.words, r.received_on, r.received_via, r.due_on,
    r.identity_checked, r.identity_checked_by, c.name as identity_checked_by_name, r.status, r.reply, r.refusal_reason,
    r.handled_by, h.name as handled_by_name, r.closed_at, r.version
    ${more}
  from subject_request r
  left join person p on p.tenant_id = r.tenant_id and p.id = r.person_id
  left join app_user c on c.tenant_id = r.tenant_id and c.id = r.identity_checked_by
  left join app_user h on h.tenant_id = r.tenant_id and h.id = r.handled_by`;

interface Reader {
  readonly tenantId: string;
  readonly actor: Actor;
  readonly today: string;
}

const toRequestView = ({ actor, today }: Reader, record: RequestRecord): SubjectRequestView => {
  const isOpen = record.status === "open" || record.status === "identity_checked";
  const daysLeft = (dayNumberFromIso(record.due_on) ?? 0) - (dayNumberFromIso(today) ?? 0);
  return {
    id: record.id,
    person: named(record.person_id, record.person_name),
    isPersonGone: record.person_id !== null && record.person_name === null,
    requester: record.requester,
    kind: record.kind,
    words: record.words,
    receivedOn: record.received_on,
    receivedVia: record.received_via,
    dueOn: record.due_on,
    isOverdue: isOpen && daysLeft < 0,
    daysLeft,
    identityChecked: record.identity_checked,
    identityCheckedBy: named(record.identity_checked_by, record.identity_checked_by_name),
    status: record.status,
    reply: record.reply,
    refusalReason: record.refusal_reason,
    handledBy: named(record.handled_by, record.handled_by_name),
    closedAt: record.closed_at?.toISOString() ?? null,
    version: record.version,
    can: subjectRequestAbilities(actor, {
      kind: record.kind,
      status: record.status,
      hasPerson: record.person_name !== null,
    }),
  };
};

export const findRequestView = async (
  db: Db,
  reader: Reader,
  id: string,
): Promise<SubjectRequestView | null> => {
  const { rows } = await sql<RequestRecord>`
    ${select()} where r.tenant_id = ${reader.tenantId}::uuid and r.id = ${id}::uuid`.execute(db);
  return rows[0] ? toRequestView(reader, rows[0]) : null;
};

const mark = "subject_request.due";
const statusIs: Readonly<Record<"working" | "closed" | "all", RawBuilder<unknown>>> = {
  working: sql`r.status in ('open', 'identity_checked')`,
  closed: sql`r.status in ('done', 'refused')`,
  all: sql`true`,
};

/** Requests by due day: what is overdue stands first. Closed ones come after those at work, the newest first. */
export const listRequests = async (
  db: Db,
  reader: Reader,
  query: {
    status: "working" | "closed" | "all";
    personId?: string | undefined;
    cursor?: string | undefined;
    limit: number;
  },
) => {
  // Days to wait as a number that orders both: at work by due day, closed ones behind, the latest closed first.
  const order = sql`case when r.status in ('open', 'identity_checked') then r.due_on - date '1970-01-01'
    else 1000000 - (coalesce(r.closed_at, r.created_at)::date - date '1970-01-01') end`;
  const after = readCursor(query.cursor, mark);
  const where = sql`r.tenant_id = ${reader.tenantId}::uuid and ${statusIs[query.status]}
    ${query.personId ? sql`and r.person_id = ${query.personId}::uuid` : sql``}`;
  const beyond = after ? sql`and (${order}, r.id) > (${after.key}::int, ${after.id}::uuid)` : sql``;
  const { rows } = await sql<RequestRecord & { place: number }>`
    ${select(sql`, ${order} as place`)} where ${where} ${beyond}
    order by place, r.id limit ${query.limit + 1}`.execute(db);
  const { rows: counted } = await sql<{ n: number }>`
    select count(*)::int as n from subject_request r where ${where}`.execute(db);
  const kept = rows.slice(0, query.limit);
  const last = kept.at(-1);
  return {
    items: kept.map((row) => toRequestView(reader, row)),
    nextCursor:
      rows.length > query.limit && last
        ? writeCursor(mark, { key: String(last.place), id: last.id })
        : null,
    total: counted[0]?.n ?? 0,
  };
};

export const lockRequest = (tx: Tx, tenantId: string, id: string) =>
  tx
    .selectFrom("subject_request")
    .select(["id", "person_id", "kind", "status", "version"])
    .where("tenant_id", "=", tenantId)
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();

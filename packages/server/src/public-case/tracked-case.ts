import type { PublicCaseView } from "@mainstay/contract/public-case";
import type { CaseStatus } from "@mainstay/domain/case/case-kind";
import { filingFilesAtMost, wordsPerDayOfCase } from "@mainstay/domain/public-case/filing-limit";
import { publicStateOf } from "@mainstay/domain/public-case/public-case-state";
import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import { sql } from "kysely";
import type { Db } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { handlerFrame } from "./filing-frame.ts";
import { findPauseAsked } from "./pause-asking.ts";

interface TrackedRecord {
  number: number;
  kind: NonNullable<PublicCaseView["kind"]>;
  level: NonNullable<PublicCaseView["level"]>;
  title: string;
  description: string;
  status: CaseStatus;
  merged_into: number | null;
  opened_at: Date;
  reply_due_at: Date;
  replied_at: Date | null;
  solve_due_at: Date;
  solved_at: Date | null;
  closed_at: Date | null;
  solution: string | null;
  score: number | null;
  first_name: string;
  first_role: NonNullable<PublicCaseView["handler"]>["role"];
  handler_name: string | null;
  handler_role: NonNullable<PublicCaseView["handler"]>["role"] | null;
}

const instant = (at: Date | null) => at?.toISOString() ?? null;

/** A case as its customer may know it: what was written for them, promised to them and done for them. */
export const trackedCase = async (
  db: Db,
  tenantId: TenantId,
  caseId: string,
  now: Date,
): Promise<PublicCaseView | null> => {
  const { rows } = await sql<TrackedRecord>`
    select c.number, c.kind, c.level, c.title, c.description, c.status, o.number as merged_into, c.opened_at, c.reply_due_at,
      c.replied_at, c.solve_due_at, c.solved_at, c.closed_at, c.solution, c.score, f.name as first_name, f.role as first_role,
      h.name as handler_name, h.role as handler_role
    from service_case c
    join app_user f on f.tenant_id = c.tenant_id and f.id = c.first_responder_id
    left join app_user h on h.tenant_id = c.tenant_id and h.id = c.handler_user_id
    left join service_case o on o.tenant_id = c.tenant_id and o.id = c.duplicate_of_id
    where c.tenant_id = ${tenantId}::uuid and c.id = ${caseId}::uuid`.execute(db);
  const [row] = rows;
  if (!row) return null;
  const isStanding = row.status !== "closed" && row.status !== "duplicate";
  const pauseAsked = row.status === "open" ? await findPauseAsked(db, tenantId, caseId, now) : null;
  return {
    ...(await handlerFrame(db, tenantId)),
    state: publicStateOf(row.status),
    number: row.number,
    kind: row.kind,
    level: row.level,
    title: row.title,
    words: row.description,
    mergedInto: row.merged_into,
    openedAt: row.opened_at.toISOString(),
    replyDueAt: instant(row.reply_due_at),
    repliedAt: instant(row.replied_at),
    solveDueAt: instant(row.solve_due_at),
    solvedAt: instant(row.solved_at),
    closedAt: instant(row.closed_at),
    // What we tried before a reopening is no solution.
    solution: row.status === "solved" || row.status === "closed" ? row.solution : null,
    score: row.score,
    firstResponder: { name: row.first_name, role: row.first_role },
    handler:
      row.handler_name !== null && row.handler_role !== null
        ? { name: row.handler_name, role: row.handler_role }
        : null,
    pauseAsked: pauseAsked && {
      eventId: pauseAsked.eventId,
      at: pauseAsked.at.toISOString(),
      words: pauseAsked.words,
      until: pauseAsked.until.toISOString(),
    },
    timeline: await publicTimeline(db, tenantId, caseId),
    attachments: await customerFiles(db, tenantId, caseId),
    can: { write: isStanding, attach: isStanding, agreeToPause: pauseAsked !== null },
  };
};

const publicTimeline = async (
  db: Db,
  tenantId: TenantId,
  caseId: string,
): Promise<PublicCaseView["timeline"]> => {
  const { rows } = await sql<{
    id: string;
    at: Date;
    kind: PublicCaseView["timeline"][number]["kind"];
    words: string;
    is_ours: boolean;
  }>`
    select id, at, kind, words, by_user_id is not null as is_ours from case_event
    where tenant_id = ${tenantId}::uuid and case_id = ${caseId}::uuid and is_public order by at, id limit 500`.execute(
    db,
  );
  return rows.map(({ id, at, kind, words, is_ours }) => ({
    id,
    at: at.toISOString(),
    kind,
    by: is_ours ? "us" : "customer",
    words,
  }));
};

const customerFiles = async (
  db: Db,
  tenantId: TenantId,
  caseId: string,
): Promise<{ name: string; sizeBytes: number }[]> => {
  const { rows } = await sql<{ name: string; sizeBytes: number }>`
    select f.name, f.size_bytes as "sizeBytes" from case_attachment t
    join stored_file f on f.tenant_id = t.tenant_id and f.id = t.file_id
    where t.tenant_id = ${tenantId}::uuid and t.case_id = ${caseId}::uuid and t.by_customer order by t.added_at, t.id`.execute(
    db,
  );
  return rows;
};

/** What was sent by the open form, until somebody has looked at it. */
export const trackedMessage = async (
  db: Db,
  tenantId: TenantId,
  messageId: string,
): Promise<PublicCaseView | null> => {
  const { rows } = await sql<{
    status: string;
    kind: PublicCaseView["kind"];
    level: PublicCaseView["level"];
    words: string;
    received_at: Date;
  }>`select status, kind, level, words, received_at from incoming_message
    where tenant_id = ${tenantId}::uuid and id = ${messageId}::uuid`.execute(db);
  const [row] = rows;
  if (!row) return null;
  const { rows: files } = await sql<{ name: string; sizeBytes: number }>`
    select name, size_bytes as "sizeBytes" from incoming_attachment
    where tenant_id = ${tenantId}::uuid and message_id = ${messageId}::uuid and refused_because is null order by position`.execute(
    db,
  );
  const waits = row.status === "waiting";
  return {
    ...(await handlerFrame(db, tenantId)),
    state: waits ? "received" : "not_a_case",
    number: null,
    kind: row.kind,
    level: row.level,
    title: null,
    words: row.words,
    mergedInto: null,
    openedAt: row.received_at.toISOString(),
    replyDueAt: null,
    repliedAt: null,
    solveDueAt: null,
    solvedAt: null,
    closedAt: null,
    solution: null,
    score: null,
    firstResponder: null,
    handler: null,
    pauseAsked: null,
    timeline: [],
    attachments: files,
    can: { write: false, attach: waits && files.length < filingFilesAtMost, agreeToPause: false },
  };
};

/** So many words a day by a customer's own hand; more is no customer. */
export const demandRoomForWords = async (
  db: Db,
  tenantId: TenantId,
  caseId: string,
  now: Date,
): Promise<void> => {
  const { rows } = await sql<{ n: number; oldest_at: Date | null }>`
    select count(*)::int as n, min(at) as oldest_at from case_event where tenant_id = ${tenantId}::uuid
      and case_id = ${caseId}::uuid and kind = 'customer_wrote' and at > ${now}::timestamptz - interval '1 day'`.execute(
    db,
  );
  if ((rows[0]?.n ?? 0) < wordsPerDayOfCase) return;
  const free = (rows[0]?.oldest_at ?? now).getTime() + 86_400_000 - now.getTime();
  throw new AppError("request.too_many", { seconds: Math.max(1, Math.ceil(free / 1000)) });
};

import type { InvitationRow } from "@mainstay/contract/survey-round";
import type { InvitationStatus } from "@mainstay/domain/survey/survey-kind";
import { sql } from "kysely";
import { calendarDayIn } from "../platform/clock/clock.ts";
import { readTimeZone } from "../platform/clock/workspace-today.ts";
import type { Db } from "../platform/db/database-handles.ts";
import { named } from "../platform/http/named.ts";
import { readCursor, writeCursor } from "../platform/http/page-cursor.ts";

interface Row {
  id: string;
  account_id: string;
  account_name: string;
  person_id: string | null;
  person_name: string | null;
  status: InvitationStatus;
  dropped_because: string | null;
  planned_on: string;
  sent_at: Date | null;
  opened_at: Date | null;
  answered_at: Date | null;
  reminders: number;
}

const mark = "survey_invitation.by_account";

/** One page of who was asked in a round, by account; names of restricted people only to who sees them. */
export const listInvitations = async (
  db: Db,
  tenantId: string,
  roundId: string,
  page: {
    status?: InvitationStatus | undefined;
    cursor?: string | undefined;
    limit: number;
  },
): Promise<{ items: InvitationRow[]; nextCursor: string | null; total: number }> => {
  const after = readCursor(page.cursor, mark);
  const condition = sql`i.tenant_id = ${tenantId}::uuid and i.round_id = ${roundId}::uuid
    ${page.status ? sql`and i.status = ${page.status}` : sql``}`;
  const { rows: counted } = await sql<{ n: number }>`
    select count(*)::int as n from survey_invitation i where ${condition}`.execute(db);
  const { rows } = await sql<Row>`
    select i.id, i.account_id, coalesce(a.short_name, a.name) as account_name, p.id as person_id, p.name as person_name,
      i.status, i.dropped_because, i.planned_on, i.sent_at, i.opened_at, i.answered_at, i.reminders
    from survey_invitation i
    join account a on a.tenant_id = i.tenant_id and a.id = i.account_id
    left join person p on p.tenant_id = i.tenant_id and p.id = i.person_id
      and (p.restricted_at is null or (select session_sees_restricted()))
    where ${condition} ${
      after ? sql`and (i.account_id::text, i.id) > (${after.key}, ${after.id}::uuid)` : sql``
    } order by i.account_id::text, i.id limit ${page.limit + 1}`.execute(db);
  const timeZone = await readTimeZone(db, tenantId);
  const shown = rows.slice(0, page.limit);
  const last = shown.at(-1);
  return {
    items: shown.map((row) => ({
      id: row.id,
      account: { id: row.account_id, name: row.account_name },
      person: named(row.person_id, row.person_name),
      status: row.status,
      droppedBecause: row.dropped_because,
      plannedOn: row.planned_on,
      sentAt: row.sent_at?.toISOString() ?? null,
      openedAt: row.opened_at?.toISOString() ?? null,
      answeredOn: row.answered_at ? calendarDayIn(timeZone, row.answered_at) : null,
      reminders: row.reminders,
    })),
    nextCursor:
      rows.length > page.limit && last
        ? writeCursor(mark, { key: last.account_id, id: last.id })
        : null,
    total: counted[0]?.n ?? 0,
  };
};

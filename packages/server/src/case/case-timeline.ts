import type { CaseEvent } from "@mainstay/contract/case-history";
import { sql } from "kysely";
import type { Db } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { named } from "../platform/http/named.ts";
import { readCursor, writeCursor } from "../platform/http/page-cursor.ts";
import { isAboutReader } from "./who-answers.ts";

interface EventRecord {
  id: string;
  kind: CaseEvent["kind"];
  at: Date;
  at_key: string;
  by_user_id: string | null;
  by_name: string | null;
  by_person_id: string | null;
  person_name: string | null;
  is_public: boolean;
  words: string;
  detail: Record<string, unknown>;
}

const mark = "case.timeline";

/** One page of what happened to a case, newest first. */
export const listCaseEvents = async (
  db: Db,
  tenantId: string,
  caseId: string,
  page: { cursor?: string | undefined; limit: number },
): Promise<{ items: CaseEvent[]; nextCursor: string | null }> => {
  const after = readCursor(page.cursor, mark);
  const beyond = after
    ? sql`and (e.at, e.id) < (${after.key}::timestamptz, ${after.id}::uuid)`
    : sql``;
  const { rows } = await sql<EventRecord>`
    select e.id, e.kind, e.at, e.at::text as at_key, e.by_user_id, u.name as by_name, e.by_person_id, p.name as person_name,
      e.is_public, e.words, e.detail
    from case_event e
    left join app_user u on u.tenant_id = e.tenant_id and u.id = e.by_user_id
    left join person p on p.tenant_id = e.tenant_id and p.id = e.by_person_id
    where e.tenant_id = ${tenantId}::uuid and e.case_id = ${caseId}::uuid ${beyond}
    order by e.at desc, e.id desc limit ${page.limit + 1}`.execute(db);
  const kept = rows.slice(0, page.limit);
  const last = kept.at(-1);
  return {
    items: kept.map((row) => ({
      id: row.id,
      kind: row.kind,
      at: row.at.toISOString(),
      by: named(row.by_user_id, row.by_name),
      byPerson: named(row.by_person_id, row.person_name),
      isPublic: row.is_public,
      words: row.words,
      detail: row.detail,
    })),
    nextCursor:
      rows.length > page.limit && last
        ? writeCursor(mark, { key: last.at_key, id: last.id })
        : null,
  };
};

/** The same for somebody who asks for a case by its id; `case.not_found` when it is not there for them. */
export const listEventsOfCase = async (
  db: Db,
  tenantId: string,
  caseId: string,
  page: { cursor?: string | undefined; limit: number },
) => {
  const { rows } = await sql<{ about: boolean }>`
    select ${isAboutReader} as about from service_case c where c.tenant_id = ${tenantId}::uuid and c.id = ${caseId}::uuid`.execute(
    db,
  );
  if (rows.length === 0) throw new AppError("case.not_found");
  if (rows[0]?.about) return { items: [], nextCursor: null };
  return listCaseEvents(db, tenantId, caseId, page);
};

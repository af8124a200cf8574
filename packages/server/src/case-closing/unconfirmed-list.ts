import type { UnconfirmedRow } from "@mainstay/contract/case-closing";
import { isPermitted } from "@mainstay/domain/access/permission";
import { type RawBuilder, sql } from "kysely";
import { isAboutReader } from "../case/who-answers.ts";
import type { Context } from "../platform/access/context.ts";
import type { Db } from "../platform/db/database-handles.ts";
import { named } from "../platform/http/named.ts";
import { readCursor, writeCursor } from "../platform/http/page-cursor.ts";
import { workedByOfCase } from "./worked-by.ts";

interface Wanted {
  readonly whose: "all" | "mine" | "callable";
  readonly limit: number;
  readonly cursor?: string | undefined;
}

interface Row {
  id: string;
  number: number;
  title: string;
  level: UnconfirmedRow["level"];
  account_id: string;
  account_name: string;
  person_id: string | null;
  person_name: string | null;
  handler_user_id: string | null;
  handler_name: string | null;
  first_responder_id: string;
  first_responder_name: string;
  solved_at: Date;
  solved_key: string;
  days_waiting: number;
  reopened: number;
  reminders: number;
  failed_calls: number;
  last_called_at: Date | null;
  callable: boolean;
}

/** Had the actor no part in it? The SQL twin of `involvementOf`; a test holds the two together. */
const isUninvolved = (userId: string): RawBuilder<boolean> => sql<boolean>`(
  not ${userId}::uuid = any (c.complained_user_ids) and c.first_responder_id <> ${userId}::uuid
  and c.handler_user_id is distinct from ${userId}::uuid
  and not ${userId}::uuid = any (${workedByOfCase}))`;

/** 已解决,待确认 What was solved and nobody confirmed, the longest waiting first; found by its own index. */
export const listUnconfirmed = async (db: Db, context: Context, wanted: Wanted) => {
  const { tenantId, actor, today, workspace } = context;
  const mayCall = isPermitted(actor, "call_back.record");
  const uninvolved = mayCall ? isUninvolved(actor.userId) : sql<boolean>`false`;
  const whose =
    wanted.whose === "mine"
      ? sql`(c.handler_user_id = ${actor.userId}::uuid or c.first_responder_id = ${actor.userId}::uuid)`
      : wanted.whose === "callable"
        ? uninvolved
        : sql`true`;
  const after = readCursor(wanted.cursor, "unconfirmed");
  const from = after
    ? sql`(c.solved_at, c.id) > (${after.key}::timestamptz, ${after.id}::uuid)`
    : sql`true`;
  const { rows } = await sql<Row>`
    select c.id, c.number::int as number, c.title, c.level, c.account_id, a.name as account_name, p.id as person_id,
      p.name as person_name, c.handler_user_id, h.name as handler_name, c.first_responder_id, f.name as first_responder_name,
      c.solved_at, c.solved_at::text as solved_key,
      ${today}::date - (c.solved_at at time zone ${workspace.timeZone})::date as days_waiting, c.reopened,
      coalesce(r.n, 0)::int as reminders, coalesce(b.n, 0)::int as failed_calls, b.last as last_called_at,
      ${uninvolved} as callable
    from service_case c
    join account a on a.tenant_id = c.tenant_id and a.id = c.account_id
    join app_user f on f.tenant_id = c.tenant_id and f.id = c.first_responder_id
    left join app_user h on h.tenant_id = c.tenant_id and h.id = c.handler_user_id
    left join person p on p.tenant_id = c.tenant_id and p.id = c.person_id and not ${isAboutReader}
    left join lateral (select count(*) filter (where b.outcome = 'not_reached') as n, max(b.called_at) as last from call_back b
      where b.tenant_id = c.tenant_id and b.case_id = c.id and b.called_at >= c.solved_at) b on true
    left join lateral (select count(*) as n from case_event e where e.tenant_id = c.tenant_id and e.case_id = c.id
      and e.kind = 'link_sent' and e.at >= c.solved_at and (e.detail ->> 'reminder') is not null) r on true
    where c.tenant_id = ${tenantId}::uuid and c.status = 'solved' and ${whose} and ${from}
    order by c.solved_at, c.id limit ${wanted.limit + 1}`.execute(db);
  const { rows: counted } = await sql<{ n: number }>`
    select count(*)::int as n from service_case c
    where c.tenant_id = ${tenantId}::uuid and c.status = 'solved' and ${whose}`.execute(db);
  const shown = rows.slice(0, wanted.limit);
  const last = shown.at(-1);
  return {
    items: shown.map(toRow),
    nextCursor:
      rows.length > shown.length && last
        ? writeCursor("unconfirmed", { key: last.solved_key, id: last.id })
        : null,
    total: counted[0]?.n ?? 0,
  };
};

const toRow = (row: Row): UnconfirmedRow => ({
  id: row.id,
  number: row.number,
  title: row.title,
  level: row.level,
  account: { id: row.account_id, name: row.account_name },
  person: named(row.person_id, row.person_name),
  handler: named(row.handler_user_id, row.handler_name),
  firstResponder: { id: row.first_responder_id, name: row.first_responder_name },
  solvedAt: row.solved_at.toISOString(),
  daysWaiting: Math.max(0, row.days_waiting),
  reminders: row.reminders,
  failedCalls: row.failed_calls,
  lastCalledAt: row.last_called_at?.toISOString() ?? null,
  reopened: row.reopened,
  can: { callBack: row.callable },
});

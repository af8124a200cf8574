import type { InteractionView } from "@mainstay/contract/interaction";
import type {
  InteractionKind,
  InteractionMood,
} from "@mainstay/domain/interaction/interaction-kind";
import { type RawBuilder, sql } from "kysely";
import type { Db } from "../platform/db/database-handles.ts";
import { named } from "../platform/http/named.ts";
import { readCursor, writeCursor } from "../platform/http/page-cursor.ts";

interface InteractionRecord {
  id: string;
  account_id: string;
  kind: InteractionKind;
  occurred_on: string;
  is_two_way: boolean;
  summary: string;
  topic: string | null;
  mood: InteractionMood | null;
  signal_id: string | null;
  logged_by: string | null;
  logged_by_name: string | null;
  logged_at: Date;
  people: { id: string; name: string }[];
  ours: { id: string; name: string }[];
}

const select = sql`
  select i.id, i.account_id, i.kind, i.occurred_on, i.is_two_way, i.summary, i.topic, i.mood, i.signal_id, i.logged_by,
    u.name as logged_by_name, i.logged_at,
    coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name) order by p.pinyin) from person p
      where p.tenant_id = i.tenant_id and p.id = any(i.person_ids)), '[]') as people,
    coalesce((select jsonb_agg(jsonb_build_object('id', ou.id, 'name', ou.name) order by ou.name) from app_user ou
      where ou.tenant_id = i.tenant_id and ou.id = any(i.our_user_ids)), '[]') as ours
  from interaction i left join app_user u on u.tenant_id = i.tenant_id and u.id = i.logged_by`;

const toInteractionView = (record: InteractionRecord): InteractionView => ({
  id: record.id,
  accountId: record.account_id,
  kind: record.kind,
  occurredOn: record.occurred_on,
  isTwoWay: record.is_two_way,
  summary: record.summary,
  topic: record.topic,
  mood: record.mood,
  people: record.people,
  ours: record.ours,
  signalId: record.signal_id,
  loggedBy: named(record.logged_by, record.logged_by_name),
  loggedAt: record.logged_at.toISOString(),
});

const mark = "interaction.newest";

/** One page of the contacts that a condition over `interaction i` picks, newest first. */
export const listInteractionsWhere = async (
  db: Db,
  tenantId: string,
  condition: RawBuilder<unknown>,
  page: { cursor?: string | undefined; limit: number },
): Promise<{ items: InteractionView[]; nextCursor: string | null; total: number }> => {
  const after = readCursor(page.cursor, mark);
  const beyond = after
    ? sql`and (i.occurred_on, i.id) < (${after.key}::date, ${after.id}::uuid)`
    : sql``;
  const { rows } = await sql<InteractionRecord>`
    ${select} where i.tenant_id = ${tenantId}::uuid and ${condition} ${beyond}
    order by i.occurred_on desc, i.id desc limit ${page.limit + 1}`.execute(db);
  const { rows: counted } = await sql<{ n: number }>`
    select count(*) as n from interaction i where i.tenant_id = ${tenantId}::uuid and ${condition}`.execute(
    db,
  );
  const kept = rows.slice(0, page.limit);
  const last = kept.at(-1);
  const hasMore = rows.length > page.limit && last !== undefined;
  return {
    items: kept.map(toInteractionView),
    nextCursor: hasMore ? writeCursor(mark, { key: last.occurred_on, id: last.id }) : null,
    total: counted[0]?.n ?? 0,
  };
};

/** One page of an account's contacts, newest first. */
export const listInteractions = (
  db: Db,
  tenantId: string,
  accountId: string,
  page: { cursor?: string | undefined; limit: number },
) => listInteractionsWhere(db, tenantId, sql`i.account_id = ${accountId}::uuid`, page);

/** One contact, or null when it is not there for this actor. */
export const findInteractionView = async (
  db: Db,
  tenantId: string,
  occurredOn: string,
  interactionId: string,
): Promise<InteractionView | null> => {
  const { rows } = await sql<InteractionRecord>`
    ${select} where i.tenant_id = ${tenantId}::uuid and i.occurred_on = ${occurredOn}::date
      and i.id = ${interactionId}::uuid`.execute(db);
  return rows[0] ? toInteractionView(rows[0]) : null;
};

/** The contact that was just logged. */
export const getInteractionView = async (
  db: Db,
  tenantId: string,
  occurredOn: string,
  interactionId: string,
): Promise<InteractionView> => {
  const view = await findInteractionView(db, tenantId, occurredOn, interactionId);
  if (!view) throw new Error(`interaction ${interactionId} is gone within its own transaction`);
  return view;
};

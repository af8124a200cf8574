import type { HandoverItemView, HandoverView } from "@mainstay/contract/handover";
import type { Actor } from "@mainstay/domain/access/actor";
import { isHandoverOverdue } from "@mainstay/domain/handover/handover-clock";
import { handoverAbilities } from "@mainstay/domain/handover/handover-policy";
import { type RawBuilder, sql } from "kysely";
import { allOf } from "../account/account-filter-sql.ts";
import { teamOf } from "../account/account-view.ts";
import type { Db, Tx } from "../platform/db/database-handles.ts";
import { seeingAll } from "../platform/db/seeing-all.ts";
import { AppError } from "../platform/http/app-error.ts";
import { readCursor, writeCursor } from "../platform/http/page-cursor.ts";

interface HandoverRecord {
  id: string;
  account_id: string;
  account_name: string;
  manager_user_id: string | null;
  backup_user_id: string | null;
  sponsor_user_id: string | null;
  expert_user_ids: string[];
  side: HandoverView["side"];
  seat: HandoverView["seat"];
  from_user_id: string | null;
  from_name: string | null;
  to_user_id: string | null;
  to_name: string | null;
  person_id: string | null;
  person_name: string | null;
  successor_person_id: string | null;
  successor_name: string | null;
  owner_user_id: string | null;
  owner_name: string | null;
  because: HandoverView["because"];
  note: string;
  status: HandoverView["status"];
  started_at: Date;
  due_at: Date;
  overdue_at: Date | null;
  accepted_by: string | null;
  accepted_by_name: string | null;
  accepted_at: Date | null;
  accepted_despite: string | null;
  pack_sha256: string | null;
  visited_on: string | null;
  closed_at: Date | null;
  dropped_because: string | null;
  version: number;
  items: HandoverItemView[];
}

/** Who reads handovers, and when. */
export interface HandoverReader {
  readonly tenantId: string;
  readonly actor: Actor;
  readonly now: Date;
}

const userName = (column: string) =>
  sql`(select name from app_user u where u.tenant_id = h.tenant_id and u.id = ${sql.ref(`h.${column}`)})`;
const personName = (column: string) =>
  sql`(select name from person p where p.tenant_id = h.tenant_id and p.id = ${sql.ref(`h.${column}`)})`;

const columns = sql`h.id, h.account_id, a.name as account_name, a.manager_user_id, a.backup_user_id, a.sponsor_user_id, a.expert_user_ids, h.side, h.seat,
    h.from_user_id, ${userName("from_user_id")} as from_name, h.to_user_id, ${userName("to_user_id")} as to_name,
    h.person_id, ${personName("person_id")} as person_name,
    h.successor_person_id, ${personName("successor_person_id")} as successor_name,
    h.owner_user_id, ${userName("owner_user_id")} as owner_name, h.because, h.note, h.status, h.started_at, h.due_at,
    h.overdue_at, h.accepted_by, ${userName("accepted_by")} as accepted_by_name, h.accepted_at, h.accepted_despite,
    h.pack_sha256, h.closed_at, h.dropped_because, h.version,
    (select occurred_on from interaction i where i.tenant_id = h.tenant_id and i.account_id = h.account_id
      and i.id = h.visit_interaction_id) as visited_on,
    coalesce((select jsonb_agg(jsonb_build_object('key', t.key, 'isMandatory', t.is_mandatory,
        'doneAt', to_char(t.done_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'note', t.note,
        'doneBy', case when u.id is null then null else jsonb_build_object('id', u.id, 'name', u.name) end) order by t.place)
      from handover_item t left join app_user u on u.tenant_id = t.tenant_id and u.id = t.done_by
      where t.tenant_id = h.tenant_id and t.handover_id = h.id), '[]') as items`;
const tables = sql`handover h join account a on a.tenant_id = h.tenant_id and a.id = h.account_id`;

const party = (id: string | null, name: string | null) =>
  id !== null && name !== null ? { id, name } : null;

const toHandoverView = ({ actor, now }: HandoverReader, record: HandoverRecord): HandoverView => ({
  id: record.id,
  account: { id: record.account_id, name: record.account_name },
  side: record.side,
  seat: record.seat,
  from: party(record.from_user_id, record.from_name),
  to: party(record.to_user_id, record.to_name),
  person: party(record.person_id, record.person_name),
  successor: party(record.successor_person_id, record.successor_name),
  owner: party(record.owner_user_id, record.owner_name),
  because: record.because,
  note: record.note,
  status: record.status,
  startedAt: record.started_at.toISOString(),
  dueAt: record.due_at.toISOString(),
  isOverdue: isHandoverOverdue(
    { status: record.status, dueAt: record.due_at, overdueAt: record.overdue_at },
    now,
  ),
  acceptedBy: party(record.accepted_by, record.accepted_by_name),
  acceptedAt: record.accepted_at?.toISOString() ?? null,
  acceptedDespite: record.accepted_despite,
  packSha256: record.pack_sha256,
  visitedOn: record.visited_on,
  closedAt: record.closed_at?.toISOString() ?? null,
  droppedBecause: record.dropped_because,
  items: record.items,
  version: record.version,
  can: handoverAbilities(actor, {
    side: record.side,
    status: record.status,
    fromUserId: record.from_user_id,
    toUserId: record.to_user_id,
    ownerUserId: record.owner_user_id,
    team: teamOf(record),
  }),
});

/** One handover; `handover.not_found` when it is not there for this actor. */
export const getHandoverView = async (
  db: Db,
  reader: HandoverReader,
  handoverId: string,
): Promise<HandoverView> => {
  const { rows } = await sql<HandoverRecord>`
    select ${columns} from ${tables} where h.tenant_id = ${reader.tenantId}::uuid and h.id = ${handoverId}::uuid`.execute(
    db,
  );
  if (!rows[0]) throw new AppError("handover.not_found");
  return toHandoverView(reader, rows[0]);
};

/** These handovers, in no order; those out of sight are left out. */
export const listHandoversByIds = async (
  db: Db,
  reader: HandoverReader,
  ids: readonly string[],
): Promise<HandoverView[]> => {
  if (ids.length === 0) return [];
  const { rows } = await sql<HandoverRecord>`
    select ${columns} from ${tables}
    where h.tenant_id = ${reader.tenantId}::uuid and h.id = any(${[...ids]}::uuid[])`.execute(db);
  return rows.map((record) => toHandoverView(reader, record));
};

export interface HandoverFilter {
  readonly state: "running" | "overdue" | "ended";
  readonly accountId?: string | undefined;
  readonly whose: "mine" | "all";
}

/** The handover as an act left it; also for those who gave the account away with that very act. */
export const getWrittenHandoverView = async (
  tx: Tx,
  reader: HandoverReader,
  handoverId: string,
): Promise<HandoverView> => {
  const { rows } = await sql`
    select 1 from handover h where h.tenant_id = ${reader.tenantId}::uuid and h.id = ${handoverId}::uuid`.execute(
    tx,
  );
  return rows.length > 0
    ? getHandoverView(tx, reader, handoverId)
    : seeingAll(tx, () => getHandoverView(tx, reader, handoverId));
};

const overdue = (now: Date) =>
  sql<boolean>`(h.status = 'open' and (h.overdue_at is not null or h.due_at <= ${now}))`;

const conditionsOf = (reader: HandoverReader, filter: HandoverFilter): RawBuilder<boolean>[] => {
  const conditions = [sql<boolean>`h.tenant_id = ${reader.tenantId}::uuid`];
  if (filter.accountId) conditions.push(sql<boolean>`h.account_id = ${filter.accountId}::uuid`);
  if (filter.whose === "mine")
    conditions.push(
      sql<boolean>`${reader.actor.userId}::uuid in (h.from_user_id, h.to_user_id, h.owner_user_id)`,
    );
  return conditions;
};

const stateOf = (filter: HandoverFilter, now: Date): RawBuilder<boolean> => {
  if (filter.state === "overdue") return overdue(now);
  return filter.state === "running"
    ? sql<boolean>`h.status in ('open', 'accepted')`
    : sql<boolean>`h.status in ('done', 'dropped')`;
};

const mark = "handover.clock";

/**
 * One page of handovers: running ones by their clock, the most overdue first and accepted ones last; ended ones newest first.
 * With it how many run, are overdue and wait for a successor to be named, whatever state is asked for.
 */
export const listHandovers = async (
  db: Db,
  reader: HandoverReader,
  filter: HandoverFilter & { cursor?: string | undefined; limit: number },
) => {
  const scope = conditionsOf(reader, filter);
  const { rows: counts } = await sql<{
    total: number;
    running: number;
    overdue: number;
    unassigned: number;
  }>`
    select count(*) filter (where ${stateOf(filter, reader.now)})::int as total,
      count(*) filter (where h.status in ('open', 'accepted'))::int as running,
      count(*) filter (where ${overdue(reader.now)})::int as overdue,
      count(*) filter (where h.status = 'open' and case when h.side = 'ours' then h.to_user_id else h.owner_user_id end is null)::int as unassigned
    from ${tables} where ${allOf(scope)}`.execute(db);
  const key =
    filter.state === "ended"
      ? sql`-extract(epoch from h.closed_at)`
      : sql`extract(epoch from h.due_at) + case h.status when 'open' then 0 else 1e10 end`;
  const conditions = [...scope, stateOf(filter, reader.now)];
  const after = readCursor(filter.cursor, mark);
  if (after)
    conditions.push(sql<boolean>`(${key}, h.id) > (${after.key}::numeric, ${after.id}::uuid)`);
  const { rows } = await sql<HandoverRecord & { sort_key: string }>`
    select ${columns}, (${key})::text as sort_key from ${tables} where ${allOf(conditions)}
    order by ${key}, h.id limit ${filter.limit + 1}`.execute(db);
  const kept = rows.slice(0, filter.limit);
  const last = kept.at(-1);
  const { total = 0, running = 0, overdue: late = 0, unassigned = 0 } = counts[0] ?? {};
  return {
    items: kept.map((record) => toHandoverView(reader, record)),
    nextCursor:
      rows.length > filter.limit && last
        ? writeCursor(mark, { key: last.sort_key, id: last.id })
        : null,
    total,
    running,
    overdue: late,
    unassigned,
  };
};

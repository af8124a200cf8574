import type { QueryOf } from "@mainstay/contract/endpoint/endpoint";
import type { ObligationView, obligations } from "@mainstay/contract/obligation";
import type { Actor } from "@mainstay/domain/access/actor";
import { type RawBuilder, sql } from "kysely";
import { allOf } from "../account/account-filter-sql.ts";
import type { Db, Tx } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { named } from "../platform/http/named.ts";
import { readCursor, writeCursor } from "../platform/http/page-cursor.ts";
import {
  type ObligationRecord,
  obligationColumns,
  obligationTables,
  toObligationView,
} from "./obligation-view.ts";

/** Who asks, on which day. */
export interface Asker {
  readonly actor: Actor;
  readonly today: string;
}

export type ObligationFilter = Omit<QueryOf<typeof obligations.list>, "cursor" | "limit">;

/** Its due day has come and it was not dropped: what a rate is taken of. */
export const isCounted = (today: string): RawBuilder<boolean> =>
  sql<boolean>`(o.status <> 'dropped' and o.due_on < ${today}::date)`;

/** How a counted obligation ended, over `obligation o`. */
export const outcomeOf = sql`case when o.status = 'missed' then 'missed' when o.status = 'open' then 'overdue'
  when o.fulfilled_on <= o.due_on then 'on_time' else 'late' end`;

const statusCondition = (
  status: ObligationFilter["status"],
  today: string,
): RawBuilder<boolean> | null => {
  if (status === "any") return null;
  if (status === "counted") return isCounted(today);
  if (status === "overdue") return sql<boolean>`(o.status = 'open' and o.due_on < ${today}::date)`;
  return sql<boolean>`o.status = ${status ?? "open"}`;
};

/** The filter as SQL over `obligation o`, its standing `s` and its owner `w`. */
export const obligationConditions = (
  { actor, today }: Asker,
  filter: ObligationFilter,
): RawBuilder<boolean>[] => {
  const conditions = [sql<boolean>`o.tenant_id = ${actor.tenantId}::uuid`];
  const status = statusCondition(filter.status, today);
  if (status) conditions.push(status);
  if (filter.outcome) {
    conditions.push(isCounted(today), sql<boolean>`${outcomeOf} = ${filter.outcome}`);
  }
  if (filter.kind) conditions.push(sql<boolean>`o.kind = ${filter.kind}`);
  if (filter.accountId) conditions.push(sql<boolean>`o.account_id = ${filter.accountId}::uuid`);
  if (filter.dueFrom) conditions.push(sql<boolean>`o.due_on >= ${filter.dueFrom}::date`);
  if (filter.dueTo) conditions.push(sql<boolean>`o.due_on <= ${filter.dueTo}::date`);
  if (filter.segment === "none") conditions.push(sql<boolean>`s.segment is null`);
  else if (filter.segment) conditions.push(sql<boolean>`s.segment = ${filter.segment}`);
  if (filter.departmentId === "none") conditions.push(sql<boolean>`w.department_id is null`);
  else if (filter.departmentId)
    conditions.push(sql<boolean>`w.department_id = ${filter.departmentId}::uuid`);
  if (filter.ownerUserId === "none") conditions.push(sql<boolean>`o.owner_user_id is null`);
  else if (filter.ownerUserId) {
    const owner = filter.ownerUserId === "me" ? actor.userId : filter.ownerUserId;
    conditions.push(sql<boolean>`o.owner_user_id = ${owner}::uuid`);
  }
  return conditions;
};

const mark = "obligation.due";

/** One page of obligations, soonest due first. */
export const listObligations = async (
  db: Db,
  asker: Asker,
  filter: ObligationFilter & { cursor?: string | undefined; limit: number },
): Promise<{ items: ObligationView[]; nextCursor: string | null; total: number }> => {
  const conditions = obligationConditions(asker, filter);
  const { rows: counted } = await sql<{ n: number }>`
    select count(*) as n from ${obligationTables} where ${allOf(conditions)}`.execute(db);
  const after = readCursor(filter.cursor, mark);
  if (after)
    conditions.push(sql<boolean>`(o.due_on, o.id) > (${after.key}::date, ${after.id}::uuid)`);
  const { rows } = await sql<ObligationRecord>`
    select ${obligationColumns} from ${obligationTables} where ${allOf(conditions)}
    order by o.due_on, o.id limit ${sql.lit(filter.limit + 1)}`.execute(db);
  const kept = rows.slice(0, filter.limit);
  const last = kept.at(-1);
  return {
    items: kept.map((record) => toObligationView(asker.actor, asker.today, record)),
    nextCursor:
      rows.length > filter.limit && last
        ? writeCursor(mark, { key: last.due_on, id: last.id })
        : null,
    total: counted[0]?.n ?? 0,
  };
};

/** These obligations as views, soonest due first; those out of sight are left out. */
export const listObligationsByIds = async (
  db: Db,
  asker: Asker,
  ids: readonly string[],
): Promise<ObligationView[]> => {
  if (ids.length === 0) return [];
  const { rows } = await sql<ObligationRecord>`
    select ${obligationColumns} from ${obligationTables}
    where o.tenant_id = ${asker.actor.tenantId}::uuid and o.id = any(${[...ids]}::uuid[]) order by o.due_on, o.id`.execute(
    db,
  );
  return rows.map((record) => toObligationView(asker.actor, asker.today, record));
};

/** One obligation; `obligation.not_found` when it is not there for this actor. */
export const getObligationView = async (
  db: Db,
  asker: Asker,
  obligationId: string,
): Promise<ObligationView> => {
  const [view] = await listObligationsByIds(db, asker, [obligationId]);
  if (!view) throw new AppError("obligation.not_found");
  return view;
};

/** Every agreed move of an obligation, oldest first. */
export const listMoves = async (db: Db, tenantId: string, obligationId: string) => {
  const { rows } = await sql<{
    id: string;
    from_due_on: string;
    to_due_on: string;
    person_id: string | null;
    person_name: string | null;
    note: string;
    moved_by: string | null;
    mover_name: string | null;
    moved_at: Date;
  }>`
    select m.id, m.from_due_on, m.to_due_on, p.id as person_id, p.name as person_name, m.note, m.moved_by, u.name as mover_name, m.moved_at
    from obligation_move m
    left join person p on p.tenant_id = m.tenant_id and p.id = m.agreed_with_person_id
    left join app_user u on u.tenant_id = m.tenant_id and u.id = m.moved_by
    where m.tenant_id = ${tenantId}::uuid and m.obligation_id = ${obligationId}::uuid order by m.moved_at, m.id`.execute(
    db,
  );
  return rows.map((row) => ({
    id: row.id,
    fromDueOn: row.from_due_on,
    toDueOn: row.to_due_on,
    agreedWith: named(row.person_id, row.person_name),
    note: row.note,
    movedBy: named(row.moved_by, row.mover_name),
    movedAt: row.moved_at.toISOString(),
  }));
};

/** Takes the obligation's row for this transaction; `obligation.not_found` when it is not there for this actor. */
export const lockObligation = async (
  tx: Tx,
  tenantId: string,
  obligationId: string,
): Promise<void> => {
  const row = await tx
    .selectFrom("obligation")
    .select("id")
    .where("tenant_id", "=", tenantId)
    .where("id", "=", obligationId)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new AppError("obligation.not_found");
};

export interface ObligationChange {
  status?: ObligationView["status"];
  due_on?: string;
  fulfilled_on?: string | null;
  fulfilled_by?: string | null;
  fulfilment_note?: string | null;
  dropped_because?: string | null;
  moves?: number;
}

/** Writes a change and counts the version up. */
export const changeObligation = async (
  tx: Tx,
  tenantId: string,
  obligation: Pick<ObligationView, "id" | "version">,
  change: ObligationChange,
  now: Date,
): Promise<void> => {
  await tx
    .updateTable("obligation")
    .set({ ...change, version: obligation.version + 1, updated_at: now })
    .where("tenant_id", "=", tenantId)
    .where("id", "=", obligation.id)
    .execute();
};

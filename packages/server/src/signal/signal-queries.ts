import type { SignalView, signals } from "@mainstay/contract/signal";
import type { QueryOf } from "@mainstay/contract/endpoint/endpoint";
import type { Actor } from "@mainstay/domain/access/actor";
import { type RawBuilder, sql } from "kysely";
import { allOf } from "../account/account-filter-sql.ts";
import type { Db, Tx } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { readCursor, writeCursor } from "../platform/http/page-cursor.ts";
import { type SignalRecord, signalColumns, signalTables, toSignalView } from "./signal-view.ts";

type Filter = Pick<
  QueryOf<typeof signals.list>,
  "status" | "kind" | "severity" | "ownerUserId" | "accountId"
>;

/** Of `signal g`: open or acknowledged, or a snooze whose day has come. */
export const isWorkingSignal = (today: string): RawBuilder<boolean> =>
  sql<boolean>`(g.status <> 'resolved' and (g.status <> 'snoozed' or g.snoozed_until <= ${today}::date))`;

const statusCondition = (status: Filter["status"], today: string): RawBuilder<boolean> => {
  if (status === "working" || status === undefined) return isWorkingSignal(today);
  if (status === "resolved") return sql<boolean>`g.status = 'resolved'`;
  return sql<boolean>`g.status = ${status} and g.status <> 'resolved'`;
};

/** The filter as SQL over `signal g`. */
export const signalConditions = (
  actor: Actor,
  filter: Filter,
  today: string,
): RawBuilder<boolean>[] => {
  const conditions = [
    sql<boolean>`g.tenant_id = ${actor.tenantId}::uuid`,
    statusCondition(filter.status, today),
  ];
  if (filter.kind) conditions.push(sql<boolean>`g.kind = ${filter.kind}`);
  if (filter.severity) conditions.push(sql<boolean>`g.severity = ${filter.severity}`);
  if (filter.accountId) conditions.push(sql<boolean>`g.account_id = ${filter.accountId}::uuid`);
  if (filter.ownerUserId === "none") conditions.push(sql<boolean>`g.owner_user_id is null`);
  else if (filter.ownerUserId) {
    const owner = filter.ownerUserId === "me" ? actor.userId : filter.ownerUserId;
    conditions.push(sql<boolean>`g.owner_user_id = ${owner}::uuid`);
  }
  return conditions;
};

const mark = "signal.stake";

/** How many signals match. */
const countSignals = async (db: Db, conditions: readonly RawBuilder<boolean>[]) => {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from signal g where ${allOf(conditions)}`.execute(db);
  return rows[0]?.n ?? 0;
};

/** One page of signals, most money at stake first, and how many there are in all (`known` where they were just counted). */
export const listSignals = async (
  db: Db,
  actor: Actor,
  filter: Filter & { cursor?: string | undefined; limit: number },
  today: string,
  known?: number,
): Promise<{ items: SignalView[]; nextCursor: string | null; total: number }> => {
  const conditions = signalConditions(actor, filter, today);
  const total = known ?? (await countSignals(db, conditions));
  const after = readCursor(filter.cursor, mark);
  if (after) {
    conditions.push(
      sql<boolean>`(g.money_at_stake_minor, g.id) < (${after.key}::bigint, ${after.id}::uuid)`,
    );
  }
  const { rows } = await sql<SignalRecord>`
    select ${signalColumns} from ${signalTables} where ${allOf(conditions)}
    order by g.money_at_stake_minor desc, g.id desc limit ${sql.lit(filter.limit + 1)}`.execute(db);
  const kept = rows.slice(0, filter.limit);
  const last = kept.at(-1);
  return {
    items: kept.map((record) => toSignalView(actor, record)),
    nextCursor:
      rows.length > filter.limit && last
        ? writeCursor(mark, { key: String(last.money_at_stake_minor), id: last.id })
        : null,
    total,
  };
};

/** Signals of one account, working ones first, then the newest. */
export const listSignalsOfAccount = async (
  db: Db,
  actor: Actor,
  accountId: string,
): Promise<SignalView[]> => {
  const { rows } = await sql<SignalRecord>`
    select ${signalColumns} from ${signalTables}
    where g.tenant_id = ${actor.tenantId}::uuid and g.account_id = ${accountId}::uuid
    order by (g.status = 'resolved'), g.money_at_stake_minor desc, g.first_seen_on desc limit 50`.execute(
    db,
  );
  return rows.map((record) => toSignalView(actor, record));
};

/** These signals, in no order; those out of sight are left out. */
export const listSignalsByIds = async (
  db: Db,
  actor: Actor,
  ids: readonly string[],
): Promise<SignalView[]> => {
  if (ids.length === 0) return [];
  const { rows } = await sql<SignalRecord>`
    select ${signalColumns} from ${signalTables}
    where g.tenant_id = ${actor.tenantId}::uuid and g.id = any(${[...ids]}::uuid[])`.execute(db);
  return rows.map((record) => toSignalView(actor, record));
};

/** One signal; `signal.not_found` when it is not there for this actor. */
export const getSignalView = async (
  db: Db,
  actor: Actor,
  signalId: string,
): Promise<SignalView> => {
  const { rows } = await sql<SignalRecord>`
    select ${signalColumns} from ${signalTables}
    where g.tenant_id = ${actor.tenantId}::uuid and g.id = ${signalId}::uuid`.execute(db);
  const record = rows[0];
  if (!record) throw new AppError("signal.not_found");
  return toSignalView(actor, record);
};

/** Takes the signal's row for this transaction; null when it is not there for this actor. */
export const lockSignal = async (
  tx: Tx,
  tenantId: string,
  signalId: string,
): Promise<{ id: string } | null> =>
  (await tx
    .selectFrom("signal")
    .select("id")
    .where("tenant_id", "=", tenantId)
    .where("id", "=", signalId)
    .forUpdate()
    .executeTakeFirst()) ?? null;

export interface SignalChange {
  status?: SignalView["status"];
  acknowledged_by?: string;
  acknowledged_at?: Date;
  snoozed_until?: string | null;
  owner_user_id?: string | null;
  outcome?: SignalView["outcome"];
  outcome_note?: string | null;
  outcome_money_minor?: number | null;
  resolved_by?: string | null;
  resolved_at?: Date | null;
}

/** Writes a change of state, counts the version up and keeps the account's number of open signals true. */
export const changeSignal = async (
  tx: Tx,
  tenantId: string,
  signal: Pick<SignalView, "id" | "version" | "account">,
  change: SignalChange,
): Promise<void> => {
  await tx
    .updateTable("signal")
    .set({ ...change, version: signal.version + 1, updated_at: new Date() })
    .where("tenant_id", "=", tenantId)
    .where("id", "=", signal.id)
    .execute();
  if (change.status) await countOpenSignals(tx, tenantId, [signal.account.id]);
};

/** Sets `open_signals` of the accounts to what their signals say. */
export const countOpenSignals = async (
  tx: Tx,
  tenantId: string,
  accountIds: readonly string[],
): Promise<void> => {
  await sql`
    update account_standing s set open_signals = (
      select count(*) from signal g
      where g.tenant_id = s.tenant_id and g.account_id = s.account_id and g.status <> 'resolved')
    where s.tenant_id = ${tenantId}::uuid and s.account_id = any(${[...accountIds]}::uuid[])`.execute(
    tx,
  );
};

/** How often each kind was real, of all that people resolved, and what that was worth. */
export const countSignalPrecision = async (db: Db, tenantId: string) => {
  const { rows } = await sql<{
    kind: SignalView["kind"];
    real: number;
    falseAlarms: number;
    open: number;
    savedMinor: number;
    lostMinor: number;
  }>`
    select kind, count(*) filter (where outcome in ('saved', 'lost')) as real,
      count(*) filter (where outcome = 'false_alarm') as "falseAlarms", count(*) filter (where status <> 'resolved') as open,
      coalesce(sum(outcome_money_minor) filter (where outcome = 'saved'), 0)::bigint as "savedMinor",
      coalesce(sum(outcome_money_minor) filter (where outcome = 'lost'), 0)::bigint as "lostMinor"
    from signal where tenant_id = ${tenantId}::uuid group by kind order by kind`.execute(db);
  return rows;
};

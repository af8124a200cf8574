import type { SignalSeverity } from "@mainstay/domain/signal/signal-kind";
import type { TodayItemKind, TodayScope } from "@mainstay/domain/today/today-item";
import { type RawBuilder, sql } from "kysely";
import type { Context } from "../platform/access/context.ts";
import type { Db } from "../platform/db/database-handles.ts";

/** Something that may stand on Today, with what its rank rests on; read whole only when it does. */
export interface TodayCandidate {
  readonly kind: Exclude<TodayItemKind, "day">;
  readonly id: string;
  readonly accountId: string | null;
  readonly severity: SignalSeverity | null;
  readonly dueInDays: number | null;
  readonly hoursLeft: number | null;
  readonly moneyMinor: number;
}

interface Row {
  id: string;
  account_id: string | null;
  severity: SignalSeverity | null;
  due_in_days: number | null;
  hours_left: number | null;
  money: number | null;
}

/**
 * So many of each sort are ranked against each other, taken in the sort's own order (worst and dearest signals, what was due
 * first). Nobody works through more in a day; the lists of each kind hold them all.
 */
const mostOfASort = 200;

/** Theirs who ask: named as owner, or nobody is and the account is theirs to manage. */
const isMine = (
  context: Context,
  owner: string,
  alias: string,
): RawBuilder<boolean> => sql<boolean>`(
  ${sql.ref(owner)} = ${context.actor.userId}::uuid
  or (${sql.ref(owner)} is null and ${sql.ref(`${alias}.account_id`)} in (
    select id from account where tenant_id = ${context.tenantId}::uuid and manager_user_id = ${context.actor.userId}::uuid)))`;

const everything = sql<boolean>`true`;

const ofScope = (context: Context, scope: TodayScope, owner: string, alias: string) =>
  scope === "mine" ? isMine(context, owner, alias) : everything;

/** The condition of a signal that is worked on: open or acknowledged, or a snooze whose day has come. */
const isWorking = (today: string) =>
  sql<boolean>`g.status <> 'resolved' and (g.status <> 'snoozed' or g.snoozed_until <= ${today}::date)`;

const signalsOf = (context: Context, scope: TodayScope, severity: SignalSeverity) => sql`
  (select g.id, g.account_id, g.severity, null::int as due_in_days, null::float8 as hours_left, g.money_at_stake_minor as money
  from signal g
  where g.tenant_id = ${context.tenantId}::uuid and g.severity = ${severity} and ${isWorking(context.today)}
    and ${ofScope(context, scope, "g.owner_user_id", "g")}
  order by g.money_at_stake_minor desc limit ${sql.lit(mostOfASort)})`;

/** What stands behind things without a stake of their own: the account's revenue of the last twelve months. */
const revenueOf = (alias: string) => sql`
  (select s.revenue_12m_minor from account_standing s
   where s.tenant_id = ${sql.ref(`${alias}.tenant_id`)} and s.account_id = ${sql.ref(`${alias}.account_id`)})`;

const handoversOf = (context: Context, scope: TodayScope) => sql`
  select h.id, h.account_id, null as severity, null::int as due_in_days,
    case when h.status = 'open' then extract(epoch from h.due_at - ${context.now}::timestamptz) / 3600 end as hours_left,
    ${revenueOf("h")} as money
  from handover h
  where h.tenant_id = ${context.tenantId}::uuid and h.status in ('open', 'accepted')
    and (h.to_user_id = ${context.actor.userId}::uuid or ${ofScope(context, scope, "h.owner_user_id", "h")})
  order by h.due_at limit ${sql.lit(mostOfASort)}`;

/** How far ahead duties and tasks are shown; what is later has its own lists. */
const daysAhead = 14;

const obligationsOf = (context: Context, scope: TodayScope) => sql`
  select b.id, b.account_id, null as severity, b.due_on - ${context.today}::date as due_in_days, null::float8 as hours_left,
    ${revenueOf("b")} as money
  from obligation b
  where b.tenant_id = ${context.tenantId}::uuid and b.status = 'open' and b.due_on <= ${context.today}::date + ${sql.lit(daysAhead)}
    and ${ofScope(context, scope, "b.owner_user_id", "b")}
  order by b.due_on, b.id limit ${sql.lit(mostOfASort)}`;

const tasksOf = (context: Context, scope: TodayScope) => sql`
  select k.id, k.account_id, null as severity, k.due_on - ${context.today}::date as due_in_days, null::float8 as hours_left,
    ${revenueOf("k")} as money
  from task k
  where k.tenant_id = ${context.tenantId}::uuid and k.status = 'open'
    and (k.due_on is null or k.due_on <= ${context.today}::date + ${sql.lit(daysAhead)})
    and ${scope === "mine" ? isMine(context, "k.owner_user_id", "k") : everything}
  order by k.due_on nulls last, k.id limit ${sql.lit(mostOfASort)}`;

const read = async (
  db: Db,
  kind: TodayCandidate["kind"],
  query: RawBuilder<unknown>,
): Promise<TodayCandidate[]> => {
  const { rows } = await sql<Row>`${query}`.execute(db);
  return rows.map((row) => ({
    kind,
    id: row.id,
    accountId: row.account_id,
    severity: row.severity,
    dueInDays: row.due_in_days,
    hoursLeft: row.hours_left === null ? null : Number(row.hours_left),
    moneyMinor: row.money ?? 0,
  }));
};

/** Signals, handovers, duties and tasks that may stand on Today; of the kinds that are asked for. */
export const listTodayCandidates = async (
  db: Db,
  context: Context,
  scope: TodayScope,
  kinds: readonly TodayItemKind[],
): Promise<TodayCandidate[]> => {
  const found: TodayCandidate[] = [];
  if (kinds.includes("signal")) {
    const union = sql`${signalsOf(context, scope, "critical")} union all ${signalsOf(context, scope, "act")}
      union all ${signalsOf(context, scope, "watch")}`;
    found.push(...(await read(db, "signal", union)));
  }
  if (kinds.includes("handover"))
    found.push(...(await read(db, "handover", handoversOf(context, scope))));
  if (kinds.includes("obligation"))
    found.push(...(await read(db, "obligation", obligationsOf(context, scope))));
  if (kinds.includes("task")) found.push(...(await read(db, "task", tasksOf(context, scope))));
  return found;
};

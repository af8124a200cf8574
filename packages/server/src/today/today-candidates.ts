import type { SignalSeverity } from "@mainstay/domain/signal/signal-kind";
import type { TodayItemKind } from "@mainstay/domain/today/today-item";
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

/** Whose things: those of one colleague, or null for everything in sight. */
export type Whose = string | null;

/** Theirs: named as owner, or nobody is and the account is theirs to manage. */
const ofWhom = (
  context: Context,
  whose: Whose,
  owner: string,
  alias: string,
): RawBuilder<boolean> =>
  whose === null
    ? sql<boolean>`true`
    : sql<boolean>`(
        ${sql.ref(owner)} = ${whose}::uuid
        or (${sql.ref(owner)} is null and ${sql.ref(`${alias}.account_id`)} in (
          select id from account where tenant_id = ${context.tenantId}::uuid and manager_user_id = ${whose}::uuid)))`;

/** The condition of a signal that is worked on: open or acknowledged, or a snooze whose day has come. */
const isWorking = (today: string) =>
  sql<boolean>`g.status <> 'resolved' and (g.status <> 'snoozed' or g.snoozed_until <= ${today}::date)`;

const signalsOf = (context: Context, whose: Whose, severity: SignalSeverity) => sql`
  (select g.id, g.account_id, g.severity, null::int as due_in_days, null::float8 as hours_left, g.money_at_stake_minor as money
  from signal g
  where g.tenant_id = ${context.tenantId}::uuid and g.severity = ${severity} and ${isWorking(context.today)}
    and ${ofWhom(context, whose, "g.owner_user_id", "g")}
  order by g.money_at_stake_minor desc limit ${sql.lit(mostOfASort)})`;

/** What stands behind things without a stake of their own: the account's revenue of the last twelve months. */
const revenueOf = (alias: string) => sql`
  (select s.revenue_12m_minor from account_standing s
   where s.tenant_id = ${sql.ref(`${alias}.tenant_id`)} and s.account_id = ${sql.ref(`${alias}.account_id`)})`;

const handoversOf = (context: Context, whose: Whose) => sql`
  select h.id, h.account_id, null as severity, null::int as due_in_days,
    case when h.status = 'open' then least(
      extract(epoch from h.due_at - ${context.now}::timestamptz) / 3600, case when h.overdue_at is not null then -0.01 end) end as hours_left,
    ${revenueOf("h")} as money
  from handover h
  where h.tenant_id = ${context.tenantId}::uuid and h.status in ('open', 'accepted')
    and (h.to_user_id = ${whose}::uuid or ${ofWhom(context, whose, "h.owner_user_id", "h")})
  order by h.due_at limit ${sql.lit(mostOfASort)}`;

/** How far ahead duties and tasks are shown; what is later has its own lists. */
const daysAhead = 14;

const obligationsOf = (context: Context, whose: Whose) => sql`
  select b.id, b.account_id, null as severity, b.due_on - ${context.today}::date as due_in_days, null::float8 as hours_left,
    ${revenueOf("b")} as money
  from obligation b
  where b.tenant_id = ${context.tenantId}::uuid and b.status = 'open' and b.due_on <= ${context.today}::date + ${sql.lit(daysAhead)}
    and ${ofWhom(context, whose, "b.owner_user_id", "b")}
  order by b.due_on, b.id limit ${sql.lit(mostOfASort)}`;

const tasksOf = (context: Context, whose: Whose) => sql`
  select k.id, k.account_id, null as severity, k.due_on - ${context.today}::date as due_in_days, null::float8 as hours_left,
    ${revenueOf("k")} as money
  from task k
  where k.tenant_id = ${context.tenantId}::uuid and k.status = 'open'
    and (k.due_on is null or k.due_on <= ${context.today}::date + ${sql.lit(daysAhead)})
    and ${ofWhom(context, whose, "k.owner_user_id", "k")}
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
  whose: Whose,
  kinds: readonly TodayItemKind[],
): Promise<TodayCandidate[]> => {
  const found: TodayCandidate[] = [];
  if (kinds.includes("signal")) {
    const union = sql`${signalsOf(context, whose, "critical")} union all ${signalsOf(context, whose, "act")}
      union all ${signalsOf(context, whose, "watch")}`;
    found.push(...(await read(db, "signal", union)));
  }
  if (kinds.includes("handover"))
    found.push(...(await read(db, "handover", handoversOf(context, whose))));
  if (kinds.includes("obligation"))
    found.push(...(await read(db, "obligation", obligationsOf(context, whose))));
  if (kinds.includes("task")) found.push(...(await read(db, "task", tasksOf(context, whose))));
  return found;
};

/** How many of each kind there are, also of those beyond what is ranked; and how many are overdue. */
export const countTodayThings = async (db: Db, context: Context, whose: Whose) => {
  const { today, now } = context;
  const tenant = sql`${context.tenantId}::uuid`;
  const { rows } = await sql<{
    signal: number;
    handover: number;
    obligation: number;
    task: number;
    overdue: number;
  }>`
    with obligations as (
      select count(*) as n, count(*) filter (where b.due_on < ${today}::date) as late from obligation b
      where b.tenant_id = ${tenant} and b.status = 'open' and b.due_on <= ${today}::date + ${sql.lit(daysAhead)}
        and ${ofWhom(context, whose, "b.owner_user_id", "b")}),
    tasks as (
      select count(*) as n, count(*) filter (where k.due_on < ${today}::date) as late from task k
      where k.tenant_id = ${tenant} and k.status = 'open' and (k.due_on is null or k.due_on <= ${today}::date + ${sql.lit(daysAhead)})
        and ${ofWhom(context, whose, "k.owner_user_id", "k")}),
    handovers as (
      select count(*) as n, count(*) filter (where h.status = 'open' and (h.overdue_at is not null or h.due_at < ${now}::timestamptz)) as late from handover h
      where h.tenant_id = ${tenant} and h.status in ('open', 'accepted')
        and (h.to_user_id = ${whose}::uuid or ${ofWhom(context, whose, "h.owner_user_id", "h")}))
    select
      (select count(*) from signal g where g.tenant_id = ${tenant} and ${isWorking(today)}
        and ${ofWhom(context, whose, "g.owner_user_id", "g")}) as signal,
      handovers.n as handover, obligations.n as obligation, tasks.n as task,
      handovers.late + obligations.late + tasks.late as overdue
    from handovers, obligations, tasks`.execute(db);
  return rows[0] ?? { signal: 0, handover: 0, obligation: 0, task: 0, overdue: 0 };
};

import type { SignalSeverity } from "@mainstay/domain/signal/signal-kind";
import { type TodayItemKind, todayItemKinds } from "@mainstay/domain/today/today-item";
import { type RawBuilder, sql } from "kysely";
import { waitsForCall } from "../inspection/inspections-to-call.ts";
import type { Context } from "../platform/access/context.ts";
import type { Db } from "../platform/db/database-handles.ts";
import { isWorkingSignal } from "../signal/signal-queries.ts";
import { casesOf } from "./today-case-candidates.ts";

type CandidateKind = Exclude<TodayItemKind, "day" | "approval">;

/** Something that may stand on Today, with what its rank rests on; read whole only when it does. */
export interface TodayCandidate {
  readonly kind: CandidateKind;
  readonly id: string;
  readonly accountId: string | null;
  readonly severity: SignalSeverity | null;
  readonly dueInDays: number | null;
  readonly hoursLeft: number | null;
  readonly moneyMinor: number;
  /** Cases only: why they stand here. */
  readonly because: CaseBecause;
}

export type CaseBecause = "clock" | "offered" | "unconfirmed";

interface Row {
  id: string;
  account_id: string | null;
  severity: SignalSeverity | null;
  due_in_days: number | null;
  hours_left: number | null;
  money: number | null;
  because?: CaseBecause;
  /** Of the whole sort, also beyond what is ranked. */
  n: number;
  late: number;
}

/** Whose things: those of one colleague and what nobody owns at their accounts, or null for everything in sight. */
export type Desk = { readonly userId: string; readonly accountIds: readonly string[] } | null;

/** The desk of a colleague. */
export const findDesk = async (db: Db, context: Context, userId: string): Promise<Desk> => {
  const { rows } = await sql<{ id: string }>`
    select id from account where tenant_id = ${context.tenantId}::uuid and manager_user_id = ${userId}::uuid`.execute(
    db,
  );
  return { userId, accountIds: rows.map(({ id }) => id) };
};

/**
 * So many of each sort are ranked against each other, taken in the sort's own order (worst and dearest signals, what was due
 * first). Nobody works through more in a day; the lists of each kind hold them all.
 */
const mostOfASort = 200;

/** How far ahead duties and tasks are shown; what is later has its own lists. */
const daysAhead = 14;

/** Of this desk: named as owner, or nobody is and the account is theirs to manage. */
const isOf = (desk: Desk, alias: string): RawBuilder<boolean> => {
  if (desk === null) return sql<boolean>`true`;
  const owner = sql.ref(`${alias}.owner_user_id`);
  return sql<boolean>`(${owner} = ${desk.userId}::uuid
    or (${owner} is null and ${sql.ref(`${alias}.account_id`)} = any(${[...desk.accountIds]}::uuid[])))`;
};

const noDue = sql`null::int as due_in_days`;
const noClock = sql`null::float8 as hours_left`;

const workingSignals = (context: Context, desk: Desk) => sql`
  select g.id, g.account_id, g.severity, ${noDue}, ${noClock}, g.money_at_stake_minor as money,
    count(*) over () as n, 0 as late
  from signal g
  where g.tenant_id = ${context.tenantId}::uuid and ${isWorkingSignal(context.today)}
    and ${isOf(desk, "g")}`;

/** Of a desk in one go; of everything severity by severity, as the index holds them. */
const signalsOf = (context: Context, desk: Desk) => {
  const of = (
    severity: SignalSeverity,
  ) => sql`(${workingSignals(context, desk)} and g.severity = ${severity}
    order by g.money_at_stake_minor desc limit ${sql.lit(mostOfASort)})`;
  return desk === null
    ? sql`${of("critical")} union all ${of("act")} union all ${of("watch")}`
    : sql`${workingSignals(context, desk)}
        order by array_position('{critical,act,watch}', g.severity), g.money_at_stake_minor desc limit ${sql.lit(3 * mostOfASort)}`;
};

const handoversOf = (context: Context, desk: Desk) => {
  const { now, tenantId } = context;
  const isLate = sql`h.status = 'open' and (h.overdue_at is not null or h.due_at < ${now}::timestamptz)`;
  return sql`
    select h.id, h.account_id, null as severity, ${noDue},
      case when h.status = 'open' then least(extract(epoch from h.due_at - ${now}::timestamptz) / 3600,
        case when h.overdue_at is not null then -0.01 end) end as hours_left,
      null::bigint as money, count(*) over () as n, count(*) filter (where ${isLate}) over () as late
    from handover h
    where h.tenant_id = ${tenantId}::uuid and h.status in ('open', 'accepted')
      and (${desk === null ? sql`false` : sql`h.to_user_id = ${desk.userId}::uuid`} or ${isOf(desk, "h")})
    order by h.due_at limit ${sql.lit(mostOfASort)}`;
};

const datedOf = (
  context: Context,
  desk: Desk,
  table: "obligation" | "task",
  order: RawBuilder<unknown>,
) => {
  const { today, tenantId } = context;
  return sql`
    select d.id, d.account_id, null as severity, d.due_on - ${today}::date as due_in_days, ${noClock}, null::bigint as money,
      count(*) over () as n, count(*) filter (where d.due_on < ${today}::date) over () as late
    from ${sql.table(table)} d
    where d.tenant_id = ${tenantId}::uuid and d.status = 'open'
      and (d.due_on is null or d.due_on <= ${today}::date + ${sql.lit(daysAhead)}) and ${isOf(desk, "d")}
    order by ${order}, d.id limit ${sql.lit(mostOfASort)}`;
};

/** Of the giver, or nobody's at the accounts of the desk. */
const promisesOf = (context: Context, desk: Desk) => {
  const { today, tenantId } = context;
  const of =
    desk === null
      ? sql`true`
      : sql`(m.giver_user_id = ${desk.userId}::uuid
          or (m.giver_user_id is null and m.account_id = any(${[...desk.accountIds]}::uuid[])))`;
  return sql`
    select m.id, m.account_id, null as severity, m.due_on - ${today}::date as due_in_days, ${noClock}, null::bigint as money,
      count(*) over () as n, count(*) filter (where m.due_on < ${today}::date) over () as late
    from promise m
    where m.tenant_id = ${tenantId}::uuid and m.status = 'open' and m.due_on <= ${today}::date + ${sql.lit(daysAhead)} and ${of}
    order by m.due_on, m.id limit ${sql.lit(mostOfASort)}`;
};

/** Drawn inspections with customers to call, the longest drawn first; one line an inspection. */
const inspectionsOf = (context: Context, desk: Desk) => sql`
  select s.id, null::uuid as account_id, null as severity, ${noDue}, ${noClock}, null::bigint as money,
    count(*) over () as n, 0 as late
  from inspection s
  where s.tenant_id = ${context.tenantId}::uuid and s.drawn_at is not null and ${waitsForCall(context, desk)}
  order by s.drawn_at, s.id limit ${sql.lit(mostOfASort)}`;

/** What stands behind things without a stake of their own: the account's revenue of the last twelve months. */
const readRevenues = async (db: Db, tenantId: string, accountIds: readonly string[]) => {
  if (accountIds.length === 0) return new Map<string, number>();
  const { rows } = await sql<{ account_id: string; revenue: number }>`
    select account_id, revenue_12m_minor as revenue from account_standing
    where tenant_id = ${tenantId}::uuid and account_id = any(${[...new Set(accountIds)]}::uuid[])`.execute(
    db,
  );
  return new Map(rows.map(({ account_id, revenue }) => [account_id, revenue]));
};

/** What may stand on Today, and of each kind how many there are and how many late, also beyond what is ranked. */
export interface TodayCandidates {
  readonly found: readonly TodayCandidate[];
  readonly counts: Readonly<Record<CandidateKind, number>>;
  readonly late: number;
}

/** Signals, cases, handovers, promises, inspections, duties and tasks of a desk or of all in sight. */
export const listTodayCandidates = async (
  db: Db,
  context: Context,
  desk: Desk,
): Promise<TodayCandidates> => {
  const queries = {
    signal: signalsOf(context, desk),
    case: casesOf(context, desk, mostOfASort),
    handover: handoversOf(context, desk),
    promise: promisesOf(context, desk),
    inspection: inspectionsOf(context, desk),
    obligation: datedOf(context, desk, "obligation", sql`d.due_on`),
    task: datedOf(context, desk, "task", sql`d.due_on nulls last`),
  };
  const counts = {
    signal: 0,
    case: 0,
    handover: 0,
    promise: 0,
    inspection: 0,
    obligation: 0,
    task: 0,
  };
  let late = 0;
  const rowsOf: { kind: CandidateKind; row: Row }[] = [];
  for (const kind of todayItemKinds) {
    if (kind === "day" || kind === "approval") continue;
    const { rows } = await sql<Row>`${queries[kind]}`.execute(db);
    // Each severity counts its own.
    const bySort = new Map(rows.map((row) => [row.severity, row.n]));
    counts[kind] =
      kind === "signal" && desk === null
        ? [...bySort.values()].reduce((sum, n) => sum + n, 0)
        : (rows[0]?.n ?? 0);
    late += rows[0]?.late ?? 0;
    rowsOf.push(...rows.map((row) => ({ kind, row })));
  }
  const revenues = await readRevenues(
    db,
    context.tenantId,
    rowsOf.flatMap(({ row }) => (row.money === null ? (row.account_id ?? []) : [])),
  );
  const found = rowsOf.map(({ kind, row }) => ({
    kind,
    id: row.id,
    accountId: row.account_id,
    severity: row.severity,
    dueInDays: row.due_in_days,
    hoursLeft: row.hours_left === null ? null : Number(row.hours_left),
    moneyMinor: row.money ?? revenues.get(row.account_id ?? "") ?? 0,
    because: row.because ?? "clock",
  }));
  return { found, counts, late };
};

import type { SignalRulePreview } from "@mainstay/contract/signal-rule";
import type { IsoDay } from "@mainstay/domain/calendar/day-number";
import {
  orderSignalKinds,
  relationshipSignalKinds,
  type SignalKind,
} from "@mainstay/domain/signal/signal-kind";
import type { SignalRules } from "@mainstay/domain/signal-rule/signal-rules";
import { type RawBuilder, sql } from "kysely";
import { detectors } from "../cycle-signal/detectors.ts";
import { findIncompleteTeams } from "../cycle-signal/find-incomplete-teams.ts";
import type { Db } from "../platform/db/database-handles.ts";

type KindPreview = SignalRulePreview["kinds"][number];

export interface Replay {
  readonly tenantId: string;
  readonly today: IsoDay;
  readonly rules: SignalRules;
  /** Days between two looks; divides the 364 days. */
  readonly stepDays: number;
}

const yearDays = 364;

/**
 * Stretches of days on which a kind holds for an account are one warning each. `days` is (account_id, on_day, kind); a stretch
 * that already held on the first day looked at (`firstOn`, where the history begins later) was not raised in the year. Known real: people resolved a signal of the account
 * and kind, seen during the stretch or within a month after it, as saved or lost; known false alarms likewise.
 */
const countStretches = (
  { tenantId, today, stepDays }: Replay,
  days: RawBuilder<unknown>,
  firstOn?: IsoDay,
): RawBuilder<KindCount> => {
  const begin = sql`greatest(${today}::date - ${yearDays}::int, ${firstOn ?? null}::date)`;
  return sql<KindCount>`
  select kind, count(*) filter (where from_on > ${begin})::int as raised,
    count(*) filter (where from_on > ${begin} and real)::int as "knownReal",
    count(*) filter (where from_on > ${begin} and not real and unreal)::int as "knownFalse",
    count(*) filter (where to_on > ${today}::date - ${stepDays}::int)::int as "standingToday",
    count(distinct account_id) filter (where from_on > ${begin})::int as accounts
  from (select kind, account_id, from_on, to_on,
      exists (select 1 from signal g where g.tenant_id = ${tenantId}::uuid and g.account_id = s.account_id and g.kind = s.kind
        and g.outcome in ('saved', 'lost') and g.first_seen_on <= s.to_on + 31 and g.last_seen_on >= s.from_on - 31) as real,
      exists (select 1 from signal g where g.tenant_id = ${tenantId}::uuid and g.account_id = s.account_id and g.kind = s.kind
        and g.outcome = 'false_alarm' and g.first_seen_on <= s.to_on + 31 and g.last_seen_on >= s.from_on - 31) as unreal
    from (select kind, account_id, min(on_day) as from_on, max(on_day) as to_on
      from (select kind, account_id, on_day,
          (on_day - date '1970-01-01') / ${stepDays}::int - row_number() over (partition by kind, account_id order by on_day) as stretch
        from (${days}) looked) numbered
      group by kind, account_id, stretch) s) judged
  group by kind`;
};

interface KindCount {
  kind: SignalKind;
  raised: number;
  knownReal: number;
  knownFalse: number;
  standingToday: number;
  accounts: number;
}

const nothing = { raised: 0, knownReal: 0, knownFalse: 0, standingToday: 0, accounts: 0 };

/** The days looked at, today the last; each at its end, today as well. */
const lookedDays = ({ tenantId, today, stepDays }: Replay) => sql`
  (select day::date as on_day, (day::date + 1)::timestamp at time zone time_zone as at
   from tenant, generate_series(${today}::date - ${yearDays}::int, ${today}::date, ${stepDays}::int * interval '1 day') day
   where tenant.id = ${tenantId}::uuid)`;

/** The first day of which the history tells anything about a kind; null where it reaches over the whole year. */
const historyOf: Partial<Record<SignalKind, RawBuilder<unknown>>> = {
  cadence_missed: sql`select min(period_from) as on_day from obligation`,
  handover_overdue: sql`select min(started_at)::date as on_day from handover`,
  stance_fell: sql`select min(assessed_on) as on_day from stance_assessment`,
  requirement_change_unconfirmed: sql`select min(created_at)::date as on_day from requirement_change`,
  satisfaction_dropped: sql`select min(answered_on) as on_day from survey_response`,
  economic_buyer_dissatisfied: sql`select min(answered_on) as on_day from survey_response`,
  complaint_overdue: sql`select min(opened_at)::date as on_day from service_case`,
  complaint_repeated: sql`select min(opened_at)::date as on_day from service_case`,
  promise_broken: sql`select min(made_on) as on_day from promise`,
};

const historyFrom = async (
  db: Db,
  { tenantId, today }: Replay,
  kind: SignalKind,
): Promise<{ historyFrom: IsoDay | null }> => {
  const start = historyOf[kind];
  if (!start) return { historyFrom: null };
  const { rows } = await sql<{ on_day: IsoDay }>`
    select greatest(on_day, ${today}::date - ${yearDays}::int)::text as on_day from (${start} where tenant_id = ${tenantId}::uuid) s
    where on_day > ${today}::date - ${yearDays}::int`.execute(db);
  return { historyFrom: rows[0]?.on_day ?? null };
};

/** The cycle's kinds: the round's own detectors, asked for every day of the past year. */
const replayCycle = async (db: Db, replay: Replay): Promise<KindPreview[]> => {
  const { tenantId, rules, today } = replay;
  const previews: KindPreview[] = [];
  for (const { kind, rows } of detectors) {
    const isOn = !rules.off.includes(kind);
    const days = rows({ tenantId, accountIds: null, rules, days: lookedDays(replay) });
    const counted = isOn
      ? await countStretches(
          replay,
          sql`select ${kind}::text as kind, account_id, on_day from (${days}) f`,
        ).execute(db)
      : { rows: [] };
    const history = await historyFrom(db, replay, kind);
    previews.push({ ...nothing, ...counted.rows[0], kind, basis: "replayed", ...history });
  }
  const teams = rules.off.includes("team_incomplete")
    ? []
    : await findIncompleteTeams(db, tenantId, null, today);
  previews.push({
    ...nothing,
    kind: "team_incomplete",
    standingToday: teams.length,
    accounts: teams.length,
    basis: "today",
    historyFrom: today,
  });
  return previews;
};

/**
 * What other rules make of signals that were really raised: those of kinds that stay on and pass the thresholds of the order
 * rules, counted on the day they were first seen. Lower thresholds than those then in force cannot be told from it.
 */
const countRecorded = async (
  db: Db,
  { tenantId, today, rules }: Replay,
  kinds: readonly SignalKind[],
): Promise<KindPreview[]> => {
  const { leastProbability, leastMoneyMinor } = rules.order;
  const passes = sql`(not g.kind = any(${[...rules.off]}::text[]) and (not g.kind = any(${[...orderSignalKinds]}::text[])
    or (coalesce(g.probability, 1) >= ${leastProbability}::float8 and g.money_at_stake_minor >= ${leastMoneyMinor}::bigint)))`;
  const isOfYear = sql`g.first_seen_on > ${today}::date - ${yearDays}::int`;
  const { rows } = await sql<KindCount & { historyFrom: IsoDay | null }>`
    select g.kind, count(*) filter (where ${passes} and ${isOfYear})::int as raised,
      count(*) filter (where ${passes} and ${isOfYear} and outcome in ('saved', 'lost'))::int as "knownReal",
      count(*) filter (where ${passes} and ${isOfYear} and outcome = 'false_alarm')::int as "knownFalse",
      count(*) filter (where ${passes} and status <> 'resolved')::int as "standingToday",
      count(distinct account_id) filter (where ${passes} and ${isOfYear})::int as accounts,
      case when min(first_seen_on) > ${today}::date - ${yearDays}::int then min(first_seen_on)::text end as "historyFrom"
    from signal g where g.tenant_id = ${tenantId}::uuid and g.kind = any(${[...kinds]}::text[]) group by g.kind`.execute(
    db,
  );
  const of = new Map(rows.map((row) => [row.kind, row]));
  return kinds.map((kind) => ({
    ...nothing,
    historyFrom: of.get(kind)?.historyFrom ?? (of.has(kind) ? null : today),
    ...of.get(kind),
    kind,
    basis: "recorded" as const,
  }));
};

/** Too few in living contact, by the weeks that were kept of every account's relationship. */
const replayThreads = async (db: Db, replay: Replay): Promise<KindPreview> => {
  const { tenantId, today, rules } = replay;
  const { fewestThreads, comfortableThreads } = rules.relationship;
  const weeks = sql`select 'single_threaded'::text as kind, account_id, week_on as on_day from relationship_snapshot
    where tenant_id = ${tenantId}::uuid and project_id is null and week_on between ${today}::date - ${yearDays}::int and ${today}::date
      and members > 0 and (thread_count < greatest(${fewestThreads}::int, ${comfortableThreads}::int) or bus_factor < ${fewestThreads}::int)`;
  const { rows } = await sql<{ on_day: IsoDay | null }>`
    select min(week_on)::text as on_day from relationship_snapshot where tenant_id = ${tenantId}::uuid`.execute(
    db,
  );
  const from = rows[0]?.on_day ?? today;
  const isOn = !rules.off.includes("single_threaded");
  const counted = isOn
    ? await countStretches({ ...replay, stepDays: 7 }, weeks, from).execute(db)
    : { rows: [] };
  return {
    ...nothing,
    ...counted.rows[0],
    kind: "single_threaded",
    basis: "weeks",
    historyFrom: from,
  };
};

/** What a set of rules would have raised over the past 364 days, a row a kind, and on what that rests. */
export const replayRules = async (db: Db, replay: Replay): Promise<KindPreview[]> => [
  ...(await countRecorded(db, replay, orderSignalKinds)),
  ...(await countRecorded(
    db,
    replay,
    relationshipSignalKinds.filter((kind) => kind !== "single_threaded"),
  )),
  await replayThreads(db, replay),
  ...(await replayCycle(db, replay)),
];

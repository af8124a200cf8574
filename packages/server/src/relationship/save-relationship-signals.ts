import {
  type DayNumber,
  dayNumberFromIso,
  isoFromDayNumber,
} from "@mainstay/domain/calendar/day-number";
import { redFlagSeverity } from "@mainstay/domain/relationship/red-flag-severity";
import type { RedFlag } from "@mainstay/domain/relationship/red-flags";
import { mayRaiseAgain, type ResolvedSignal } from "@mainstay/domain/signal/may-raise-again";
import {
  relationshipSignalKinds,
  rhythmSignalKinds,
  type SignalOutcome,
} from "@mainstay/domain/signal/signal-kind";
import { sql } from "kysely";
import { newId } from "../platform/clock/new-id.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { countOpenSignals } from "../signal/signal-queries.ts";
import type { LoadedRelationship } from "./load-relationships.ts";

/** The red flags of one account as a whole. */
export interface FlaggedAccount {
  readonly account: LoadedRelationship;
  readonly redFlags: readonly RedFlag[];
}

interface PastSignal {
  id: string;
  account_id: string;
  kind: string;
  status: string;
  outcome: SignalOutcome | null;
  resolved_on: string | null;
}

const keyOf = (accountId: string, kind: string): string => `${accountId} ${kind}`;

/** The open signal and the last decision of each account and kind; only the kinds of this round. */
const findPast = async (tx: Tx, tenantId: string, accountIds: readonly string[]) => {
  const { rows } = await sql<PastSignal>`
    select distinct on (g.account_id, g.kind, g.status <> 'resolved') g.id, g.account_id, g.kind, g.status, g.outcome,
      (g.resolved_at at time zone t.time_zone)::date::text as resolved_on
    from signal g join tenant t on t.id = g.tenant_id
    where g.tenant_id = ${tenantId}::uuid and g.account_id = any(${[...accountIds]}::uuid[])
      and g.kind = any(${[...relationshipSignalKinds]}::text[])
    order by g.account_id, g.kind, g.status <> 'resolved', g.resolved_at desc`.execute(tx);
  const open = new Map<string, string>();
  const decided = new Map<string, ResolvedSignal>();
  for (const { id, account_id, kind, status, outcome, resolved_on } of rows) {
    const key = keyOf(account_id, kind);
    if (status !== "resolved") open.set(key, id);
    else if (outcome && resolved_on)
      decided.set(key, { outcome, resolvedDay: dayNumberFromIso(resolved_on) ?? 0 });
  }
  return { open, decided };
};

/**
 * Whether people's word on this flag still holds. An order is no news about people: it reopens only what was given up as
 * lost; `saved` and `false_alarm` hold for their quiet days (`mayRaiseAgain`).
 */
const mayRaise = (
  last: ResolvedSignal | undefined,
  lastOrderDay: DayNumber | null,
  today: DayNumber,
) => mayRaiseAgain(last ?? null, last?.outcome === "lost" ? lastOrderDay : null, today);

const columnsOf = (account: LoadedRelationship, flag: RedFlag, carriesRisk: boolean) => ({
  kind: flag.kind,
  severity: redFlagSeverity(flag.severity, account.stake),
  reason: flag.reason,
  evidence: flag.evidence,
  money_at_stake_minor: carriesRisk ? account.stake.valueAtRiskMinor : 0,
  probability: account.probabilityLost,
  play: flag.play,
});

/**
 * The one flag that carries the account's value at risk, so that sums count it once and one account does not fill the top
 * of Today: the gravest, of equals the first. None where a signal of the order rhythm carries it already.
 */
const carrierOf = (flags: readonly RedFlag[], isCarried: boolean): RedFlag | undefined =>
  isCarried ? undefined : (flags.find(({ severity }) => severity === "act") ?? flags[0]);

/** Accounts whose value at risk an open signal of the order rhythm already says. */
const findCarried = async (
  tx: Tx,
  tenantId: string,
  accountIds: readonly string[],
): Promise<Set<string>> => {
  const { rows } = await sql<{ account_id: string }>`
    select account_id from signal where tenant_id = ${tenantId}::uuid and account_id = any(${[...accountIds]}::uuid[])
      and kind = any(${[...rhythmSignalKinds]}::text[]) and status <> 'resolved'`.execute(tx);
  return new Set(rows.map(({ account_id }) => account_id));
};

const shape =
  sql.raw(`(id uuid, account_id uuid, kind text, severity text, reason jsonb, evidence jsonb, money_at_stake_minor bigint,
  probability float8, play text, owner_user_id uuid)`);

/**
 * Brings the red flags of a block of accounts up to date: raises new ones for the manager, updates open ones in place (their
 * state, owner and first day stay; a snooze whose day has come ends), clears those whose cause is gone. Signals of the
 * evaluation are never touched.
 */
export const saveRelationshipSignals = async (
  tx: Tx,
  tenantId: string,
  today: DayNumber,
  flagged: readonly FlaggedAccount[],
): Promise<{ raised: number; cleared: number }> => {
  const accountIds = flagged.map(({ account }) => account.accountId);
  const { open, decided } = await findPast(tx, tenantId, accountIds);
  const carried = await findCarried(tx, tenantId, accountIds);
  const [raised, updated, kept]: [object[], object[], Set<string>] = [[], [], new Set()];
  for (const { account, redFlags } of flagged) {
    const account_id = account.accountId;
    const standing = redFlags.filter(({ kind }) => {
      const key = keyOf(account_id, kind);
      return open.has(key) || mayRaise(decided.get(key), account.lastOrderDay, today);
    });
    const carrier = carrierOf(standing, carried.has(account_id));
    for (const flag of standing) {
      const key = keyOf(account_id, flag.kind);
      const present = open.get(key);
      kept.add(key);
      const columns = { account_id, ...columnsOf(account, flag, flag === carrier) };
      if (present) updated.push({ id: present, ...columns });
      else raised.push({ id: newId(), owner_user_id: account.managerId, ...columns });
    }
  }
  const gone = [...open].filter(([key]) => !kept.has(key)).map(([, id]) => id);
  const on = isoFromDayNumber(today);
  const isDue = sql`(g.status = 'snoozed' and g.snoozed_until <= ${on}::date)`;
  if (updated.length > 0)
    await sql`
      update signal g set severity = r.severity, reason = r.reason, evidence = r.evidence,
        money_at_stake_minor = r.money_at_stake_minor, probability = r.probability, play = r.play, last_seen_on = ${on}::date,
        status = case when ${isDue} then 'open' else g.status end, version = g.version + (${isDue})::int,
        snoozed_until = case when ${isDue} then null else g.snoozed_until end
      from jsonb_to_recordset(${JSON.stringify(updated)}::jsonb) as r ${shape}
      where g.tenant_id = ${tenantId}::uuid and g.id = r.id and g.status <> 'resolved'`.execute(tx);
  if (raised.length > 0)
    await sql`
      insert into signal (tenant_id, id, account_id, kind, severity, reason, evidence, money_at_stake_minor, probability, play,
        owner_user_id, first_seen_on, last_seen_on)
      select ${tenantId}::uuid, r.id, r.account_id, r.kind, r.severity, r.reason, r.evidence, r.money_at_stake_minor,
        r.probability, r.play, r.owner_user_id, ${on}::date, ${on}::date
      from jsonb_to_recordset(${JSON.stringify(raised)}::jsonb) as r ${shape}
      on conflict (tenant_id, account_id, kind) where status <> 'resolved' do nothing`.execute(tx);
  if (gone.length > 0)
    await sql`
      update signal set status = 'resolved', outcome = 'cleared', resolved_at = now(), version = version + 1, updated_at = now()
      where tenant_id = ${tenantId}::uuid and id = any(${gone}::uuid[]) and status <> 'resolved'`.execute(
      tx,
    );
  if (raised.length > 0 || gone.length > 0) {
    const changed = new Set([
      ...(raised as { account_id: string }[]).map(({ account_id }) => account_id),
      ...[...open].filter(([key]) => !kept.has(key)).map(([key]) => key.split(" ")[0] ?? ""),
    ]);
    await countOpenSignals(tx, tenantId, [...changed]);
  }
  return { raised: raised.length, cleared: gone.length };
};

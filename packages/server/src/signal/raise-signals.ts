import { type DayNumber, isoFromDayNumber } from "@mainstay/domain/calendar/day-number";
import type { SignalEvidence } from "@mainstay/domain/evaluation/evaluation-reason";
import type {
  SignalKind,
  SignalOutcome,
  SignalPlay,
  SignalSeverity,
} from "@mainstay/domain/signal/signal-kind";
import { sql } from "kysely";
import { newId } from "../platform/clock/new-id.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { findPastSignals, type PastSignals, type SignalScope, signalKey } from "./past-signals.ts";
import { countOpenSignals } from "./signal-queries.ts";

/** One warning a detector found on an account today. */
export interface SignalFinding {
  readonly accountId: string;
  readonly kind: SignalKind;
  readonly severity: SignalSeverity;
  readonly reason: { readonly code: string; readonly params: object };
  readonly evidence: readonly SignalEvidence[];
  readonly moneyAtStakeMinor: number;
  readonly probability: number | null;
  readonly play: SignalPlay;
  /** Whom a new signal goes to; an open one keeps its owner. */
  readonly ownerUserId: string | null;
  /** The day of the newest fact it rests on: people's word of an earlier day no longer holds. */
  readonly newsDay: DayNumber | null;
  /** Which outcomes such news overrides; every one unless told. */
  readonly reopens?: readonly SignalOutcome[];
}

/** A signal that was not there before. */
export interface RaisedSignal {
  readonly id: string;
  readonly finding: SignalFinding;
}

export interface SignalChanges {
  readonly raised: readonly RaisedSignal[];
  readonly cleared: number;
}

const columnsOf = (finding: SignalFinding) => ({
  account_id: finding.accountId,
  kind: finding.kind,
  severity: finding.severity,
  reason: finding.reason,
  evidence: finding.evidence,
  money_at_stake_minor: Math.round(finding.moneyAtStakeMinor),
  probability: finding.probability,
  play: finding.play,
});

const shape =
  sql.raw(`(id uuid, account_id uuid, kind text, severity text, reason jsonb, evidence jsonb, money_at_stake_minor bigint,
  probability float8, play text, owner_user_id uuid)`);

const updateInPlace = async (tx: Tx, tenantId: string, on: string, updated: readonly object[]) => {
  if (updated.length === 0) return;
  const isDue = sql`(g.status = 'snoozed' and g.snoozed_until <= ${on}::date)`;
  await sql`
    update signal g set kind = r.kind, severity = r.severity, reason = r.reason, evidence = r.evidence,
      money_at_stake_minor = r.money_at_stake_minor, probability = r.probability, play = r.play, last_seen_on = ${on}::date,
      status = case when ${isDue} then 'open' else g.status end, version = g.version + (${isDue})::int,
      snoozed_until = case when ${isDue} then null else g.snoozed_until end
    from jsonb_to_recordset(${JSON.stringify(updated)}::jsonb) as r ${shape}
    where g.tenant_id = ${tenantId}::uuid and g.id = r.id and g.status <> 'resolved'`.execute(tx);
};

/** Gives the ids that really were written: a race lost to the unique index raises nothing. */
const insertNew = async (tx: Tx, tenantId: string, on: string, raised: readonly object[]) => {
  if (raised.length === 0) return new Set<string>();
  const { rows } = await sql<{ id: string }>`
    insert into signal (tenant_id, id, account_id, kind, severity, reason, evidence, money_at_stake_minor, probability, play,
      owner_user_id, first_seen_on, last_seen_on)
    select ${tenantId}::uuid, r.id, r.account_id, r.kind, r.severity, r.reason, r.evidence, r.money_at_stake_minor,
      r.probability, r.play, r.owner_user_id, ${on}::date, ${on}::date
    from jsonb_to_recordset(${JSON.stringify(raised)}::jsonb) as r ${shape}
    on conflict (tenant_id, account_id, kind) where status <> 'resolved' do nothing
    returning id`.execute(tx);
  return new Set(rows.map(({ id }) => id));
};

const clearGone = async (tx: Tx, tenantId: string, gone: readonly string[]) => {
  if (gone.length === 0) return;
  await sql`
    update signal set status = 'resolved', outcome = 'cleared', resolved_at = now(), version = version + 1, updated_at = now()
    where tenant_id = ${tenantId}::uuid and id = any(${[...gone]}::uuid[]) and status <> 'resolved'`.execute(
    tx,
  );
};

/**
 * Brings the signals of some kinds up to date on a block of accounts: raises new ones, updates open ones in place (their
 * state, owner and first day stay; a snooze whose day has come ends), clears those whose reason went away, and respects what
 * people decided (`mayRaiseAgain`). Signals of other kinds are never touched; running it again changes nothing. Of several
 * findings of one kind on an account the first counts.
 */
export const raiseSignals = async (
  tx: Tx,
  scope: SignalScope,
  findings: readonly SignalFinding[],
  known?: PastSignals,
): Promise<SignalChanges> => {
  const { tenantId } = scope;
  const past = known ?? (await findPastSignals(tx, scope));
  const [updated, fresh, kept]: [object[], RaisedSignal[], Set<string>] = [[], [], new Set()];
  for (const finding of findings) {
    const { accountId, kind, newsDay, reopens } = finding;
    const key = signalKey(accountId, kind);
    if (kept.has(key) || !past.mayStand(accountId, kind, newsDay, reopens)) continue;
    kept.add(key);
    const present = past.open.get(key);
    if (present) updated.push({ id: present, ...columnsOf(finding) });
    else fresh.push({ id: newId(), finding });
  }
  const gone = [...past.open].filter(([key]) => !kept.has(key));
  const on = isoFromDayNumber(scope.today);
  await updateInPlace(tx, tenantId, on, updated);
  const written = await insertNew(
    tx,
    tenantId,
    on,
    fresh.map(({ id, finding }) => ({
      id,
      owner_user_id: finding.ownerUserId,
      ...columnsOf(finding),
    })),
  );
  await clearGone(
    tx,
    tenantId,
    gone.map(([, id]) => id),
  );
  const raised = fresh.filter(({ id }) => written.has(id));
  const changed = new Set([
    ...raised.map(({ finding }) => finding.accountId),
    ...gone.map(([key]) => key.split(" ")[0] ?? ""),
  ]);
  if (changed.size > 0) await countOpenSignals(tx, tenantId, [...changed]);
  return { raised, cleared: gone.length };
};

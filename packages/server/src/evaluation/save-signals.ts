import type {
  AccountEvaluation,
  AccountSignal,
} from "@mainstay/analytics/portfolio/account-evaluation";
import {
  type DayNumber,
  dayNumberFromIso,
  isoFromDayNumber,
} from "@mainstay/domain/calendar/day-number";
import { mayRaiseAgain, type ResolvedSignal } from "@mainstay/domain/signal/may-raise-again";
import {
  orderSignalKinds,
  rhythmSignalKinds,
  type SignalKind,
  type SignalOutcome,
} from "@mainstay/domain/signal/signal-kind";
import { sql } from "kysely";
import { newId } from "../platform/clock/new-id.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { countOpenSignals } from "../signal/signal-queries.ts";

/** What the evaluation found on one account. */
export interface JudgedAccount {
  readonly accountId: string;
  readonly managerId: string | null;
  readonly evaluation: AccountEvaluation;
}

interface PastSignal {
  id: string;
  account_id: string;
  kind: SignalKind;
  status: string;
  outcome: SignalOutcome | null;
  resolved_on: string | null;
}

/** Kinds that take each other's place: an account has one order-rhythm signal. */
const familyOf = (kind: SignalKind): string =>
  (rhythmSignalKinds as readonly string[]).includes(kind) ? "rhythm" : kind;

const keyOf = (accountId: string, kind: SignalKind): string => `${accountId} ${familyOf(kind)}`;

const findPastSignals = async (tx: Tx, tenantId: string, accountIds: readonly string[]) => {
  const { rows } = await sql<PastSignal>`
    select distinct on (g.account_id, g.kind, g.status <> 'resolved') g.id, g.account_id, g.kind, g.status, g.outcome,
      (g.resolved_at at time zone t.time_zone)::date::text as resolved_on
    from signal g join tenant t on t.id = g.tenant_id
    where g.tenant_id = ${tenantId}::uuid and g.account_id = any(${[...accountIds]}::uuid[])
      and g.kind = any(${[...orderSignalKinds]}::text[])
    order by g.account_id, g.kind, g.status <> 'resolved', g.resolved_at desc`.execute(tx);
  const open = new Map<string, PastSignal>();
  const decided = new Map<string, ResolvedSignal>();
  for (const past of rows) {
    const key = keyOf(past.account_id, past.kind);
    if (past.status !== "resolved") open.set(key, past);
    else if (past.outcome && past.resolved_on) {
      const resolvedDay = dayNumberFromIso(past.resolved_on) ?? 0;
      if (resolvedDay >= (decided.get(key)?.resolvedDay ?? 0))
        decided.set(key, { outcome: past.outcome, resolvedDay });
    }
  }
  return { open, decided };
};

const columnsOf = (signal: AccountSignal) => ({
  kind: signal.kind,
  severity: signal.severity,
  reason: signal.reason,
  evidence: signal.evidence,
  money_at_stake_minor: Math.round(signal.moneyAtStake),
  probability: signal.probability,
  play: signal.play,
});

const shape =
  sql.raw(`(id uuid, account_id uuid, kind text, severity text, reason jsonb, evidence jsonb, money_at_stake_minor bigint,
  probability float8, play text, owner_user_id uuid)`);

/**
 * Brings the signals of a slice of accounts up to date: raises new ones, updates open ones in place (their state, owner and
 * first day stay; a snooze whose day has come ends), clears those whose reason went away, and respects what people decided (`mayRaiseAgain`).
 */
export const saveSignals = async (
  tx: Tx,
  tenantId: string,
  asOf: DayNumber,
  judged: readonly JudgedAccount[],
): Promise<{ raised: number; cleared: number }> => {
  const accountIds = judged.map(({ accountId }) => accountId);
  const { open, decided } = await findPastSignals(tx, tenantId, accountIds);
  const [raised, updated, kept]: [object[], object[], Set<string>] = [[], [], new Set()];
  for (const { accountId, managerId, evaluation } of judged) {
    const lastDay = evaluation.lastOn ? dayNumberFromIso(evaluation.lastOn) : null;
    for (const signal of evaluation.signals) {
      const key = keyOf(accountId, signal.kind);
      if (kept.has(key)) continue;
      const present = open.get(key);
      if (!present && !mayRaiseAgain(decided.get(key) ?? null, lastDay, asOf)) continue;
      kept.add(key);
      if (present) updated.push({ id: present.id, account_id: accountId, ...columnsOf(signal) });
      else
        raised.push({
          id: newId(),
          account_id: accountId,
          owner_user_id: managerId,
          ...columnsOf(signal),
        });
    }
  }
  const gone = [...open].filter(([key]) => !kept.has(key)).map(([, past]) => past.id);
  const today = isoFromDayNumber(asOf);
  const isDue = sql`(g.status = 'snoozed' and g.snoozed_until <= ${today}::date)`;
  if (updated.length > 0) {
    await sql`
      update signal g set kind = r.kind, severity = r.severity, reason = r.reason, evidence = r.evidence,
        money_at_stake_minor = r.money_at_stake_minor, probability = r.probability, play = r.play, last_seen_on = ${today}::date,
        status = case when ${isDue} then 'open' else g.status end, version = g.version + (${isDue})::int,
        snoozed_until = case when ${isDue} then null else g.snoozed_until end
      from jsonb_to_recordset(${JSON.stringify(updated)}::jsonb) as r ${shape}
      where g.tenant_id = ${tenantId}::uuid and g.id = r.id and g.status <> 'resolved'`.execute(tx);
  }
  if (raised.length > 0) {
    await sql`
      insert into signal (tenant_id, id, account_id, kind, severity, reason, evidence, money_at_stake_minor, probability, play,
        owner_user_id, first_seen_on, last_seen_on)
      select ${tenantId}::uuid, r.id, r.account_id, r.kind, r.severity, r.reason, r.evidence, r.money_at_stake_minor,
        r.probability, r.play, r.owner_user_id, ${today}::date, ${today}::date
      from jsonb_to_recordset(${JSON.stringify(raised)}::jsonb) as r ${shape}
      on conflict (tenant_id, account_id, kind) where status <> 'resolved' do nothing`.execute(tx);
  }
  if (gone.length > 0) {
    await sql`
      update signal set status = 'resolved', outcome = 'cleared', resolved_at = now(), version = version + 1, updated_at = now()
      where tenant_id = ${tenantId}::uuid and id = any(${gone}::uuid[]) and status <> 'resolved'`.execute(
      tx,
    );
  }
  if (raised.length > 0 || gone.length > 0) await countOpenSignals(tx, tenantId, accountIds);
  return { raised: raised.length, cleared: gone.length };
};

import { type DayNumber, dayNumberFromIso } from "@mainstay/domain/calendar/day-number";
import { mayRaiseAgain, type ResolvedSignal } from "@mainstay/domain/signal/may-raise-again";
import {
  rhythmSignalKinds,
  type SignalKind,
  type SignalOutcome,
} from "@mainstay/domain/signal/signal-kind";
import { sql } from "kysely";
import type { Tx } from "../platform/db/database-handles.ts";

/** Which signals a round keeps: of these kinds, on these accounts, on this day. */
export interface SignalScope {
  readonly tenantId: string;
  readonly today: DayNumber;
  readonly accountIds: readonly string[];
  readonly kinds: readonly SignalKind[];
}

/** What stands on the accounts already, and what people decided of it. */
export interface PastSignals {
  /** Open signals by account and family of kinds. */
  readonly open: ReadonlyMap<string, string>;
  /**
   * Whether a finding of the kind may stand today: its signal is open, or nobody's word is against raising it (again).
   * `newsDay` is the day of the newest fact the warning rests on; `reopens` narrows which outcomes it overrides.
   */
  mayStand(
    accountId: string,
    kind: SignalKind,
    newsDay: DayNumber | null,
    reopens?: readonly SignalOutcome[],
  ): boolean;
}

/** Kinds that take each other's place: an account has one order-rhythm signal. */
const familyOf = (kind: SignalKind): string =>
  (rhythmSignalKinds as readonly string[]).includes(kind) ? "rhythm" : kind;

/** Under what an account's signal of a kind is found. */
export const signalKey = (accountId: string, kind: SignalKind): string =>
  `${accountId} ${familyOf(kind)}`;

interface PastRow {
  id: string;
  account_id: string;
  kind: SignalKind;
  status: string;
  outcome: SignalOutcome | null;
  resolved_on: string | null;
}

/** The open signal and the last decision of each account and kind of the scope. */
export const findPastSignals = async (
  tx: Tx,
  { tenantId, accountIds, kinds, today }: SignalScope,
): Promise<PastSignals> => {
  const { rows } = await sql<PastRow>`
    select distinct on (g.account_id, g.kind, g.status <> 'resolved') g.id, g.account_id, g.kind, g.status, g.outcome,
      (g.resolved_at at time zone t.time_zone)::date::text as resolved_on
    from signal g join tenant t on t.id = g.tenant_id
    where g.tenant_id = ${tenantId}::uuid and g.account_id = any(${[...accountIds]}::uuid[])
      and g.kind = any(${[...kinds]}::text[])
    order by g.account_id, g.kind, g.status <> 'resolved', g.resolved_at desc`.execute(tx);
  const open = new Map<string, string>();
  const decided = new Map<string, ResolvedSignal>();
  for (const { id, account_id, kind, status, outcome, resolved_on } of rows) {
    const key = signalKey(account_id, kind);
    if (status !== "resolved") open.set(key, id);
    else if (outcome && resolved_on) {
      const resolvedDay = dayNumberFromIso(resolved_on) ?? 0;
      if (resolvedDay >= (decided.get(key)?.resolvedDay ?? 0))
        decided.set(key, { outcome, resolvedDay });
    }
  }
  return {
    open,
    mayStand(accountId, kind, newsDay, reopens) {
      const key = signalKey(accountId, kind);
      if (open.has(key)) return true;
      const last = decided.get(key) ?? null;
      const isNews = last === null || reopens === undefined || reopens.includes(last.outcome);
      return mayRaiseAgain(last, isNews ? newsDay : null, today);
    },
  };
};

import type { DayNumber } from "@mainstay/domain/calendar/day-number";
import { redFlagSeverity } from "@mainstay/domain/relationship/red-flag-severity";
import type { RedFlag } from "@mainstay/domain/relationship/red-flags";
import {
  cycleSignalKinds,
  relationshipSignalKinds,
  rhythmSignalKinds,
  type SignalOutcome,
} from "@mainstay/domain/signal/signal-kind";
import type { SignalRules } from "@mainstay/domain/signal-rule/signal-rules";
import { sql } from "kysely";
import type { Tx } from "../platform/db/database-handles.ts";
import { findPastSignals } from "../signal/past-signals.ts";
import { raiseSignals, type SignalFinding } from "../signal/raise-signals.ts";
import { tellOwners } from "../signal/tell-owners.ts";
import type { LoadedRelationship } from "./load-relationships.ts";

/** The red flags of one account as a whole. */
export interface FlaggedAccount {
  readonly account: LoadedRelationship;
  readonly redFlags: readonly RedFlag[];
}

/** An order is no news about people: it reopens only what was given up as lost. */
const reopens: readonly SignalOutcome[] = ["lost"];

const findingOf = (
  { accountId, stake, probabilityLost, managerId, lastOrderDay }: LoadedRelationship,
  flag: RedFlag,
  carriesRisk: boolean,
): SignalFinding => ({
  accountId,
  kind: flag.kind,
  severity: redFlagSeverity(flag.severity, stake),
  reason: flag.reason,
  evidence: flag.evidence,
  moneyAtStakeMinor: carriesRisk ? stake.valueAtRiskMinor : 0,
  probability: probabilityLost,
  play: flag.play,
  ownerUserId: managerId,
  newsDay: lastOrderDay,
  reopens,
});

/**
 * The one flag that carries the account's value at risk, so that sums count it once and one account does not fill the top
 * of Today: the gravest, of equals the first. None where another round's signal carries it already.
 */
const carrierOf = (flags: readonly RedFlag[], isCarried: boolean): RedFlag | undefined =>
  isCarried ? undefined : (flags.find(({ severity }) => severity === "act") ?? flags[0]);

/** Accounts whose value at risk an open signal of the order rhythm, or a duty of ours, already says. */
const findCarried = async (
  tx: Tx,
  tenantId: string,
  accountIds: readonly string[],
): Promise<Set<string>> => {
  const { rows } = await sql<{ account_id: string }>`
    select account_id from signal where tenant_id = ${tenantId}::uuid and account_id = any(${[...accountIds]}::uuid[])
      and status <> 'resolved' and (kind = any(${[...rhythmSignalKinds]}::text[])
        or (kind = any(${[...cycleSignalKinds]}::text[]) and money_at_stake_minor > 0))`.execute(
    tx,
  );
  return new Set(rows.map(({ account_id }) => account_id));
};

/**
 * Brings the red flags of a block of accounts up to date (`raiseSignals`), as far as the signal rules ask for them. Signals
 * of the evaluation are never touched.
 */
export const saveRelationshipSignals = async (
  tx: Tx,
  tenantId: string,
  today: DayNumber,
  flagged: readonly FlaggedAccount[],
  { off }: SignalRules,
): Promise<{ raised: number; cleared: number }> => {
  const accountIds = flagged.map(({ account }) => account.accountId);
  const scope = { tenantId, today, accountIds, kinds: relationshipSignalKinds };
  const past = await findPastSignals(tx, scope);
  const carried = await findCarried(tx, tenantId, accountIds);
  const findings = flagged.flatMap(({ account, redFlags }) => {
    const standing = redFlags.filter(
      ({ kind }) =>
        !off.includes(kind) &&
        past.mayStand(account.accountId, kind, account.lastOrderDay, reopens),
    );
    const carrier = carrierOf(standing, carried.has(account.accountId));
    return standing.map((flag) => findingOf(account, flag, flag === carrier));
  });
  const { raised, cleared } = await raiseSignals(tx, scope, findings, past);
  await tellOwners(tx, tenantId, raised);
  return { raised: raised.length, cleared };
};

import type {
  AccountEvaluation,
  AccountSignal,
} from "@mainstay/analytics/portfolio/account-evaluation";
import { type DayNumber, dayNumberFromIso } from "@mainstay/domain/calendar/day-number";
import { orderSignalKinds } from "@mainstay/domain/signal/signal-kind";
import { passesOrderRule } from "@mainstay/domain/signal-rule/order-rule";
import type { Tx } from "../platform/db/database-handles.ts";
import { raiseSignals, type SignalFinding } from "../signal/raise-signals.ts";
import { tellOwners } from "../signal/tell-owners.ts";
import { findRulesInForce } from "../signal-rule/rules-in-force.ts";

/** What the evaluation found on one account. */
export interface JudgedAccount {
  readonly accountId: string;
  readonly managerId: string | null;
  readonly evaluation: AccountEvaluation;
}

const findingOf = (
  { accountId, managerId, evaluation }: JudgedAccount,
  signal: AccountSignal,
): SignalFinding => ({
  accountId,
  kind: signal.kind,
  severity: signal.severity,
  reason: signal.reason,
  evidence: signal.evidence,
  moneyAtStakeMinor: signal.moneyAtStake,
  probability: signal.probability,
  play: signal.play,
  ownerUserId: managerId,
  newsDay: evaluation.lastOn ? dayNumberFromIso(evaluation.lastOn) : null,
});

/**
 * Brings the order signals of a slice of accounts up to date (`raiseSignals`), as far as the signal rules ask for them. An
 * order is the news that overrides what people decided.
 */
export const saveSignals = async (
  tx: Tx,
  tenantId: string,
  asOf: DayNumber,
  judged: readonly JudgedAccount[],
): Promise<{ raised: number; cleared: number }> => {
  const rules = await findRulesInForce(tx, tenantId);
  const findings = judged.flatMap((one) =>
    one.evaluation.signals
      .filter((signal) => passesOrderRule(rules, signal))
      .map((signal) => findingOf(one, signal)),
  );
  const scope = {
    tenantId,
    today: asOf,
    accountIds: judged.map(({ accountId }) => accountId),
    kinds: orderSignalKinds,
  };
  const { raised, cleared } = await raiseSignals(tx, scope, findings);
  await tellOwners(tx, tenantId, raised);
  return { raised: raised.length, cleared };
};

import type { Grade } from "../account/grade.ts";
import type { Segment } from "../account/segment.ts";
import { type SignalSeverity, signalSeverities } from "../signal/signal-kind.ts";

/** What hangs on an account: its place in the portfolio and, in minor units, the year's revenue and what of it is at risk. */
export interface AccountStake {
  readonly segment: Segment | null;
  readonly grade: Grade | null;
  readonly revenue12mMinor: number;
  readonly valueAtRiskMinor: number;
}

/** Core value by segment, or strategic or key by yearly revenue: the accounts this product is for. */
export const isKeyAccount = ({ segment, grade }: AccountStake): boolean =>
  segment === "core" || grade === "strategic" || grade === "key";

/** From this share of the year's revenue at risk on, a relationship flaw is worse than it looks. */
const slippingShare = 0.1;

/**
 * How bad a red flag is for this account: one step up where a tenth of the year's revenue or more is at risk, one step
 * down (never below `watch`) where the account is none of the key ones.
 */
export const redFlagSeverity = (
  ownSeverity: SignalSeverity,
  stake: AccountStake,
): SignalSeverity => {
  const { revenue12mMinor: revenue, valueAtRiskMinor: atRisk } = stake;
  const isSlipping = revenue > 0 && atRisk >= slippingShare * revenue;
  const step =
    signalSeverities.indexOf(ownSeverity) + Number(isSlipping) - Number(!isKeyAccount(stake));
  return signalSeverities[Math.max(0, Math.min(signalSeverities.length - 1, step))] ?? ownSeverity;
};

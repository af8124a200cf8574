import { type SignalSeverity, signalSeverities } from "./signal-kind.ts";

/** What hangs on an account, in minor units of the workspace's currency. */
export interface MoneyStake {
  readonly revenue12mMinor: number;
  readonly valueAtRiskMinor: number;
}

/** Where money moves a severity; both are thresholds of the signal rules. */
export interface SeverityFloors {
  readonly upFromAtRiskMinor: number;
  readonly downBelowRevenueMinor: number;
}

/**
 * How bad a warning of the cycle is for this account: one step up where the value at risk reaches the upper threshold, one
 * step down (never below `watch`) where the year's revenue stays below the lower one.
 */
export const severityByStake = (
  own: SignalSeverity,
  { revenue12mMinor, valueAtRiskMinor }: MoneyStake,
  floors: SeverityFloors,
): SignalSeverity => {
  const step =
    signalSeverities.indexOf(own) +
    Number(valueAtRiskMinor >= floors.upFromAtRiskMinor) -
    Number(revenue12mMinor < floors.downBelowRevenueMinor);
  return signalSeverities[Math.max(0, Math.min(signalSeverities.length - 1, step))] ?? own;
};

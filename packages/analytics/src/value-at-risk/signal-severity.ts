import type { SignalSeverity } from "@mainstay/domain/signal/signal-kind";

/** Money at stake: P(lost) × what the account would bring in the next 12 months if it is kept (formulas.md § 5). */
export const valueAtRisk = (pLost: number | null, nextYearIfKept: number): number =>
  pLost === null ? 0 : Math.round(pLost * Math.max(0, nextYearIfKept));

const steps = ["watch", "act", "critical"] as const;

/**
 * How loud a signal is: how sure the detector is (0 watch, 1 act, 2 lost), one step louder for an account whose
 * yearly worth is in the top tenth of the portfolio, one step softer in the lower half.
 */
export const signalSeverity = (sureness: 0 | 1 | 2, worthPercentile: number): SignalSeverity => {
  const shift = worthPercentile >= 0.9 ? 1 : worthPercentile < 0.5 ? -1 : 0;
  return steps[Math.min(2, Math.max(0, sureness + shift))]!;
};

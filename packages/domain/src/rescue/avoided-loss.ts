import type { RescueOutcome } from "./rescue-kind.ts";

/** Money of a rescue, in minor units of the workspace's currency. */
export interface RescueMoney {
  /** What was at stake when it was opened. */
  readonly stakeMinor: number;
  /** The share of it that was kept, 0..1. */
  readonly shareKept: number;
  /** What the offers the customer accepted cost us. */
  readonly costMinor: number;
}

/**
 * 避免的损失 What a rescue was worth: stake at opening × share kept − cost of the accepted offers. Negative where the offers cost
 * more than they kept.
 */
export const avoidedLossMinor = ({ stakeMinor, shareKept, costMinor }: RescueMoney): number =>
  Math.round(stakeMinor * shareKept) - costMinor;

/** Which shares fit an outcome: saved keeps all, lost nothing, partly something between. */
export const shareFits = (outcome: RescueOutcome, shareKept: number): boolean => {
  if (outcome === "saved") return shareKept === 1;
  if (outcome === "lost") return shareKept === 0;
  return shareKept > 0 && shareKept < 1;
};

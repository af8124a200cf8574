import { linearScore } from "./health-input.ts";

/** How an account orders against what its own past lets us expect. */
export interface RhythmFacts {
  /** Probability that it has left, seen from its silence; null where history is too short to know a rhythm. */
  readonly pLost: number | null;
  /** Net orders of the last twelve months and of the twelve before, in minor units of the base currency. */
  readonly revenue12mMinor: number;
  readonly revenuePrior12mMinor: number;
}

/**
 * The share of the expected orders that came: of timing (1 − P(lost), how well the present silence fits the window in which the next
 * order is expected) and of amount (the last twelve months over the twelve before, at most 1) the weaker one, because a
 * missed order lowers both and must not count twice. Null where no rhythm is known.
 */
export const orderShare = ({
  pLost,
  revenue12mMinor,
  revenuePrior12mMinor,
}: RhythmFacts): number | null => {
  if (pLost === null) return null;
  const amount =
    revenuePrior12mMinor > 0 ? Math.min(1, Math.max(0, revenue12mMinor / revenuePrior12mMinor)) : 1;
  return Math.min(1 - pLost, amount);
};

/** Commercial rhythm 商务节律: 100 when at least 95 % of the expected orders came, 0 at 50 % or fewer (formulas § 7). */
export const rhythmScore = (facts: RhythmFacts): number | null => {
  const share = orderShare(facts);
  return share === null ? null : linearScore(share, 0.5, 0.95);
};

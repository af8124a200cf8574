/** How patiently something that did not arrive is tried again. */
export interface Patience {
  readonly firstMs: number;
  readonly longestMs: number;
  /** Tries in all; after the last one it is dead until somebody sends it again. */
  readonly tries: number;
}

/** Mail: half a minute, then twice as long each time up to four hours; about half a day in all. */
export const mailPatience: Patience = { firstMs: 30_000, longestMs: 4 * 3_600_000, tries: 12 };

/** A robot: five tries within some two minutes; what a group hears late helps nobody (facts § 3). */
export const robotPatience: Patience = { firstMs: 5_000, longestMs: 60_000, tries: 5 };

/**
 * How long to wait after the n-th try that failed, or null when there is none left. `chance` in 0…1 spreads those who failed
 * together over the upper half of the time.
 */
export const waitAfter = (patience: Patience, tried: number, chance: number): number | null => {
  if (tried >= patience.tries) return null;
  const full = Math.min(patience.longestMs, patience.firstMs * 2 ** Math.max(0, tried - 1));
  return Math.round(full * (0.5 + chance / 2));
};

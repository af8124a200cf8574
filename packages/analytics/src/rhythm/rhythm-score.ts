/** What the rhythm says about the account as a whole; the wire name of each basis. */
export const rhythmBases = [
  "not_enough_history",
  "new",
  "default_prior",
  "full",
  "cannot_tell",
] as const;
export type RhythmBasis = (typeof rhythmBases)[number];

/** Warning levels in rising order; thresholds 0.3 / 0.6 / 0.9 unless the tenant sets others. */
export const rhythmLevels = ["none", "watch", "act", "lost"] as const;
export type RhythmLevel = (typeof rhythmLevels)[number];

/** The clock the account seems to follow. */
export const rhythmClocks = ["plain", "solar_season", "lunar_season"] as const;
export type RhythmClock = (typeof rhythmClocks)[number];

/** Day numbers by which the next order comes with probability 10 %, 50 % and 90 %, seen from the last order. */
export interface NextOrderWindow {
  from: number;
  expected: number;
  to: number;
}

/** A yearly window in which the account orders. */
export interface SeasonWindow {
  calendar: "solar" | "lunar";
  /**
   * Solar: month and day of the first and last usual order-day. Lunar: month and day of the lunar calendar; with
   * `daysFromNewYear` the same ends as days from 春节 (negative = before it).
   */
  from: { month: number; day: number };
  to: { month: number; day: number };
  daysFromNewYear: { from: number; to: number } | null;
  /** First order-day inside the window of each earlier year (day numbers, ascending). */
  firstOrders: number[];
  yearsSeen: number;
  yearsOrdered: number;
}

/** Reason and parameters of a score; sentences are rendered elsewhere, in both languages. */
export interface RhythmExplanation {
  kind: "none" | "regular" | "seasonal" | "irregular";
  /** Median gap between orders (bursts merged) and half the 10–90 % width of the expected gap, days. */
  typicalGapDays: number | null;
  gapSpreadDays: number | null;
  sinceYear: number | null;
  orderDays: number;
  lastOrderDay: number | null;
  expectedDay: number | null;
  expectedSpreadDays: number | null;
  /** Days past the expected day; 0 when not overdue. */
  overdueDays: number;
  silenceDays: number | null;
  longestGapDays: number | null;
  /** True when the present silence is longer than any gap before. */
  longerThanEver: boolean;
  seasons: SeasonWindow[];
  trendPerYear: number;
}

export interface RhythmScore {
  accountIndex: number;
  asOf: number;
  modelVersion: string;
  basis: RhythmBasis;
  pLost: number | null;
  pAlive: number | null;
  /** P(at least one order) within 30, 90 and the asked horizon (days after `asOf`). */
  pOrder30: number | null;
  pOrder90: number | null;
  pOrderHorizon: number | null;
  nextOrder: NextOrderWindow | null;
  clock: RhythmClock;
  clockWeights: Record<RhythmClock, number>;
  level: RhythmLevel;
  /** Set when a usual season window has passed without its order. */
  seasonClosed: { closed: boolean; daysPast: number } | null;
  explanation: RhythmExplanation;
}

/** The batch form: one row per account. NaN where the score is null; codes index the arrays above. */
export interface RhythmColumns {
  pLost: Float64Array;
  pAlive: Float64Array;
  pOrder30: Float64Array;
  pOrder90: Float64Array;
  pOrderHorizon: Float64Array;
  nextFrom: Float64Array;
  nextExpected: Float64Array;
  nextTo: Float64Array;
  level: Uint8Array;
  basis: Uint8Array;
  clock: Uint8Array;
  seasonDaysPast: Float64Array;
}

import type { DayRange } from "./order-day-histories.ts";

/** What a caller may set for scoring. Every field is optional. */
export interface RhythmOptions {
  /** Planned pauses of single accounts: silence inside them does not count. Keyed by account index. */
  plannedPauses?: ReadonlyMap<number, readonly DayRange[]>;
  /** Tenant closures and holidays: silence inside them counts for nobody. Added to the model's own. */
  closures?: readonly DayRange[];
  levels?: { watch: number; act: number; lost: number };
  /** Third horizon (days) beside 30 and 90. Default 180. */
  horizonDays?: number;
}

export const defaultLevels = { watch: 0.3, act: 0.6, lost: 0.9 } as const;

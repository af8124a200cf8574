import type { OrderCalibration } from "./order-calibration.ts";
import type { DayRange } from "./order-day-histories.ts";

/** The numbers of Erlang stages a gap may have: 1 is random, 256 is clockwork. */
export const gapStages = [1, 2, 4, 8, 16, 32, 64, 128, 256] as const;

/** Gap laws in the order of `stageWeights`: the Erlang laws, then the log-normal one of irregular buyers. */
export const gapLaws = gapStages.length + 1;
export const lognormalLaw = gapStages.length;

/**
 * What a portfolio has taught about ordering rhythms. Plain JSON: store it, score with it, refit weekly.
 * Rates are per day; the stage rate λ of a gap with k stages is Gamma(rateShape[k], rateScale[k] days).
 */
export interface RhythmModel {
  version: string;
  /** Day the model was fitted; nothing later has been looked at. */
  asOf: number;
  /** Accounts with at least two gaps that were looked at. */
  accountsUsed: number;
  prior: "default" | "fitted";
  stageWeights: number[];
  rateShape: number[];
  rateScale: number[];
  /** Log-normal gaps: log-mean known like `meanWeight` gaps around `logMean`; inverse-gamma law of the log-variance. */
  lognormal: { logMean: number; meanWeight: number; spreadShape: number; spreadScale: number };
  /**
   * Prior share of accounts on each clock: plain, slowing or quickening, the portfolio's season, a yearly closure, a
   * season of the sun, a season of the moon.
   */
  clockWeights: number[];
  /** Prior share of accounts that order in bursts, so that only the first order of a burst keeps the rhythm. */
  burstWeight: number;
  /** Season windows: Beta law of "orders in it this year" and inverse-gamma law of the variance of its first order-day. */
  season: { hit: number; miss: number; spreadShape: number; spreadScale: number };
  /** Leaving in time: survival ((β + t)/(β + t + c))^s after a relationship of t days and a silence of c days. */
  dropout: { s: number; betaDays: number };
  /** How late an order may be before its absence counts, so that no alarm comes while a window is just closing. */
  grace: { days: number; spreads: number };
  /** How past forecasts of P(order) had to be corrected; empty when there was nothing to learn from. */
  orderCalibration: OrderCalibration[];
  /** Pooled order intensity by calendar, mean 1; null when the portfolio is too small to tell. */
  seasonalIndex: SeasonalIndex | null;
  /** Tenant closures: time that counts for nobody. */
  closures: DayRange[];
}

/** Order intensity by month (12) and, around 春节, by week from it (`lunarWeeks[0]` is the sixth week before). */
export interface SeasonalIndex {
  months: number[];
  lunarWeeks: number[];
}

/** The prior shipped for portfolios of fewer than 200 accounts with two gaps. */
export const defaultRhythmModel = (asOf: number): RhythmModel => ({
  version: "rhythm-1/default",
  asOf,
  accountsUsed: 0,
  prior: "default",
  stageWeights: [0.3, 0.1, 0.06, 0.25, 0.12, 0.03, 0.02, 0.01, 0.01, 0.1],
  rateShape: gapStages.map(() => 1),
  rateScale: gapStages.map((stages) => 60 / stages),
  lognormal: { logMean: Math.log(40), meanWeight: 0.1, spreadShape: 2, spreadScale: 0.8 },
  clockWeights: [0.45, 0.12, 0.08, 0.12, 0.14, 0.09],
  burstWeight: 0.1,
  season: { hit: 4.05, miss: 0.05, spreadShape: 1.5, spreadScale: 90 },
  dropout: { s: 1.5, betaDays: 3650 },
  grace: { days: 7, spreads: 1.9 },
  orderCalibration: [],
  seasonalIndex: null,
  closures: [],
});

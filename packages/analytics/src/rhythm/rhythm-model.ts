import type { DayRange } from "./order-day-histories.ts";

/** The numbers of Erlang stages a gap may have: 1 is random, 256 is clockwork. */
export const gapStages = [1, 2, 4, 8, 16, 32, 64, 128, 256] as const;

/**
 * What a portfolio has taught about ordering rhythms. Plain JSON: store it, score with it, refit weekly.
 * Rates are per day; the Gamma law of the stage rate λ with k stages is Gamma(rateShape[k], rate rateScale[k] days).
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
  /** Leaving in time: survival ((β + t)/(β + t + c))^s after a relationship of t days and a silence of c days. */
  dropout: { s: number; betaDays: number };
  /** Pooled order intensity by calendar, mean 1; null when the portfolio is too small to tell. */
  seasonalIndex: SeasonalIndex | null;
  /** Tenant closures: time that counts for nobody. */
  closures: DayRange[];
}

/** Order intensity by month (12) and, around 春节, by week from it (`lunarWeeks[0]` is week −6); mean about 1. */
export interface SeasonalIndex {
  months: number[];
  lunarWeeks: number[];
}

/** The prior shipped for portfolios of fewer than 200 accounts with two gaps, drawn from mixed simulated portfolios. */
export const defaultRhythmModel = (asOf: number): RhythmModel => ({
  version: "rhythm-1/default",
  asOf,
  accountsUsed: 0,
  prior: "default",
  stageWeights: [0.25, 0.15, 0.15, 0.12, 0.1, 0.08, 0.06, 0.05, 0.04],
  rateShape: gapStages.map(() => 1),
  rateScale: gapStages.map((stages) => 60 / stages),
  dropout: { s: 1.5, betaDays: 3650 },
  seasonalIndex: null,
  closures: [],
});

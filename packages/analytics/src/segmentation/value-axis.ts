import type { EvaluationSettings } from "@mainstay/domain/evaluation/evaluation-settings";
import type { YearSteadiness } from "@mainstay/domain/evaluation/propose-segment";
import { daysInYear } from "../order-day/yearly-revenue.ts";

/** The value score with its parts, all 0..1. */
export interface ValueAxis {
  score: number;
  measurePercentile: number;
  stability: number;
  /** False when fewer than two whole years are known: stability is then 0.5 by convention. */
  stabilityKnown: boolean;
}

/** How many whole trailing years (up to `most`) lie within the known history. */
export const wholeYears = (daysKnown: number, most: number): number =>
  Math.max(0, Math.min(most, Math.floor(daysKnown / daysInYear)));

const meanOf = (years: ArrayLike<number>, count: number): number => {
  let sum = 0;
  for (let y = 0; y < count; y++) sum += years[y]!;
  return count > 0 ? sum / count : 0;
};

/** Lowest year as a share of the mean year, over up to three whole years; null when none is known. */
export const yearSteadiness = (years: ArrayLike<number>, daysKnown: number): YearSteadiness => {
  const count = wholeYears(daysKnown, 3);
  const mean = meanOf(years, count);
  if (count === 0) return { years: 0, lowestShare: null };
  let lowest = Number.POSITIVE_INFINITY;
  for (let y = 0; y < count; y++) lowest = Math.min(lowest, years[y]!);
  return { years: count, lowestShare: mean > 0 ? lowest / mean : 0 };
};

/** Stability = 1 − min(1, CV of yearly revenue over up to three whole years); null below two years. */
export const revenueStability = (years: ArrayLike<number>, daysKnown: number): number | null => {
  const count = wholeYears(daysKnown, 3);
  if (count < 2) return null;
  const mean = meanOf(years, count);
  if (mean <= 0) return 0;
  let squares = 0;
  for (let y = 0; y < count; y++) squares += (years[y]! - mean) ** 2;
  return 1 - Math.min(1, Math.sqrt(squares / count) / mean);
};

/** value = 0.7 × percentile of margin (or revenue, or CLV) + 0.3 × stability (formulas.md § 4). */
export const valueAxis = (
  measurePercentile: number,
  years: ArrayLike<number>,
  daysKnown: number,
  settings: Pick<EvaluationSettings, "valueMarginWeight">,
): ValueAxis => {
  const stability = revenueStability(years, daysKnown);
  const weight = settings.valueMarginWeight;
  return {
    score: weight * measurePercentile + (1 - weight) * (stability ?? 0.5),
    measurePercentile,
    stability: stability ?? 0.5,
    stabilityKnown: stability !== null,
  };
};

import type { PreparedModel } from "./prepared-model.ts";
import { survivalAt } from "./read-rhythm.ts";
import type { RhythmPosterior } from "./rhythm-posterior.ts";
import type { NextOrderWindow } from "./rhythm-score.ts";

const farthestDays = 4096;

const dayWithin = (
  of: RhythmPosterior,
  prepared: PreparedModel,
  chance: number,
  from: number,
  until: number,
): number => {
  let low = from;
  let high = until;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (survivalAt(of, prepared, of.lastDay + middle, 0) > chance) low = middle;
    else high = middle;
  }
  return high;
};

/**
 * Fills `into` with the days by which the next order comes with probability 10 %, 50 % and 90 %, as seen from the last
 * order (so an overdue order is expected in the past).
 */
export const readNextOrderWindow = (
  into: NextOrderWindow,
  of: RhythmPosterior,
  prepared: PreparedModel,
): void => {
  let reached = 0;
  let low = 0;
  for (let high = 2; reached < 3 && high <= farthestDays; low = high, high *= 2) {
    const chance = survivalAt(of, prepared, of.lastDay + high, 0);
    if (reached === 0 && chance <= 0.9) {
      into.from = of.lastDay + dayWithin(of, prepared, 0.9, low, high);
      reached = 1;
    }
    if (reached === 1 && chance <= 0.5) {
      into.expected = of.lastDay + dayWithin(of, prepared, 0.5, low, high);
      reached = 2;
    }
    if (reached === 2 && chance <= 0.1) {
      into.to = of.lastDay + dayWithin(of, prepared, 0.1, low, high);
      reached = 3;
    }
  }
  if (reached < 1) into.from = of.lastDay + farthestDays;
  if (reached < 2) into.expected = of.lastDay + farthestDays;
  if (reached < 3) into.to = of.lastDay + farthestDays;
};

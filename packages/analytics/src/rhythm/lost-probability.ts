import type { PreparedModel } from "./prepared-model.ts";
import { type RhythmPosterior } from "./rhythm-posterior.ts";
import { survivalAt } from "./read-rhythm.ts";

/** Chance that a customer of `tenure` days who is there today has not left `days` later. */
const staysFor = (prepared: PreparedModel, tenure: number, days: number): number => {
  const { s, betaDays } = prepared.model.dropout;
  return ((betaDays + tenure) / (betaDays + tenure + days)) ** s;
};

/**
 * P(lost) by Bayes: left at some time u of the silence (having been silent until then), or still there and silent by
 * chance: `D / (D + surv · S)` with `D = ∫ f(u) S(u) du`. The integral runs over nodes fixed from the last order on, so
 * that P(lost) never falls while silence lasts. `graceDays` an order may be late before its absence counts.
 */
export const lostProbability = (
  of: RhythmPosterior,
  prepared: PreparedModel,
  asOf: number,
  graceDays: number,
): number => {
  const silence = asOf - of.lastDay;
  if (silence <= 0) return 0;
  const { s, betaDays } = prepared.model.dropout;
  const tenure = betaDays + of.lastDay - of.firstDay;
  let gone = 0;
  let at = 0;
  let density = s / tenure;
  let chance = 1;
  for (let i = 1; at < silence; i++) {
    const next = Math.min(silence, 2 * i * i + 2 * i);
    chance = survivalAt(of, prepared, of.lastDay + next);
    const leaving = (s / (tenure + next)) * (tenure / (tenure + next)) ** s * chance;
    gone += ((next - at) * (density + leaving)) / 2;
    density = leaving;
    at = next;
  }
  const due = Math.max(0, silence - graceDays);
  const graced = due === silence ? chance : survivalAt(of, prepared, of.lastDay + due);
  const there = (tenure / (tenure + silence)) ** s * graced;
  return gone + there > 0 ? gone / (gone + there) : 1;
};

/**
 * P(at least one order in the `horizon` days after `asOf`), before calibration: alive, not leaving in the first half of
 * the horizon, and the gap clock running out (spec analytics § 5.3, step 5).
 */
export const rawOrderProbability = (
  of: RhythmPosterior,
  prepared: PreparedModel,
  asOf: number,
  pAlive: number,
  horizon: number,
): number => {
  const now = survivalAt(of, prepared, asOf);
  const later = survivalAt(of, prepared, asOf + horizon);
  const stays = staysFor(prepared, asOf - of.firstDay, horizon / 2);
  return now > 0 ? pAlive * stays * Math.max(0, 1 - later / now) : 0;
};

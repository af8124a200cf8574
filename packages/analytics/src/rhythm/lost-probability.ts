import { closedBetween } from "./closed-days.ts";
import type { PreparedModel } from "./prepared-model.ts";
import { type RhythmPosterior } from "./rhythm-posterior.ts";
import { survivalAt } from "./read-rhythm.ts";

/** Chance that a customer of `tenure` days who is there today has not left `days` later. */
const staysFor = (prepared: PreparedModel, tenure: number, days: number): number => {
  const { s, betaDays } = prepared.model.dropout;
  return ((betaDays + tenure) / (betaDays + tenure + days)) ** s;
};

/** Days of the silence that count: closures and planned pauses do not. */
const openDays = (of: RhythmPosterior, from: number, to: number): number =>
  of.baseClosed.count === 0
    ? to - from
    : Math.max(0, to - from - closedBetween(of.baseClosed, of.lastDay + from, of.lastDay + to));

/** Share of the integral that may be left out. */
const negligible = 1e-9;
/** So many nodes are passed over where S falls too little to change the integral by this share. */
const stride = 4;
const flat = 1e-3;

const nodeAfter = (calm: number, i: number): number => calm + 2 * i * i + 2 * i;

/**
 * P(lost) by Bayes: left at some time u of the silence (having been silent until then), or still there and silent by
 * chance: `D / (D + surv · S)` with `D = ∫ f(u) S(u) du`. The integral runs over nodes fixed from the last order on, so
 * that P(lost) never falls while silence lasts. An order may be `grace` late (days; for season windows also
 * in usual spreads) before its absence counts.
 */
export const lostProbability = (
  of: RhythmPosterior,
  prepared: PreparedModel,
  asOf: number,
  grace: { days: number; spreads: number },
): number => {
  const silence = asOf - of.lastDay;
  if (silence <= 0) return 0;
  const { s, betaDays } = prepared.model.dropout;
  const tenure = betaDays + of.lastDay - of.firstDay;
  // Up to half the shortest gap ever no silence surprises anybody: nobody would have ordered yet.
  const calm = of.shortestGap / 2;
  const calmUntil = Math.min(calm, silence);
  let gone = (openDays(of, 0, calmUntil) * s) / (tenure + calmUntil / 2);
  const leavingAt = (after: number): number =>
    (s / (tenure + after)) *
    (tenure / (tenure + after)) ** s *
    survivalAt(of, prepared, of.lastDay + after, 0);
  let at = calm;
  let density = s / (tenure + calm);
  const takeUntil = (next: number, leaving: number): void => {
    gone += (openDays(of, at, Math.min(silence, next)) * (density + leaving)) / 2;
    density = leaving;
    at = next;
  };
  for (let i = 0; at < silence; i += stride) {
    const far = nodeAfter(calm, i + stride);
    const farLeaving = leavingAt(far);
    // Where S hardly changes the nodes between tell nothing. They are fixed from the last order, as is this choice.
    if ((density - farLeaving) * (far - at) > flat * gone) {
      for (let j = 1; j < stride && at < silence; j++) {
        const next = nodeAfter(calm, i + j);
        takeUntil(next, leavingAt(next));
      }
    }
    if (at < silence) takeUntil(far, farLeaving);
    // What is left cannot be more: neither the chance of silence nor the hazard rises.
    if (density * (silence - at) < negligible * gone) break;
  }
  const due = silence - grace.days;
  const chance = due <= calm ? 1 : survivalAt(of, prepared, of.lastDay + due, grace.spreads);
  const there = (tenure / (tenure + openDays(of, 0, silence))) ** s * chance;
  return gone + there > 0 ? gone / (gone + there) : 1;
};

const likelyChance = 0.75;
const quickTolerance = 4e-3;
const mostQuick = 0.09;

/**
 * P(lost) of an account whose silence, less the grace, is at most half its shortest gap, without its rhythm. Then S
 * matters only between half that gap and today, where it is between 0 and 1: taking 0.75 is wrong by at most 0.0045.
 * NaN when the hazard is too high for that bound or P(lost) may reach 0.1; then the rhythm must be read.
 */
export const lostWhileCalm = (
  of: RhythmPosterior,
  prepared: PreparedModel,
  asOf: number,
  grace: { days: number; spreads: number },
): number => {
  const silence = asOf - of.lastDay;
  const calm = of.shortestGap / 2;
  if (silence <= calm) return lostProbability(of, prepared, asOf, grace);
  const { s, betaDays } = prepared.model.dropout;
  const tenure = betaDays + of.lastDay - of.firstDay;
  const unsure = likelyChance * openDays(of, calm, silence) * (s / (tenure + calm));
  if (unsure > quickTolerance) return Number.NaN;
  const gone = (openDays(of, 0, calm) * s) / (tenure + calm / 2) + unsure;
  const there = (tenure / (tenure + openDays(of, 0, silence))) ** s;
  const lost = gone / (gone + there);
  return lost < mostQuick ? lost : Number.NaN;
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
  const now = survivalAt(of, prepared, asOf, 0);
  const later = survivalAt(of, prepared, asOf + horizon, 0);
  const stays = staysFor(prepared, asOf - of.firstDay, horizon / 2);
  return now > 0 ? pAlive * stays * Math.max(0, 1 - later / now) : 0;
};

/** No lateness granted: the plain posterior, as P(order) needs it. */
export const noGrace = { days: 0, spreads: 0 } as const;

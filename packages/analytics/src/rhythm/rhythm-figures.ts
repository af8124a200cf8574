import { fillClosedDays } from "./closed-days.ts";
import { lostProbability, noGrace, rawOrderProbability } from "./lost-probability.ts";
import { readNextOrderWindow } from "./next-order-window.ts";
import { calibrateOrderProbability } from "./order-calibration.ts";
import type { DayRange, OrderDayHistories } from "./order-day-histories.ts";
import { type PreparedModel, preparedModel } from "./prepared-model.ts";
import { readRhythm } from "./read-rhythm.ts";
import { lognormalLaw, type RhythmModel } from "./rhythm-model.ts";
import { defaultLevels, type RhythmOptions } from "./rhythm-options.ts";
import { createRhythmPosterior, type RhythmPosterior } from "./rhythm-posterior.ts";
import { type NextOrderWindow, rhythmBases, rhythmClocks, rhythmLevels } from "./rhythm-score.ts";
import { type ClosedSeason, closedSeason } from "./season-window.ts";

const irregularShare = 0.5;
/** Irregular buyers whose next order may take longer than this cannot be told from leavers in time. */
const longestTellableDays = 60;
const seasonalShare = 0.3;

/** The numbers of one account; reused from account to account, so a batch makes no garbage. */
export interface RhythmFigures {
  pLost: number;
  pOrder30: number;
  pOrder90: number;
  pOrderHorizon: number;
  next: NextOrderWindow;
  /** Indices into the arrays of rhythm-score.ts. */
  level: number;
  basis: number;
  clock: number;
  solarWeight: number;
  lunarWeight: number;
  irregularWeight: number;
  /** Expected yearly log-change of the gap. */
  trendPerYear: number;
  /** The best-believed season group's index in `posterior.groups`, or −1. */
  seasonGroup: number;
  closed: ClosedSeason | null;
}

/** Everything a scoring run needs, made once per run. */
export interface RhythmRun {
  model: RhythmModel;
  prepared: PreparedModel;
  posterior: RhythmPosterior;
  figures: RhythmFigures;
  options: RhythmOptions;
  tenantClosures: readonly DayRange[];
  hasPause: boolean;
}

/** Starts a run; a caller that scores single accounts may lend it room that is used again. */
export const startRhythmRun = (
  model: RhythmModel,
  options: RhythmOptions,
  posterior: RhythmPosterior = createRhythmPosterior(),
): RhythmRun => {
  const tenantClosures = [...model.closures, ...(options.closures ?? [])];
  fillClosedDays(posterior.baseClosed, tenantClosures);
  return {
    model,
    prepared: preparedModel(model),
    posterior,
    options,
    tenantClosures,
    hasPause: false,
    figures: {
      pLost: 0,
      pOrder30: 0,
      pOrder90: 0,
      pOrderHorizon: 0,
      next: { from: 0, expected: 0, to: 0 },
      level: 0,
      basis: 0,
      clock: 0,
      solarWeight: 0,
      lunarWeight: 0,
      irregularWeight: 0,
      trendPerYear: 0,
      seasonGroup: -1,
      closed: null,
    },
  };
};

/** Reads one account into the run's posterior, with the closures and pauses that count for it. */
export const readAccount = (
  run: RhythmRun,
  histories: OrderDayHistories,
  accountIndex: number,
  asOf: number,
): void => {
  const pauses = run.options.plannedPauses?.get(accountIndex);
  if (pauses || run.hasPause) {
    fillClosedDays(run.posterior.baseClosed, [...run.tenantClosures, ...(pauses ?? [])]);
    run.hasPause = pauses !== undefined;
  }
  readRhythm(run.posterior, run.prepared, histories, accountIndex, asOf);
};

const readWeights = (of: RhythmPosterior, into: RhythmFigures): void => {
  into.solarWeight = 0;
  into.lunarWeight = 0;
  into.irregularWeight = 0;
  into.trendPerYear = 0;
  into.seasonGroup = -1;
  let best = 0;
  for (let g = 0; g < of.groupCount; g++) {
    const group = of.groups[g]!;
    if (group.slots) {
      if (group.clock === 4) into.solarWeight += group.weight;
      else into.lunarWeight += group.weight;
      if (group.weight > best) {
        best = group.weight;
        into.seasonGroup = g;
      }
      continue;
    }
    into.trendPerYear += group.weight * group.trendPerDay * 365.25;
    for (let c = group.from; c < group.until; c++)
      if (of.law[c]! <= 1 || (of.law[c] === lognormalLaw && of.rate[c]! > 0.5))
        into.irregularWeight += of.weight[c]!;
  }
};

const basisOf = (run: RhythmRun): number => {
  const { posterior, figures, model } = run;
  if (posterior.orderDays === 0) return rhythmBases.indexOf("not_enough_history");
  if (posterior.orderDays === 1) return rhythmBases.indexOf("new");
  const cannotTell =
    figures.irregularWeight > irregularShare &&
    figures.next.to - posterior.lastDay > longestTellableDays &&
    figures.level < rhythmLevels.indexOf("act");
  if (cannotTell) return rhythmBases.indexOf("cannot_tell");
  const isThin = posterior.orderDays < 3 || model.prior === "default";
  return rhythmBases.indexOf(isThin ? "default_prior" : "full");
};

const levelOf = (run: RhythmRun): number => {
  const { watch, act, lost } = run.options.levels ?? defaultLevels;
  const { pLost } = run.figures;
  return pLost >= lost ? 3 : pLost >= act ? 2 : pLost >= watch ? 1 : 0;
};

/** Computes all figures of the account just read; with fewer than two order-days only the basis. */
export const readFigures = (run: RhythmRun, asOf: number): void => {
  const { posterior, prepared, figures, model } = run;
  figures.level = 0;
  figures.clock = 0;
  figures.closed = null;
  figures.pLost = Number.NaN;
  readWeights(posterior, figures);
  if (posterior.count > 0) {
    figures.pLost = lostProbability(posterior, prepared, asOf, model.grace);
    const alive = 1 - lostProbability(posterior, prepared, asOf, noGrace);
    const horizon = run.options.horizonDays ?? 180;
    figures.pOrder30 = orderWithin(run, asOf, alive, 30);
    figures.pOrder90 = Math.max(figures.pOrder30, orderWithin(run, asOf, alive, 90));
    figures.pOrderHorizon =
      horizon === 90 ? figures.pOrder90 : orderWithin(run, asOf, alive, horizon);
    readNextOrderWindow(figures.next, posterior, prepared);
    figures.level = levelOf(run);
    const season = figures.solarWeight + figures.lunarWeight;
    if (season > 0.5) {
      const clock = figures.lunarWeight > figures.solarWeight ? "lunar_season" : "solar_season";
      figures.clock = rhythmClocks.indexOf(clock);
    }
    if (season > seasonalShare && figures.seasonGroup >= 0) {
      const { slots } = posterior.groups[figures.seasonGroup]!;
      figures.closed = closedSeason(slots!, posterior.days, posterior.dayCount, asOf);
    }
  }
  figures.basis = basisOf(run);
};

const orderWithin = (run: RhythmRun, asOf: number, alive: number, horizon: number): number =>
  calibrateOrderProbability(
    run.model.orderCalibration,
    rawOrderProbability(run.posterior, run.prepared, asOf, alive, horizon),
    horizon,
  );

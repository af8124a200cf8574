import { calendarParts } from "@mainstay/domain/calendar/day-number";
import { countAccounts, type OrderDayHistories } from "./order-day-histories.ts";
import { lostProbability, noGrace, rawOrderProbability } from "./lost-probability.ts";
import { calibrateOrderProbability } from "./order-calibration.ts";
import { type PreparedModel, preparedModel } from "./prepared-model.ts";
import type { RhythmModel } from "./rhythm-model.ts";
import { defaultLevels, type RhythmOptions } from "./rhythm-options.ts";
import { createRhythmPosterior, type RhythmPosterior } from "./rhythm-posterior.ts";
import { readRhythm, survivalAt } from "./read-rhythm.ts";
import { type RhythmColumns, type RhythmScore, rhythmBases, rhythmLevels } from "./rhythm-score.ts";

const dayOfQuantile = (of: RhythmPosterior, prepared: PreparedModel, p: number): number => {
  let high = 1;
  while (high < 4096 && survivalAt(of, prepared, of.lastDay + high, 0) > 1 - p) high *= 2;
  let low = high / 2;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (survivalAt(of, prepared, of.lastDay + middle, 0) > 1 - p) low = middle;
    else high = middle;
  }
  return of.lastDay + Math.ceil(high);
};

const basisOf = (of: RhythmPosterior, model: RhythmModel) =>
  of.orderDays === 0
    ? "not_enough_history"
    : of.orderDays === 1
      ? "new"
      : of.orderDays < 3 || model.prior === "default"
        ? "default_prior"
        : "full";

/** P(lost) of every account with at least one gap, NaN for the others: the cheap nightly screen. */
export const scoreLost = (
  model: RhythmModel,
  histories: OrderDayHistories,
  asOf: number,
): Float64Array => {
  const posterior = createRhythmPosterior();
  const prepared = preparedModel(model);
  const result = new Float64Array(countAccounts(histories));
  for (let i = 0; i < result.length; i++) {
    readRhythm(posterior, prepared, histories, i, asOf);
    result[i] =
      posterior.count === 0 ? Number.NaN : lostProbability(posterior, prepared, asOf, model.grace);
  }
  return result;
};

/** One account's rhythm at the end of `asOf`. Pure; see RhythmScore for units. */
export const scoreRhythm = (
  model: RhythmModel,
  histories: OrderDayHistories,
  accountIndex: number,
  asOf: number,
  options: RhythmOptions = {},
): RhythmScore => {
  const of = createRhythmPosterior();
  const prepared = preparedModel(model);
  readRhythm(of, prepared, histories, accountIndex, asOf);
  const basis = basisOf(of, model);
  const known = of.count > 0;
  const pLost = known ? lostProbability(of, prepared, asOf, model.grace) : null;
  const levels = options.levels ?? defaultLevels;
  const pAlive = pLost === null ? null : 1 - pLost;
  const alive = known ? 1 - lostProbability(of, prepared, asOf, noGrace) : 0;
  const order = (horizon: number) =>
    known
      ? calibrateOrderProbability(
          model.orderCalibration,
          rawOrderProbability(of, prepared, asOf, alive, horizon),
          horizon,
        )
      : null;
  const nextOrder = known
    ? {
        from: dayOfQuantile(of, prepared, 0.1),
        expected: dayOfQuantile(of, prepared, 0.5),
        to: dayOfQuantile(of, prepared, 0.9),
      }
    : null;
  return {
    accountIndex,
    asOf,
    modelVersion: model.version,
    basis,
    pLost,
    pAlive,
    pOrder30: order(30),
    pOrder90: order(90),
    pOrderHorizon: order(options.horizonDays ?? 180),
    nextOrder,
    clock: "plain",
    clockWeights: { plain: 1, solar_season: 0, lunar_season: 0 },
    level:
      pLost === null
        ? "none"
        : pLost >= levels.lost
          ? "lost"
          : pLost >= levels.act
            ? "act"
            : pLost >= levels.watch
              ? "watch"
              : "none",
    seasonClosed: null,
    explanation: {
      kind: known ? "regular" : "none",
      typicalGapDays: nextOrder === null ? null : nextOrder.expected - of.lastDay,
      gapSpreadDays: nextOrder === null ? null : (nextOrder.to - nextOrder.from) / 2,
      sinceYear: of.orderDays > 0 ? calendarParts(of.firstDay).year : null,
      orderDays: of.orderDays,
      lastOrderDay: of.orderDays > 0 ? of.lastDay : null,
      expectedDay: nextOrder?.expected ?? null,
      expectedSpreadDays: nextOrder === null ? null : (nextOrder.to - nextOrder.from) / 2,
      overdueDays: nextOrder === null ? 0 : Math.max(0, asOf - nextOrder.expected),
      silenceDays: of.orderDays > 0 ? asOf - of.lastDay : null,
      longestGapDays: of.orderDays > 1 ? of.longestGap : null,
      longerThanEver: of.orderDays > 1 && asOf - of.lastDay > of.longestGap,
      seasons: [],
      trendPerYear: 0,
    },
  };
};

/** All accounts at once, as columns. */
export const scoreAllRhythms = (
  model: RhythmModel,
  histories: OrderDayHistories,
  asOf: number,
  options: RhythmOptions = {},
): RhythmColumns => {
  const n = countAccounts(histories);
  const column = () => new Float64Array(n);
  const columns: RhythmColumns = {
    pLost: column(),
    pAlive: column(),
    pOrder30: column(),
    pOrder90: column(),
    pOrderHorizon: column(),
    nextFrom: column(),
    nextExpected: column(),
    nextTo: column(),
    level: new Uint8Array(n),
    basis: new Uint8Array(n),
    clock: new Uint8Array(n),
    seasonDaysPast: column(),
  };
  for (let i = 0; i < n; i++) {
    const score = scoreRhythm(model, histories, i, asOf, options);
    columns.pLost[i] = score.pLost ?? Number.NaN;
    columns.pAlive[i] = score.pAlive ?? Number.NaN;
    columns.pOrder30[i] = score.pOrder30 ?? Number.NaN;
    columns.pOrder90[i] = score.pOrder90 ?? Number.NaN;
    columns.pOrderHorizon[i] = score.pOrderHorizon ?? Number.NaN;
    columns.nextFrom[i] = score.nextOrder?.from ?? Number.NaN;
    columns.nextExpected[i] = score.nextOrder?.expected ?? Number.NaN;
    columns.nextTo[i] = score.nextOrder?.to ?? Number.NaN;
    columns.level[i] = rhythmLevels.indexOf(score.level);
    columns.basis[i] = rhythmBases.indexOf(score.basis);
    columns.seasonDaysPast[i] = score.seasonClosed?.daysPast ?? Number.NaN;
  }
  return columns;
};

import { calendarParts } from "@mainstay/domain/calendar/day-number";
import { countAccounts, type OrderDayHistories } from "./order-day-histories.ts";
import type { RhythmModel } from "./rhythm-model.ts";
import { defaultLevels, type RhythmOptions } from "./rhythm-options.ts";
import {
  createRhythmPosterior,
  type RhythmPosterior,
  readRhythm,
  survivalAt,
} from "./rhythm-posterior.ts";
import { type RhythmColumns, type RhythmScore, rhythmBases, rhythmLevels } from "./rhythm-score.ts";

// 8-point Gauss–Legendre on [0, 1].
const nodes = [
  0.01985507175, 0.1016667613, 0.237233795, 0.4082826788, 0.5917173212, 0.762766205, 0.8983332387,
  0.9801449282,
];
const nodeWeights = [
  0.05061426814, 0.1111905172, 0.1568533229, 0.1813418917, 0.1813418917, 0.1568533229, 0.1111905172,
  0.05061426814,
];

const dropoutSurvival = (model: RhythmModel, tenure: number, silence: number): number => {
  const { s, betaDays } = model.dropout;
  return ((betaDays + tenure) / (betaDays + tenure + silence)) ** s;
};

const lostProbability = (of: RhythmPosterior, model: RhythmModel, asOf: number): number => {
  const silence = asOf - of.lastDay;
  if (silence <= 0) return 0;
  const tenure = of.lastDay - of.firstDay;
  let gone = 0;
  for (let i = 0; i < nodes.length; i++) {
    const u = silence * (nodes[i] as number);
    const density =
      (model.dropout.s / (model.dropout.betaDays + tenure + u)) * dropoutSurvival(model, tenure, u);
    gone += (nodeWeights[i] as number) * density * survivalAt(of, of.lastDay + u);
  }
  gone *= silence;
  const there = dropoutSurvival(model, tenure, silence) * survivalAt(of, asOf);
  return gone + there > 0 ? gone / (gone + there) : 1;
};

const orderProbability = (
  of: RhythmPosterior,
  model: RhythmModel,
  asOf: number,
  pAlive: number,
  horizon: number,
): number => {
  const now = survivalAt(of, asOf);
  const later = survivalAt(of, asOf + horizon);
  const stays = dropoutSurvival(model, asOf - of.firstDay, horizon / 2);
  return now > 0 ? pAlive * stays * Math.max(0, 1 - later / now) : 0;
};

const dayOfQuantile = (of: RhythmPosterior, p: number): number => {
  let high = 1;
  while (high < 4096 && survivalAt(of, of.lastDay + high) > 1 - p) high *= 2;
  let low = high / 2;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (survivalAt(of, of.lastDay + middle) > 1 - p) low = middle;
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
  const result = new Float64Array(countAccounts(histories));
  for (let i = 0; i < result.length; i++) {
    readRhythm(posterior, model, histories, i, asOf);
    result[i] = posterior.count === 0 ? Number.NaN : lostProbability(posterior, model, asOf);
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
  readRhythm(of, model, histories, accountIndex, asOf);
  const basis = basisOf(of, model);
  const known = of.count > 0;
  const pLost = known ? lostProbability(of, model, asOf) : null;
  const levels = options.levels ?? defaultLevels;
  const pAlive = pLost === null ? null : 1 - pLost;
  const order = (horizon: number) =>
    pAlive === null ? null : orderProbability(of, model, asOf, pAlive, horizon);
  const nextOrder = known
    ? { from: dayOfQuantile(of, 0.1), expected: dayOfQuantile(of, 0.5), to: dayOfQuantile(of, 0.9) }
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

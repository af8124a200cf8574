import { explainRhythm } from "./explain-rhythm.ts";
import { lostProbability, lostWhileCalm } from "./lost-probability.ts";
import { countAccounts, type OrderDayHistories } from "./order-day-histories.ts";
import { readAccount, readFigures, startRhythmRun } from "./rhythm-figures.ts";
import { readIfCalm } from "./read-rhythm.ts";
import { createRhythmPosterior } from "./rhythm-posterior.ts";
import type { RhythmModel } from "./rhythm-model.ts";
import type { RhythmOptions } from "./rhythm-options.ts";
import {
  type RhythmColumns,
  type RhythmScore,
  rhythmBases,
  rhythmClocks,
  rhythmLevels,
} from "./rhythm-score.ts";

/**
 * P(lost) of every account at the end of `asOf`, 0 … 1; NaN for accounts without a gap. The cheap nightly path when
 * nothing else is asked: within 0.001 of `scoreRhythm` from 0.1 on and within 0.005 below.
 */
export const scoreLost = (
  model: RhythmModel,
  histories: OrderDayHistories,
  asOf: number,
  options: RhythmOptions = {},
): Float64Array => {
  const run = startRhythmRun(model, options);
  const hasPauses = options.plannedPauses !== undefined;
  const result = new Float64Array(countAccounts(histories));
  for (let i = 0; i < result.length; i++) {
    if (!hasPauses && readIfCalm(run.posterior, histories, i, asOf, model.grace.days)) {
      const lost = lostWhileCalm(run.posterior, run.prepared, asOf, model.grace);
      result[i] = lost;
      if (lost >= 0) continue;
    }
    readAccount(run, histories, i, asOf);
    result[i] =
      run.posterior.count > 0
        ? lostProbability(run.posterior, run.prepared, asOf, model.grace)
        : Number.NaN;
  }
  return result;
};

// Scratch of the single-account form; every call overwrites it.
const singleRoom = createRhythmPosterior();

/**
 * One account's rhythm at the end of `asOf`: is it lost, when is the next order due, and why we think so. Probabilities
 * are null when there is no gap to judge by; see RhythmScore for units.
 */
export const scoreRhythm = (
  model: RhythmModel,
  histories: OrderDayHistories,
  accountIndex: number,
  asOf: number,
  options: RhythmOptions = {},
): RhythmScore => {
  const run = startRhythmRun(model, options, singleRoom);
  readAccount(run, histories, accountIndex, asOf);
  readFigures(run, asOf);
  const { figures, posterior } = run;
  const known = posterior.count > 0;
  const orNull = (value: number): number | null => (known ? value : null);
  return {
    accountIndex,
    asOf,
    modelVersion: model.version,
    basis: rhythmBases[figures.basis]!,
    pLost: orNull(figures.pLost),
    pAlive: orNull(1 - figures.pLost),
    pOrder30: orNull(figures.pOrder30),
    pOrder90: orNull(figures.pOrder90),
    pOrderHorizon: orNull(figures.pOrderHorizon),
    nextOrder: known ? { ...figures.next } : null,
    clock: rhythmClocks[figures.clock]!,
    clockWeights: {
      plain: 1 - figures.solarWeight - figures.lunarWeight,
      solar_season: figures.solarWeight,
      lunar_season: figures.lunarWeight,
    },
    level: rhythmLevels[figures.level]!,
    seasonClosed: figures.closed ? { closed: true, daysPast: figures.closed.daysPast } : null,
    explanation: explainRhythm(run, asOf),
  };
};

const createColumns = (accounts: number): RhythmColumns => {
  const column = () => new Float64Array(accounts).fill(Number.NaN);
  return {
    pLost: column(),
    pAlive: column(),
    pOrder30: column(),
    pOrder90: column(),
    pOrderHorizon: column(),
    nextFrom: column(),
    nextExpected: column(),
    nextTo: column(),
    level: new Uint8Array(accounts),
    basis: new Uint8Array(accounts),
    clock: new Uint8Array(accounts),
    seasonDaysPast: column(),
  };
};

/** All accounts at once, as columns, with the same figures as `scoreRhythm` and no object per account. */
export const scoreAllRhythms = (
  model: RhythmModel,
  histories: OrderDayHistories,
  asOf: number,
  options: RhythmOptions = {},
): RhythmColumns => {
  const run = startRhythmRun(model, options);
  const accounts = countAccounts(histories);
  const columns = createColumns(accounts);
  const { figures, posterior } = run;
  for (let i = 0; i < accounts; i++) {
    readAccount(run, histories, i, asOf);
    readFigures(run, asOf);
    columns.basis[i] = figures.basis;
    if (posterior.count === 0) continue;
    columns.pLost[i] = figures.pLost;
    columns.pAlive[i] = 1 - figures.pLost;
    columns.pOrder30[i] = figures.pOrder30;
    columns.pOrder90[i] = figures.pOrder90;
    columns.pOrderHorizon[i] = figures.pOrderHorizon;
    columns.nextFrom[i] = figures.next.from;
    columns.nextExpected[i] = figures.next.expected;
    columns.nextTo[i] = figures.next.to;
    columns.level[i] = figures.level;
    columns.clock[i] = figures.clock;
    if (figures.closed) columns.seasonDaysPast[i] = figures.closed.daysPast;
  }
  return columns;
};

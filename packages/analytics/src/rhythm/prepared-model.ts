import { logGamma } from "../numeric/log-gamma.ts";
import { gapStages, type RhythmModel } from "./rhythm-model.ts";
import { seasonalClockTable } from "./seasonal-clock.ts";

/** Longest list of orders that a rhythm is read from; older ones are left out. */
export const longestHistory = 200;

/** Tables that make scoring cheap, computed once per model. */
export interface PreparedModel {
  model: RhythmModel;
  logLawWeight: Float64Array;
  logClockWeight: Float64Array;
  logBurst: number;
  logNoBurst: number;
  /** `ln Γ(r + k n) − ln Γ(r) + r ln α − n ln Γ(k)` at [stage · (longestHistory + 1) + n]. */
  evidenceBase: Float64Array;
  /** The part of the log-normal evidence that only depends on the number of gaps. */
  lognormalBase: Float64Array;
  /** The part of a season window's timing evidence that only depends on the number of its orders. */
  timingBase: Float64Array;
  /** `ln Γ` of the season windows' Beta law after n more hits, n more misses, n more chances. */
  hitLogGamma: Float64Array;
  missLogGamma: Float64Array;
  chanceLogGamma: Float64Array;
  /** Cumulative portfolio-season time by day, or null. */
  seasonalClock: { firstDay: number; cumulative: Float64Array; logSpeed: Float64Array } | null;
}

const prepare = (model: RhythmModel): PreparedModel => {
  const width = longestHistory + 1;
  const evidenceBase = new Float64Array(gapStages.length * width);
  gapStages.forEach((k, m) => {
    const r = model.rateShape[m]!;
    const base = r * Math.log(model.rateScale[m]!) - logGamma(r);
    for (let n = 0; n < width; n++)
      evidenceBase[m * width + n] = base + logGamma(r + k * n) - n * logGamma(k);
  });
  const { meanWeight, spreadShape, spreadScale } = model.lognormal;
  const lognormalBase = Float64Array.from(
    { length: width },
    (_, n) =>
      0.5 * Math.log(meanWeight / (meanWeight + n)) +
      spreadShape * Math.log(spreadScale) -
      logGamma(spreadShape) +
      logGamma(spreadShape + n / 2) -
      (n / 2) * Math.log(2 * Math.PI),
  );
  const { spreadShape: a, spreadScale: b, hit, miss } = model.season;
  const logGammasFrom = (first: number): Float64Array =>
    Float64Array.from({ length: 2 * width }, (_, n) => logGamma(first + n));
  const timingBase = Float64Array.from(
    { length: width },
    (_, n) =>
      -0.5 * Math.log(Math.max(1, n)) -
      0.5 * Math.log(2 * Math.PI) * (n - 1) +
      a * Math.log(b) -
      logGamma(a) +
      logGamma(a + Math.max(0, n - 1) / 2),
  );
  return {
    model,
    logLawWeight: Float64Array.from(model.stageWeights, Math.log),
    logClockWeight: Float64Array.from(model.clockWeights, Math.log),
    logBurst: Math.log(model.burstWeight),
    logNoBurst: Math.log1p(-model.burstWeight),
    evidenceBase,
    lognormalBase,
    timingBase,
    hitLogGamma: logGammasFrom(hit),
    missLogGamma: logGammasFrom(miss),
    chanceLogGamma: logGammasFrom(hit + miss),
    seasonalClock: model.seasonalIndex ? seasonalClockTable(model.seasonalIndex, model.asOf) : null,
  };
};

const known = new WeakMap<RhythmModel, PreparedModel>();

/** The tables of a model, made on first use. A model must not be changed afterwards. */
export const preparedModel = (model: RhythmModel): PreparedModel => {
  let prepared = known.get(model);
  if (!prepared) {
    prepared = prepare(model);
    known.set(model, prepared);
  }
  return prepared;
};

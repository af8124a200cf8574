import { digamma } from "../numeric/digamma.ts";
import { lostProbability, noGrace, rawOrderProbability } from "./lost-probability.ts";
import { fitOrderCalibration, type OrderCalibration } from "./order-calibration.ts";
import { countAccounts, endOfHistory, type OrderDayHistories } from "./order-day-histories.ts";
import type { SeasonSlots } from "./season-slots.ts";
import { preparedModel } from "./prepared-model.ts";
import { defaultRhythmModel, gapStages, lognormalLaw, type RhythmModel } from "./rhythm-model.ts";
import { createRhythmPosterior } from "./rhythm-posterior.ts";
import { readRhythm } from "./read-rhythm.ts";
import { fitSeasonalIndex } from "./seasonal-clock.ts";

const largestSample = 2000;
const fewestForFit = 200;
const rounds = 6;
/** The default prior counts as so many accounts. */
const priorAccounts = 20;

/** Accounts with at least two gaps by `asOf`, evenly thinned to at most `largestSample`. */
const sampleAccounts = (histories: OrderDayHistories, asOf: number): number[] => {
  const able: number[] = [];
  for (let i = 0; i < countAccounts(histories); i++)
    if (endOfHistory(histories, i, asOf) - histories.offsets[i]! >= 3) able.push(i);
  const step = Math.max(1, able.length / largestSample);
  const chosen: number[] = [];
  for (let at = 0; at < able.length; at += step) chosen.push(able[Math.floor(at)]!);
  return chosen;
};

const calibratedHorizons = [30, 90, 180];
const shareCalibrated = 0.4;
const daysBetweenLooks = 91;

/** The accounts that ordered most in the year before `past`: forecasts matter most for them, and few of them leave. */
const frequentAccounts = (
  histories: OrderDayHistories,
  sample: readonly number[],
  past: number,
): number[] => {
  const counted = sample.flatMap((account) => {
    const end = endOfHistory(histories, account, past);
    const recent = end - endOfHistory(histories, account, past - 365);
    return end - histories.offsets[account]! >= 4 && recent > 0 ? [{ account, recent }] : [];
  });
  counted.sort((a, b) => b.recent - a.recent || a.account - b.account);
  return counted.slice(0, Math.ceil(shareCalibrated * counted.length)).map((c) => c.account);
};

/** Looks back at up to three earlier days: what would have been forecast then, and what came. */
const fitCalibrations = (
  model: RhythmModel,
  histories: OrderDayHistories,
  asOf: number,
  sample: readonly number[],
): OrderCalibration[] => {
  const prepared = preparedModel(model);
  const of = createRhythmPosterior();
  const { offsets, days } = histories;
  const first = sample.reduce((day, account) => Math.min(day, days[offsets[account]!]!), asOf);
  return calibratedHorizons.flatMap((horizon) => {
    const forecasts: number[] = [];
    const came: boolean[] = [];
    for (let look = 0; look < 3; look++) {
      const past = asOf - horizon - look * daysBetweenLooks;
      if (past - first < 120) break;
      for (const account of frequentAccounts(histories, sample, past)) {
        const end = endOfHistory(histories, account, past);
        readRhythm(of, prepared, histories, account, past);
        const alive = 1 - lostProbability(of, prepared, past, noGrace);
        forecasts.push(rawOrderProbability(of, prepared, past, alive, horizon));
        came.push(end < offsets[account + 1]! && days[end]! <= past + horizon);
      }
    }
    return forecasts.length < 100 ? [] : [fitOrderCalibration(horizon, forecasts, came)];
  });
};

const share = (counts: Float64Array): number[] => {
  const total = counts.reduce((a, b) => a + b, 0);
  return [...counts].map((n) => n / total);
};

/** Weighted moments of the stage rates, from which each Gamma law is refitted. */
interface RateMoments {
  weight: Float64Array;
  mean: Float64Array;
  logMean: Float64Array;
}

const addRate = (
  into: RateMoments,
  law: number,
  weight: number,
  shape: number,
  rate: number,
): void => {
  if (law === lognormalLaw) return;
  into.weight[law]! += weight;
  into.mean[law]! += (weight * shape) / rate;
  into.logMean[law]! += weight * (digamma(shape) - Math.log(rate));
};

const createRateMoments = (start: RhythmModel): RateMoments => {
  const moments = {
    weight: new Float64Array(gapStages.length),
    mean: new Float64Array(gapStages.length),
    logMean: new Float64Array(gapStages.length),
  };
  gapStages.forEach((_, m) => {
    addRate(moments, m, priorAccounts, start.rateShape[m]!, start.rateScale[m]!);
  });
  return moments;
};

/** Shape of a Gamma law from its mean and mean log, by Minka's closed approximation (error below 1.5 %). */
const gammaShape = (mean: number, logMean: number): number => {
  const s = Math.log(mean) - logMean;
  return (3 - s + Math.sqrt((s - 3) ** 2 + 24 * s)) / (12 * s);
};

/** The law of the rates is kept wide: a narrow one pulls single accounts too far to the portfolio. */
const mostRateShape = 1.5;

const ratePrior = (moments: RateMoments): { rateShape: number[]; rateScale: number[] } => {
  const rateShape: number[] = [];
  const rateScale: number[] = [];
  gapStages.forEach((_, m) => {
    const mean = moments.mean[m]! / moments.weight[m]!;
    const logMean = moments.logMean[m]! / moments.weight[m]!;
    const shape = Math.min(mostRateShape, Math.max(0.3, gammaShape(mean, logMean)));
    rateShape.push(shape);
    rateScale.push(shape / mean);
  });
  return { rateShape, rateScale };
};

/** Weighted moments of the precision of season windows, and how often they brought no order. */
interface SeasonMoments {
  weight: number;
  mean: number;
  logMean: number;
  chances: number;
  misses: number;
}

const createSeasonMoments = ({ season }: RhythmModel): SeasonMoments => ({
  weight: priorAccounts,
  mean: (priorAccounts * season.spreadShape) / season.spreadScale,
  logMean: priorAccounts * (digamma(season.spreadShape) - Math.log(season.spreadScale)),
  chances: priorAccounts * (season.hit + season.miss),
  misses: priorAccounts * season.miss,
});

const addSeason = (
  into: SeasonMoments,
  slots: SeasonSlots,
  weight: number,
  spreadShape: number,
): void => {
  if (weight < 0.01) return;
  for (let s = 0; s < slots.slotCount; s++) {
    const n = slots.hits[s]!;
    const shape = spreadShape + (n - 1) / 2;
    const scale = (slots.scale[s]! ** 2 * shape) / (1 + 1 / n);
    const share = weight / slots.slotCount;
    into.weight += share;
    into.mean += (share * shape) / scale;
    into.logMean += share * (digamma(shape) - Math.log(scale));
    into.chances += weight * (n + slots.misses[s]!);
    into.misses += weight * slots.misses[s]!;
  }
};

/** Season law of the portfolio: spread by maximum likelihood, missed years by their share. */
const seasonPrior = (start: RhythmModel, of: SeasonMoments): RhythmModel["season"] => {
  const mean = of.mean / of.weight;
  const spreadShape = Math.min(4, Math.max(0.7, gammaShape(mean, of.logMean / of.weight)));
  const strength = start.season.hit + start.season.miss;
  const miss = strength * Math.min(0.2, Math.max(0.005, of.misses / of.chances));
  return { hit: strength - miss, miss, spreadShape, spreadScale: spreadShape / mean };
};

const dropoutOf = (perYear: number): RhythmModel["dropout"] => {
  const betaDays = 3650;
  return { s: Math.min(0.6, Math.max(0.1, perYear)) * (betaDays / 365), betaDays };
};

/**
 * Learns a portfolio's rhythm prior from all order-days up to `asOf`, by EM on at most 2,000 accounts. With fewer than
 * 200 accounts of two gaps or more the shipped default is returned unchanged.
 */
export const fitRhythmModel = (histories: OrderDayHistories, asOf: number): RhythmModel => {
  const start = defaultRhythmModel(asOf);
  const sample = sampleAccounts(histories, asOf);
  start.accountsUsed = sample.length;
  if (sample.length < fewestForFit) return start;
  let model: RhythmModel = {
    ...start,
    version: "rhythm-1/fitted",
    prior: "fitted",
    seasonalIndex: fitSeasonalIndex(histories, asOf),
  };
  const of = createRhythmPosterior();
  for (let round = 0; round < rounds; round++) {
    const prepared = preparedModel(model);
    const stages = Float64Array.from(start.stageWeights, (w) => w * priorAccounts);
    const clocks = Float64Array.from(start.clockWeights, (w) => w * priorAccounts);
    let bursts = start.burstWeight * priorAccounts;
    let renewals = priorAccounts;
    const rates = createRateMoments(start);
    const seasons = createSeasonMoments(start);
    let lost = priorAccounts * 0.15;
    let lifetime = priorAccounts;
    for (const account of sample) {
      readRhythm(of, prepared, histories, account, asOf);
      for (let g = 0; g < of.groupCount; g++) {
        const group = of.groups[g]!;
        clocks[group.clock]! += group.weight;
        if (group.slots) {
          addSeason(seasons, group.slots, group.weight, model.season.spreadShape);
          continue;
        }
        renewals += group.weight;
        if (group.collapsed) bursts += group.weight;
        for (let c = group.from; c < group.until; c++) {
          stages[of.law[c]!]! += of.weight[c]!;
          addRate(rates, of.law[c]!, of.weight[c]!, of.shape[c]!, of.rate[c]!);
        }
      }
      const pLost = lostProbability(of, prepared, asOf, noGrace);
      lost += pLost;
      lifetime += (of.lastDay - of.firstDay + (1 - pLost / 2) * (asOf - of.lastDay)) / 365.25;
    }
    model = {
      ...model,
      stageWeights: share(stages),
      clockWeights: share(clocks),
      burstWeight: bursts / renewals,
      ...ratePrior(rates),
      season: seasonPrior(start, seasons),
      dropout: dropoutOf(lost / lifetime),
    };
  }
  return { ...model, orderCalibration: fitCalibrations(model, histories, asOf, sample) };
};

import { countAccounts, endOfHistory, type OrderDayHistories } from "./order-day-histories.ts";
import { defaultRhythmModel, gapStages, type RhythmModel } from "./rhythm-model.ts";
import { createRhythmPosterior, readRhythm } from "./rhythm-posterior.ts";

const largestSample = 2000;
const fewestForFit = 200;
const rounds = 12;

/** Accounts with at least two gaps by `asOf`, evenly thinned to at most `largestSample`. */
const sampleAccounts = (histories: OrderDayHistories, asOf: number): number[] => {
  const able: number[] = [];
  for (let i = 0; i < countAccounts(histories); i++)
    if (endOfHistory(histories, i, asOf) - (histories.offsets[i] as number) >= 3) able.push(i);
  const step = Math.max(1, able.length / largestSample);
  const chosen: number[] = [];
  for (let at = 0; at < able.length; at += step) chosen.push(able[Math.floor(at)] as number);
  return chosen;
};

/**
 * Learns a portfolio's rhythm prior from all order-days up to `asOf`, by EM on at most 2,000 accounts. With fewer than
 * 200 accounts of two gaps or more the shipped default is returned unchanged.
 */
export const fitRhythmModel = (histories: OrderDayHistories, asOf: number): RhythmModel => {
  const model = defaultRhythmModel(asOf);
  const sample = sampleAccounts(histories, asOf);
  model.accountsUsed = sample.length;
  if (sample.length < fewestForFit) return model;
  const posterior = createRhythmPosterior();
  for (let round = 0; round < rounds; round++) {
    const weights = new Float64Array(gapStages.length).fill(1);
    for (const account of sample) {
      readRhythm(posterior, model, histories, account, asOf);
      for (let c = 0; c < posterior.count; c++)
        weights[posterior.stageIndex[c] as number]! += posterior.weight[c] as number;
    }
    const total = weights.reduce((a, b) => a + b, 0);
    model.stageWeights = [...weights].map((w) => w / total);
  }
  return { ...model, version: "rhythm-1/fitted", prior: "fitted" };
};

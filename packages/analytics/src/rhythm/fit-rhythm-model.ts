import { countAccounts, endOfHistory, type OrderDayHistories } from "./order-day-histories.ts";
import { preparedModel } from "./prepared-model.ts";
import { defaultRhythmModel, type RhythmModel } from "./rhythm-model.ts";
import { createRhythmPosterior, readRhythm } from "./rhythm-posterior.ts";
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

const share = (counts: Float64Array): number[] => {
  const total = counts.reduce((a, b) => a + b, 0);
  return [...counts].map((n) => n / total);
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
    for (const account of sample) {
      readRhythm(of, prepared, histories, account, asOf);
      for (let g = 0; g < of.groupCount; g++) {
        const group = of.groups[g]!;
        clocks[group.clock]! += group.weight;
        if (group.kind === "slots") continue;
        renewals += group.weight;
        if (group.collapsed) bursts += group.weight;
        for (let c = group.from; c < group.until; c++) stages[of.stageIndex[c]!]! += of.weight[c]!;
      }
    }
    model = {
      ...model,
      stageWeights: share(stages),
      clockWeights: share(clocks),
      burstWeight: bursts / renewals,
    };
  }
  return model;
};

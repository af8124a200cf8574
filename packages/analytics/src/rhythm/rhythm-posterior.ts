import { burstThreshold } from "./burst-collapse.ts";
import { erlangSurvival } from "./erlang-survival.ts";
import { logGamma } from "../numeric/log-gamma.ts";
import { endOfHistory, type OrderDayHistories } from "./order-day-histories.ts";
import { gapStages, type RhythmModel } from "./rhythm-model.ts";

const longestHistory = 200;

/** What one account's own orders say about its rhythm, on top of the portfolio's prior. Reused between accounts. */
export interface RhythmPosterior {
  orderDays: number;
  firstDay: number;
  lastDay: number;
  longestGap: number;
  /** Components: weight, stages index, Γ shape, Γ rate (days), day the gap clock started. */
  count: number;
  weight: Float64Array;
  stageIndex: Uint8Array;
  shape: Float64Array;
  rate: Float64Array;
  startDay: Float64Array;
  collapsed: Uint8Array;
  heads: Int32Array;
  gaps: Float64Array;
}

export const createRhythmPosterior = (): RhythmPosterior => ({
  orderDays: 0,
  firstDay: 0,
  lastDay: 0,
  longestGap: 0,
  count: 0,
  weight: new Float64Array(64),
  stageIndex: new Uint8Array(64),
  shape: new Float64Array(64),
  rate: new Float64Array(64),
  startDay: new Float64Array(64),
  collapsed: new Uint8Array(64),
  heads: new Int32Array(longestHistory + 1),
  gaps: new Float64Array(longestHistory + 1),
});

const addRenewal = (
  into: RhythmPosterior,
  model: RhythmModel,
  headCount: number,
  logPrior: number,
  collapsed: number,
): void => {
  const gaps = headCount - 1;
  let sum = 0;
  let logSum = 0;
  for (let i = 1; i < headCount; i++) {
    const gap = (into.heads[i] as number) - (into.heads[i - 1] as number);
    sum += gap;
    logSum += Math.log(gap);
  }
  for (let m = 0; m < gapStages.length; m++) {
    const k = gapStages[m] as number;
    const r = model.rateShape[m] as number;
    const alpha = model.rateScale[m] as number;
    const shape = r + k * gaps;
    const rate = alpha + sum;
    const evidence =
      logGamma(shape) -
      logGamma(r) +
      r * Math.log(alpha) -
      shape * Math.log(rate) +
      (k - 1) * logSum -
      gaps * logGamma(k);
    const c = into.count++;
    into.weight[c] = logPrior + Math.log(model.stageWeights[m] as number) + evidence;
    into.stageIndex[c] = m;
    into.shape[c] = shape;
    into.rate[c] = rate;
    into.startDay[c] = into.heads[headCount - 1] as number;
    into.collapsed[c] = collapsed;
  }
};

const normaliseWeights = (into: RhythmPosterior): void => {
  let top = Number.NEGATIVE_INFINITY;
  for (let c = 0; c < into.count; c++) top = Math.max(top, into.weight[c] as number);
  let total = 0;
  for (let c = 0; c < into.count; c++) {
    const w = Math.exp((into.weight[c] as number) - top);
    into.weight[c] = w;
    total += w;
  }
  for (let c = 0; c < into.count; c++) into.weight[c] = (into.weight[c] as number) / total;
};

/** Reads one account's order-days up to `asOf` into `into`; afterwards `survivalAt` answers for that account. */
export const readRhythm = (
  into: RhythmPosterior,
  model: RhythmModel,
  histories: OrderDayHistories,
  accountIndex: number,
  asOf: number,
): void => {
  const start = histories.offsets[accountIndex] as number;
  const end = endOfHistory(histories, accountIndex, asOf);
  const from = Math.max(start, end - longestHistory);
  into.orderDays = end - start;
  into.count = 0;
  into.longestGap = 0;
  if (end === start) return;
  into.firstDay = histories.days[start] as number;
  into.lastDay = histories.days[end - 1] as number;
  const count = end - from;
  for (let i = 0; i < count; i++) into.heads[i] = histories.days[from + i] as number;
  if (count < 2) return;
  for (let i = 1; i < count; i++)
    into.gaps[i - 1] = (into.heads[i] as number) - (into.heads[i - 1] as number);
  const sorted = into.gaps.subarray(0, count - 1).sort();
  into.longestGap = sorted[count - 2] as number;
  const threshold = burstThreshold(sorted, count - 1);
  if (threshold !== null) {
    const upper = sorted.filter((gap) => gap > threshold);
    const mean = upper.reduce((a, b) => a + b, 0) / upper.length;
    const spread = Math.sqrt(upper.reduce((a, b) => a + (b - mean) ** 2, 0) / upper.length);
    if (spread / mean <= 0.35) {
      let heads = 1;
      for (let i = 1; i < count; i++) {
        const day = histories.days[from + i] as number;
        if (day - (histories.days[from + i - 1] as number) > threshold) into.heads[heads++] = day;
      }
      addRenewal(into, model, heads, 0, 1);
      normaliseWeights(into);
      return;
    }
  }
  addRenewal(into, model, count, 0, 0);
  normaliseWeights(into);
};

/** Probability that a customer who is still there has not ordered again by the end of `day`. */
export const survivalAt = (of: RhythmPosterior, day: number): number => {
  let sum = 0;
  for (let c = 0; c < of.count; c++) {
    const w = of.weight[c] as number;
    if (w < 1e-6) continue;
    const k = gapStages[of.stageIndex[c] as number] as number;
    sum +=
      w *
      erlangSurvival(
        k,
        of.shape[c] as number,
        of.rate[c] as number,
        day - (of.startDay[c] as number),
      );
  }
  return sum;
};

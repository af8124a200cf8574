import { closedBetween } from "./closed-days.ts";
import type { PreparedModel } from "./prepared-model.ts";
import type { RhythmGroup, RhythmPosterior } from "./rhythm-posterior.ts";

/** Steps of the yearly log-change of the gap: a trend is −3 … 3 times this. */
export const trendStepPerDay = 0.09 / 365.25;
export const trendSteps = [-3, -2, -1, 1, 2, 3] as const;

const shortestGap = 0.25;

const indexTime = (prepared: PreparedModel, day: number): number => {
  const { cumulative, firstDay } = prepared.seasonalClock!;
  const last = cumulative.length - 1;
  const x = day - firstDay;
  if (x <= 0) return cumulative[0]! + x;
  if (x >= last) return cumulative[last]! + (x - last);
  const i = Math.floor(x);
  return cumulative[i]! + (x - i) * (cumulative[i + 1]! - cumulative[i]!);
};

/** Clock time of a group between two days: closed days do not count, busy seasons and past trends stretch it. */
export const elapsed = (
  of: RhythmPosterior,
  prepared: PreparedModel,
  group: RhythmGroup,
  from: number,
  to: number,
): number => {
  if (to <= from) return 0;
  if (group.kind === "index")
    return Math.max(0, indexTime(prepared, to) - indexTime(prepared, from));
  let open = to - from;
  if (of.baseClosed.count > 0) open -= closedBetween(of.baseClosed, from, to);
  if (group.closed) open -= closedBetween(group.closed, from, to);
  if (group.trendPerDay !== 0)
    open *= Math.exp(-group.trendPerDay * ((from + to) / 2 - of.lastDay));
  return open > 0 ? open : 0;
};

/** Sums over the gaps of one list of orders in one clock's time, with the log-speed of the clock at each order. */
export interface GapMoments {
  sum: number;
  logSum: number;
  logSquares: number;
  logSpeed: number;
}

const integerLogs = Float64Array.from({ length: 4096 }, (_, gap) => Math.log(gap));

/** Sums of the plain clock, from which those of every trend follow. */
export interface PlainMoments extends GapMoments {
  middleSum: number;
  middleSquares: number;
  logMiddle: number;
  orderSum: number;
  /** Σ gap · exp(−step · trendStep · middle) for the steps of `trendSteps`. */
  trendSums: Float64Array;
}

export const createPlainMoments = (): PlainMoments => ({
  sum: 0,
  logSum: 0,
  logSquares: 0,
  logSpeed: 0,
  middleSum: 0,
  middleSquares: 0,
  logMiddle: 0,
  orderSum: 0,
  trendSums: new Float64Array(trendSteps.length),
});

/** Reads the gaps of `list` once, for the plain clock and all trends. */
export const readPlainMoments = (
  into: PlainMoments,
  of: RhythmPosterior,
  list: Int32Array,
  count: number,
): void => {
  let sum = 0;
  let logSum = 0;
  let logSquares = 0;
  let middleSum = 0;
  let middleSquares = 0;
  let logMiddle = 0;
  let orderSum = 0;
  let [down3, down2, down1, up1, up2, up3] = [0, 0, 0, 0, 0, 0];
  const isOpen = of.baseClosed.count === 0;
  for (let i = 1; i < count; i++) {
    const from = list[i - 1]!;
    const to = list[i]!;
    let gap = to - from;
    if (!isOpen) gap = Math.max(shortestGap, gap - closedBetween(of.baseClosed, from, to));
    const log = isOpen && gap < 4096 ? integerLogs[gap]! : Math.log(gap);
    const middle = (from + to) / 2 - of.lastDay;
    sum += gap;
    logSum += log;
    logSquares += log * log;
    middleSum += middle;
    middleSquares += middle * middle;
    logMiddle += log * middle;
    orderSum += to - of.lastDay;
    const e = Math.exp(-trendStepPerDay * middle);
    const inverse = 1 / e;
    up1 += gap * e;
    up2 += gap * e * e;
    up3 += gap * e * e * e;
    down1 += gap * inverse;
    down2 += gap * inverse * inverse;
    down3 += gap * inverse * inverse * inverse;
  }
  into.sum = sum;
  into.logSum = logSum;
  into.logSquares = logSquares;
  into.logSpeed = 0;
  into.middleSum = middleSum;
  into.middleSquares = middleSquares;
  into.logMiddle = logMiddle;
  into.orderSum = orderSum;
  into.trendSums[0] = down3;
  into.trendSums[1] = down2;
  into.trendSums[2] = down1;
  into.trendSums[3] = up1;
  into.trendSums[4] = up2;
  into.trendSums[5] = up3;
};

/** The sums under the trend `trendSteps[at]`, in closed form from the plain ones. */
export const trendMoments = (into: GapMoments, plain: PlainMoments, at: number): void => {
  const rate = trendSteps[at]! * trendStepPerDay;
  into.sum = plain.trendSums[at]!;
  into.logSum = plain.logSum - rate * plain.middleSum;
  into.logSquares =
    plain.logSquares - 2 * rate * plain.logMiddle + rate * rate * plain.middleSquares;
  into.logSpeed = -rate * plain.orderSum;
};

/** The sums under any other clock, gap by gap. */
export const readClockMoments = (
  into: GapMoments,
  of: RhythmPosterior,
  prepared: PreparedModel,
  group: RhythmGroup,
  list: Int32Array,
  count: number,
): void => {
  into.sum = 0;
  into.logSum = 0;
  into.logSquares = 0;
  into.logSpeed = 0;
  const speeds = group.kind === "index" ? prepared.seasonalClock : null;
  for (let i = 1; i < count; i++) {
    const gap = Math.max(shortestGap, elapsed(of, prepared, group, list[i - 1]!, list[i]!));
    const log = Math.log(gap);
    into.sum += gap;
    into.logSum += log;
    into.logSquares += log * log;
    if (speeds) {
      const at = Math.min(speeds.logSpeed.length - 1, Math.max(0, list[i]! - speeds.firstDay));
      into.logSpeed += speeds.logSpeed[at]!;
    }
  }
};

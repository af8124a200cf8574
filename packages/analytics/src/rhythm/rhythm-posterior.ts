import { burstThreshold } from "./burst-collapse.ts";
import { type ClosedDays, closedBetween, createClosedDays } from "./closed-days.ts";
import { erlangSurvival } from "./erlang-survival.ts";
import { endOfHistory, type OrderDayHistories } from "./order-day-histories.ts";
import { longestHistory, type PreparedModel } from "./prepared-model.ts";
import { gapLaws, gapStages, lognormalLaw } from "./rhythm-model.ts";
import { isInSeasonTables, seasonCalendars } from "./season-calendar.ts";
import {
  burstEvidence,
  createSeasonSlots,
  readSeasonSlots,
  type SeasonSlots,
  slotSurvival,
} from "./season-slots.ts";
import { studentCdf } from "./student-t.ts";
import { findYearlyClosure } from "./yearly-closure.ts";

/** Yearly log-changes of the gap that compete with a steady rhythm. */
const trends = [-0.3, -0.18, -0.09, 0.09, 0.18, 0.3] as const;
const closureSelection = -3;
const mostGroups = 24;
const mostComponents = mostGroups * gapLaws;
const negligible = 1e-5;

type GroupKind = "trend" | "index" | "closure" | "slots";

/** Components that share a list of orders and a clock. */
interface Group {
  kind: GroupKind;
  /** Index into `gapClocks`. */
  clock: number;
  collapsed: boolean;
  trendPerDay: number;
  closed: ClosedDays | null;
  slots: SeasonSlots | null;
  startDay: number;
  /** Range of kept components. */
  from: number;
  until: number;
  weight: number;
}

/** What one account's own orders say about its rhythm, on top of the portfolio's prior. Reused between accounts. */
export interface RhythmPosterior {
  orderDays: number;
  firstDay: number;
  lastDay: number;
  longestGap: number;
  /** The last orders, and the first order of each burst among them. */
  days: Int32Array;
  dayCount: number;
  heads: Int32Array;
  headCount: number;
  extras: number;
  extraDays: number;
  burstThreshold: number;
  baseClosed: ClosedDays;
  groups: Group[];
  groupCount: number;
  count: number;
  weight: Float64Array;
  stageIndex: Uint8Array;
  shape: Float64Array;
  rate: Float64Array;
  location: Float64Array;
  /** Survival of the gap clock at the last order-day (below 1 when it started at a burst's first order). */
  base: Float64Array;
  gaps: Float64Array;
  closures: [ClosedDays, ClosedDays];
  slots: SeasonSlots[];
  logEvidence: number;
}

const createGroup = (): Group => ({
  kind: "trend",
  clock: 0,
  collapsed: false,
  trendPerDay: 0,
  closed: null,
  slots: null,
  startDay: 0,
  from: 0,
  until: 0,
  weight: 0,
});

export const createRhythmPosterior = (): RhythmPosterior => ({
  orderDays: 0,
  firstDay: 0,
  lastDay: 0,
  longestGap: 0,
  days: new Int32Array(longestHistory + 1),
  dayCount: 0,
  heads: new Int32Array(longestHistory + 1),
  headCount: 0,
  extras: 0,
  extraDays: 0,
  burstThreshold: 0,
  baseClosed: createClosedDays(),
  groups: Array.from({ length: mostGroups }, createGroup),
  groupCount: 0,
  count: 0,
  weight: new Float64Array(mostComponents),
  stageIndex: new Uint8Array(mostComponents),
  shape: new Float64Array(mostComponents),
  rate: new Float64Array(mostComponents),
  location: new Float64Array(mostComponents),
  base: new Float64Array(mostComponents),
  gaps: new Float64Array(longestHistory + 1),
  closures: [createClosedDays(), createClosedDays()],
  slots: seasonCalendars.map(createSeasonSlots),
  logEvidence: 0,
});

/** Clock time of a group between two days. */
const elapsed = (
  of: RhythmPosterior,
  prepared: PreparedModel,
  group: Group,
  from: number,
  to: number,
): number => {
  if (to <= from) return 0;
  if (group.kind === "index") {
    const table = prepared.seasonalClock!;
    const last = table.cumulative.length - 1;
    const at = (day: number): number => {
      const x = Math.min(last, Math.max(0, day - table.firstDay));
      const i = Math.floor(x);
      const left = table.cumulative[i]!;
      return i < last ? left + (x - i) * (table.cumulative[i + 1]! - left) : left;
    };
    return Math.max(0.25, at(to) - at(from));
  }
  let open = to - from;
  if (of.baseClosed.count > 0) open -= closedBetween(of.baseClosed, from, to);
  if (group.closed) open -= closedBetween(group.closed, from, to);
  if (group.trendPerDay !== 0) {
    const middle = (from + to) / 2 - of.lastDay;
    open *= Math.exp(-group.trendPerDay * middle);
  }
  return open;
};

const addRenewal = (
  of: RhythmPosterior,
  prepared: PreparedModel,
  list: Int32Array,
  count: number,
  group: Group,
  logPrior: number,
): void => {
  const gaps = count - 1;
  const plain = group.trendPerDay === 0 && group.kind === "trend" && of.baseClosed.count === 0;
  let sum = 0;
  let logSum = 0;
  let logSquares = 0;
  let logSpeed = 0;
  for (let i = 1; i < count; i++) {
    const from = list[i - 1]!;
    const to = list[i]!;
    const gap = plain ? to - from : Math.max(0.25, elapsed(of, prepared, group, from, to));
    sum += gap;
    const log = Math.log(gap);
    logSum += log;
    logSquares += log * log;
    if (group.trendPerDay !== 0) logSpeed -= group.trendPerDay * (to - of.lastDay);
    else if (group.kind === "index") {
      const table = prepared.seasonalClock!;
      logSpeed +=
        table.logSpeed[Math.min(table.logSpeed.length - 1, Math.max(0, to - table.firstDay))]!;
    }
  }
  group.startDay = list[count - 1]!;
  group.from = of.count;
  const width = longestHistory + 1;
  for (let m = 0; m < gapStages.length; m++) {
    const k = gapStages[m]!;
    const shape = prepared.model.rateShape[m]! + k * gaps;
    const rate = prepared.model.rateScale[m]! + sum;
    const c = of.count++;
    of.weight[c] =
      logPrior +
      logSpeed +
      prepared.logStageWeight[m]! +
      prepared.evidenceBase[m * width + gaps]! -
      shape * Math.log(rate) +
      (k - 1) * logSum;
    of.stageIndex[c] = m;
    of.shape[c] = shape;
    of.rate[c] = rate;
  }
  addLognormal(of, prepared, gaps, logSum, logSquares, logPrior + logSpeed);
  group.until = of.count;
};

const addLognormal = (
  of: RhythmPosterior,
  prepared: PreparedModel,
  gaps: number,
  logSum: number,
  logSquares: number,
  logPrior: number,
): void => {
  const { logMean, meanWeight, spreadShape, spreadScale } = prepared.model.lognormal;
  const weight = meanWeight + gaps;
  const mean = logSum / gaps;
  const shape = spreadShape + gaps / 2;
  const scale =
    spreadScale +
    Math.max(0, logSquares - gaps * mean * mean) / 2 +
    (meanWeight * gaps * (mean - logMean) ** 2) / (2 * weight);
  const c = of.count++;
  of.weight[c] =
    logPrior +
    prepared.logStageWeight[lognormalLaw]! +
    prepared.lognormalBase[gaps]! -
    logSum -
    shape * Math.log(scale);
  of.stageIndex[c] = lognormalLaw;
  of.shape[c] = 2 * shape;
  of.rate[c] = Math.sqrt((scale * (weight + 1)) / (shape * weight));
  of.location[c] = (meanWeight * logMean + logSum) / weight;
};

const nextGroup = (
  of: RhythmPosterior,
  kind: GroupKind,
  clock: number,
  collapsed: boolean,
): Group => {
  const group = of.groups[of.groupCount++]!;
  group.kind = kind;
  group.clock = clock;
  group.collapsed = collapsed;
  group.trendPerDay = 0;
  group.closed = null;
  group.slots = null;
  return group;
};

const addClocks = (
  of: RhythmPosterior,
  prepared: PreparedModel,
  collapsed: boolean,
  closures: boolean[],
): void => {
  const list = collapsed ? of.heads : of.days;
  const count = collapsed ? of.headCount : of.dayCount;
  const prior = collapsed
    ? prepared.logBurst + burstEvidence(of.extras, of.extraDays, of.headCount)
    : prepared.logNoBurst;
  const clock = prepared.logClockWeight;
  addRenewal(of, prepared, list, count, nextGroup(of, "trend", 0, collapsed), prior + clock[0]!);
  if (count >= 5 && of.lastDay - of.firstDay > 500) {
    for (const trend of trends) {
      const group = nextGroup(of, "trend", 1, collapsed);
      group.trendPerDay = trend / 365.25;
      addRenewal(of, prepared, list, count, group, prior + clock[1]! - Math.log(trends.length));
    }
  }
  if (prepared.seasonalClock) {
    addRenewal(of, prepared, list, count, nextGroup(of, "index", 2, collapsed), prior + clock[2]!);
  }
  closures.forEach((found, i) => {
    if (!found) return;
    const group = nextGroup(of, "closure", 3, collapsed);
    group.closed = of.closures[i]!;
    addRenewal(of, prepared, list, count, group, prior + clock[3]! - Math.LN2 + closureSelection);
  });
};

const addSlots = (of: RhythmPosterior, prepared: PreparedModel): void => {
  of.slots.forEach((slots, i) => {
    readSeasonSlots(slots, prepared.model, of.days, of.dayCount);
    if (slots.logEvidence === Number.NEGATIVE_INFINITY) return;
    const clock = i === 0 ? 4 : 5;
    const group = nextGroup(of, "slots", clock, true);
    group.slots = slots;
    group.startDay = of.lastDay;
    group.from = of.count;
    group.until = of.count + 1;
    const c = of.count++;
    of.weight[c] =
      prepared.logClockWeight[clock]! -
      (i === 0 ? 0 : Math.log(of.slots.length - 1)) +
      slots.logEvidence;
    of.base[c] = 1;
  });
};

const componentSurvival = (of: RhythmPosterior, c: number, time: number): number => {
  const law = of.stageIndex[c]!;
  if (law !== lognormalLaw) return erlangSurvival(gapStages[law]!, of.shape[c]!, of.rate[c]!, time);
  if (time <= 0) return 1;
  return studentCdf((of.location[c]! - Math.log(time)) / of.rate[c]!, of.shape[c]!);
};

/** Turns log weights into weights, drops the negligible and packs the rest group by group. */
const normalise = (of: RhythmPosterior, prepared: PreparedModel): void => {
  let top = Number.NEGATIVE_INFINITY;
  for (let c = 0; c < of.count; c++) if (of.weight[c]! > top) top = of.weight[c]!;
  let total = 0;
  for (let c = 0; c < of.count; c++) {
    const distance = of.weight[c]! - top;
    const w = distance < -14 ? 0 : Math.exp(distance);
    of.weight[c] = w;
    total += w;
  }
  of.logEvidence = top + Math.log(total);
  let packed = 0;
  for (let g = 0; g < of.groupCount; g++) {
    const group = of.groups[g]!;
    const from = packed;
    group.weight = 0;
    for (let c = group.from; c < group.until; c++) {
      const w = of.weight[c]! / total;
      group.weight += w;
      if (w < negligible) continue;
      of.weight[packed] = w;
      of.stageIndex[packed] = of.stageIndex[c]!;
      of.shape[packed] = of.shape[c]!;
      of.rate[packed] = of.rate[c]!;
      of.location[packed] = of.location[c]!;
      of.base[packed] = 1;
      if (group.collapsed && group.kind !== "slots" && group.startDay < of.lastDay) {
        const time = elapsed(of, prepared, group, group.startDay, of.lastDay);
        of.base[packed] = Math.max(1e-12, componentSurvival(of, packed, time));
      }
      packed++;
    }
    group.from = from;
    group.until = packed;
  }
  of.count = packed;
};

const findBursts = (of: RhythmPosterior): boolean => {
  const gaps = of.dayCount - 1;
  const sorted = of.gaps.subarray(0, gaps);
  for (let i = 0; i < gaps; i++) sorted[i] = of.days[i + 1]! - of.days[i]!;
  sorted.sort();
  of.longestGap = gaps > 0 ? sorted[gaps - 1]! : 0;
  const threshold = burstThreshold(sorted, gaps);
  if (threshold === null) return false;
  of.burstThreshold = threshold;
  of.heads[0] = of.days[0]!;
  of.headCount = 1;
  of.extras = 0;
  of.extraDays = 0;
  for (let i = 1; i < of.dayCount; i++) {
    const gap = of.days[i]! - of.days[i - 1]!;
    if (gap > threshold) of.heads[of.headCount++] = of.days[i]!;
    else {
      of.extras++;
      of.extraDays += gap;
    }
  }
  return true;
};

/** Reads one account's order-days up to `asOf` into `of`; afterwards `survivalAt` answers for that account. */
export const readRhythm = (
  of: RhythmPosterior,
  prepared: PreparedModel,
  histories: OrderDayHistories,
  accountIndex: number,
  asOf: number,
): void => {
  const start = histories.offsets[accountIndex]!;
  const end = endOfHistory(histories, accountIndex, asOf);
  const from = Math.max(start, end - longestHistory);
  of.orderDays = end - start;
  of.dayCount = end - from;
  of.count = 0;
  of.groupCount = 0;
  of.longestGap = 0;
  if (end === start) return;
  of.firstDay = histories.days[start]!;
  of.lastDay = histories.days[end - 1]!;
  for (let i = 0; i < of.dayCount; i++) of.days[i] = histories.days[from + i]!;
  if (of.dayCount < 2) return;
  const bursts = findBursts(of);
  const inTables = isInSeasonTables(of.days[0]!) && isInSeasonTables(of.lastDay);
  const closures = [
    inTables && findYearlyClosure(of.closures[0], of.days, of.dayCount, "solar"),
    inTables && findYearlyClosure(of.closures[1], of.days, of.dayCount, "new_year_offset"),
  ];
  addClocks(of, prepared, false, closures);
  if (bursts) addClocks(of, prepared, true, closures);
  if (inTables) addSlots(of, prepared);
  normalise(of, prepared);
};

/** Probability that a customer who is still there has not ordered again by the end of `day`. */
export const survivalAt = (of: RhythmPosterior, prepared: PreparedModel, day: number): number => {
  let sum = 0;
  for (let g = 0; g < of.groupCount; g++) {
    const group = of.groups[g]!;
    if (group.until === group.from) continue;
    if (group.slots) {
      sum += of.weight[group.from]! * slotSurvival(group.slots, of.lastDay, day);
      continue;
    }
    const time = elapsed(of, prepared, group, group.startDay, day);
    for (let c = group.from; c < group.until; c++)
      sum += (of.weight[c]! * componentSurvival(of, c, time)) / of.base[c]!;
  }
  return sum;
};

import { type ClosedDays, createClosedDays } from "./closed-days.ts";
import { longestHistory } from "./prepared-model.ts";
import { gapLaws } from "./rhythm-model.ts";
import { seasonCalendars } from "./season-calendar.ts";
import { createSeasonSlots, type SeasonSlots } from "./season-slots.ts";

const mostGroups = 28;
const mostComponents = mostGroups * gapLaws;

/** How a group measures the time since its last order. */
export type GroupKind = "trend" | "index" | "closure" | "skips" | "slots";

/** Components (gap laws) that share a list of orders and a clock. */
export interface RhythmGroup {
  kind: GroupKind;
  /** Index into the model's `clockWeights`. */
  clock: number;
  /** True when only the first order of a burst or season counts. */
  collapsed: boolean;
  /** Log-change of the gap per day. */
  trendPerDay: number;
  closed: ClosedDays | null;
  slots: SeasonSlots | null;
  /** Chance that a due order is left out; only under the clock of skipped orders. */
  skipChance: number;
  /** Day on which the present gap began. */
  startDay: number;
  /** Range of the components kept. */
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
  /** Shortest gap (days), 0 with fewer than two gaps. */
  shortestGap: number;
  /** The last orders, and the first order of each burst among them. */
  days: Int32Array;
  dayCount: number;
  heads: Int32Array;
  headCount: number;
  extras: number;
  extraDays: number;
  /** Sorted gaps (days) of `days`. */
  gaps: Float64Array;
  /** Days that do not count for anybody, or not for this account. */
  baseClosed: ClosedDays;
  groups: RhythmGroup[];
  groupCount: number;
  /** Components: weight, gap law, and the parameters of its predictive survival. */
  count: number;
  weight: Float64Array;
  law: Uint8Array;
  shape: Float64Array;
  rate: Float64Array;
  location: Float64Array;
  /** Survival of the gap clock at the last order-day (below 1 when it started at a burst's first order). */
  base: Float64Array;
  closures: [ClosedDays, ClosedDays];
  slots: SeasonSlots[];
  /** True to read every calendar of every account, even where a quick look says it is hopeless. */
  thorough: boolean;
}

const createGroup = (): RhythmGroup => ({
  kind: "trend",
  clock: 0,
  collapsed: false,
  trendPerDay: 0,
  closed: null,
  slots: null,
  skipChance: 0,
  startDay: 0,
  from: 0,
  until: 0,
  weight: 0,
});

/** Room for one account at a time; make one per thread and reuse it. */
export const createRhythmPosterior = (): RhythmPosterior => ({
  orderDays: 0,
  firstDay: 0,
  lastDay: 0,
  longestGap: 0,
  shortestGap: 0,
  days: new Int32Array(longestHistory + 1),
  dayCount: 0,
  heads: new Int32Array(longestHistory + 1),
  headCount: 0,
  extras: 0,
  extraDays: 0,
  gaps: new Float64Array(longestHistory + 1),
  baseClosed: createClosedDays(),
  groups: Array.from({ length: mostGroups }, createGroup),
  groupCount: 0,
  count: 0,
  weight: new Float64Array(mostComponents),
  law: new Uint8Array(mostComponents),
  shape: new Float64Array(mostComponents),
  rate: new Float64Array(mostComponents),
  location: new Float64Array(mostComponents),
  base: new Float64Array(mostComponents),
  closures: [createClosedDays(), createClosedDays()],
  slots: seasonCalendars.map(createSeasonSlots),
  thorough: false,
});

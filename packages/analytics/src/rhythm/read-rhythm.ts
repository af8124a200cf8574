import { burstThreshold } from "./burst-collapse.ts";
import { closedBetween } from "./closed-days.ts";
import {
  createPlainMoments,
  elapsed,
  type GapMoments,
  readClockMoments,
  readPlainMoments,
  trendMoments,
  trendStepPerDay,
  trendSteps,
} from "./gap-clock.ts";
import { addGapLaws, componentSurvival } from "./gap-laws.ts";
import { endOfHistory, type OrderDayHistories } from "./order-day-histories.ts";
import { longestHistory, type PreparedModel } from "./prepared-model.ts";
import type { GroupKind, RhythmGroup, RhythmPosterior } from "./rhythm-posterior.ts";
import { isInSeasonTables } from "./season-calendar.ts";
import { burstEvidence, mayHaveSeasons, readSeasonSlots } from "./read-season-slots.ts";
import { foretellSlots, type SeasonSlots, slotSurvival } from "./season-slots.ts";
import { addSkippingLaws, skippingSurvival } from "./skipped-orders.ts";
import { findYearlyClosure } from "./yearly-closure.ts";

/** Log prior of one closure window among the dozens that could have been the widest. */
const closureSelection = -3;
/** A trend is not known to go on, so the survival under it is tempered by this power. */
const trendTemper = 0.9;
const negligible = 2e-4;
const logNegligible = -10;
/** A lunar calendar whose first reading is this much worse than the solar one is not looked at further. */
const hopelessEvidence = -12;
/** How far behind the gap clocks both first readings are when no further lunar calendar is tried. */
const hopelessBase = 14;
const hopelessPerOrder = 0.9;

const plain = createPlainMoments();
const moments: GapMoments = { sum: 0, logSum: 0, logSquares: 0, logSpeed: 0 };

const nextGroup = (
  of: RhythmPosterior,
  kind: GroupKind,
  clock: number,
  collapsed: boolean,
  startDay: number,
): RhythmGroup => {
  const group = of.groups[of.groupCount++]!;
  group.kind = kind;
  group.clock = clock;
  group.collapsed = collapsed;
  group.trendPerDay = 0;
  group.closed = null;
  group.slots = null;
  group.skipChance = 0;
  group.startDay = startDay;
  group.from = of.count;
  group.until = of.count;
  return group;
};

const addClocks = (
  of: RhythmPosterior,
  prepared: PreparedModel,
  collapsed: boolean,
  solarClosure: boolean,
  lunarClosure: boolean,
): void => {
  const list = collapsed ? of.heads : of.days;
  const count = collapsed ? of.headCount : of.dayCount;
  const start = list[count - 1]!;
  const gaps = count - 1;
  const clock = prepared.logClockWeight;
  const prior = collapsed
    ? prepared.logBurst + burstEvidence(of.extras, of.extraDays, of.headCount)
    : prepared.logNoBurst;
  readPlainMoments(plain, of, list, count);
  let group = nextGroup(of, "trend", 0, collapsed, start);
  addGapLaws(of, prepared, plain, gaps, prior + clock[0]!);
  group.until = of.count;
  if (gaps >= 4 && of.lastDay - of.firstDay > 500) {
    for (let at = 0; at < trendSteps.length; at++) {
      group = nextGroup(of, "trend", 1, collapsed, start);
      group.trendPerDay = trendSteps[at]! * trendStepPerDay;
      trendMoments(moments, plain, at);
      addGapLaws(of, prepared, moments, gaps, prior + clock[1]! - Math.log(trendSteps.length));
      group.until = of.count;
    }
  }
  if (!collapsed) {
    group = nextGroup(of, "skips", 0, collapsed, start);
    if (!addSkippingLaws(of, prepared, group, list, count, prior + clock[0]!)) of.groupCount--;
    group.until = of.count;
  }
  if (prepared.seasonalClock) {
    group = nextGroup(of, "index", 2, collapsed, start);
    readClockMoments(moments, of, prepared, group, list, count);
    addGapLaws(of, prepared, moments, gaps, prior + clock[2]!);
    group.until = of.count;
  }
  for (let i = 0; i < 2; i++) {
    if (!(i === 0 ? solarClosure : lunarClosure)) continue;
    group = nextGroup(of, "closure", 3, collapsed, start);
    group.closed = of.closures[i]!;
    readClockMoments(moments, of, prepared, group, list, count);
    addGapLaws(of, prepared, moments, gaps, prior + clock[3]! - Math.LN2 + closureSelection);
    group.until = of.count;
  }
};

/** Windows that are believed at all are foretold; a season that falls into a closure or planned pause is not expected. */
const foretellSeasons = (of: RhythmPosterior, slots: SeasonSlots): void => {
  foretellSlots(slots);
  if (of.baseClosed.count === 0) return;
  for (let p = 0; p < slots.pendingCount; p++) {
    const centre = slots.pendingCentre[p]!;
    const spread = slots.scale[slots.pendingSlot[p]!]!;
    if (closedBetween(of.baseClosed, centre - spread, centre + spread) < spread) continue;
    slots.pendingHit[p] = 0;
    slots.pendingBase[p] = 1;
  }
};

/**
 * True when the solar and the first lunar reading are so far behind the gap clocks that the other lunar calendars, which
 * differ from the first in leap years only, cannot catch up.
 */
const isHopeless = (of: RhythmPosterior, prepared: PreparedModel, top: number): boolean => {
  const solar = of.slots[0]!.logEvidence;
  const lunar = of.slots[1]!.logEvidence;
  if (solar === Number.NEGATIVE_INFINITY || lunar === Number.NEGATIVE_INFINITY) return false;
  const best = Math.max(solar + prepared.logClockWeight[4]!, lunar + prepared.logClockWeight[5]!);
  return best < top - hopelessBase - hopelessPerOrder * of.dayCount;
};

const addSlots = (of: RhythmPosterior, prepared: PreparedModel): void => {
  if (!mayHaveSeasons(of.days, of.dayCount)) return;
  let top = Number.NEGATIVE_INFINITY;
  for (let c = 0; c < of.count; c++) if (of.weight[c]! > top) top = of.weight[c]!;
  const lunarCalendars = of.slots.length - 1;
  for (let i = 0; i <= lunarCalendars; i++) {
    const slots = of.slots[i]!;
    readSeasonSlots(slots, prepared, of.days, of.dayCount);
    if (i === 1 && slots.logEvidence < of.slots[0]!.logEvidence + hopelessEvidence) break;
    if (i === 1 && !of.thorough && isHopeless(of, prepared, top)) break;
    if (slots.logEvidence === Number.NEGATIVE_INFINITY) continue;
    const clock = i === 0 ? 4 : 5;
    const group = nextGroup(of, "slots", clock, true, of.lastDay);
    group.slots = slots;
    const c = of.count++;
    of.weight[c] =
      prepared.logClockWeight[clock]! -
      (i === 0 ? 0 : Math.log(lunarCalendars)) +
      slots.logEvidence;
    of.base[c] = 1;
    group.until = of.count;
  }
};

/** Turns log weights into weights, drops the negligible and packs the rest group by group. */
const normalise = (of: RhythmPosterior, prepared: PreparedModel): void => {
  let top = Number.NEGATIVE_INFINITY;
  for (let c = 0; c < of.count; c++) if (of.weight[c]! > top) top = of.weight[c]!;
  let total = 0;
  for (let c = 0; c < of.count; c++) {
    const distance = of.weight[c]! - top;
    const w = distance < logNegligible ? 0 : Math.exp(distance);
    of.weight[c] = w;
    total += w;
  }
  const least = negligible * total;
  let kept = 0;
  for (let c = 0; c < of.count; c++) if (of.weight[c]! >= least) kept += of.weight[c]!;
  let packed = 0;
  for (let g = 0; g < of.groupCount; g++) {
    const group = of.groups[g]!;
    const from = packed;
    group.weight = 0;
    for (let c = group.from; c < group.until; c++) {
      if (of.weight[c]! < least) continue;
      const w = of.weight[c]! / kept;
      group.weight += w;
      of.weight[packed] = w;
      of.law[packed] = of.law[c]!;
      of.shape[packed] = of.shape[c]!;
      of.rate[packed] = of.rate[c]!;
      of.location[packed] = of.location[c]!;
      of.base[packed] = 1;
      if (group.startDay < of.lastDay) {
        const time = elapsed(of, prepared, group, group.startDay, of.lastDay);
        of.base[packed] = Math.max(1e-12, componentSurvival(of, packed, time));
      }
      packed++;
    }
    group.from = from;
    group.until = packed;
    if (group.slots && packed > from) foretellSeasons(of, group.slots);
  }
  of.count = packed;
};

/** Shell sort in place: the gaps are few, and no array is made. */
const sortGaps = (gaps: Float64Array, count: number): void => {
  for (let step = count >> 1; step > 0; step >>= 1) {
    for (let i = step; i < count; i++) {
      const value = gaps[i]!;
      let j = i;
      while (j >= step && gaps[j - step]! > value) {
        gaps[j] = gaps[j - step]!;
        j -= step;
      }
      gaps[j] = value;
    }
  }
};

const findBursts = (of: RhythmPosterior): boolean => {
  const gaps = of.dayCount - 1;
  for (let i = 0; i < gaps; i++) of.gaps[i] = of.days[i + 1]! - of.days[i]!;
  sortGaps(of.gaps, gaps);
  of.longestGap = gaps > 0 ? of.gaps[gaps - 1]! : 0;
  of.shortestGap = gaps > 1 ? of.gaps[0]! : 0;
  const threshold = burstThreshold(of.gaps, gaps);
  of.headCount = 0;
  if (threshold === null) return false;
  of.heads[of.headCount++] = of.days[0]!;
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

/**
 * Whether an account is so early in its usual gap that P(lost) may need no reading of its rhythm: the silence, less the
 * days of grace, is at most half its shortest gap. Then `of` holds what `lostWhileCalm` needs and nothing else.
 */
export const readIfCalm = (
  of: RhythmPosterior,
  histories: OrderDayHistories,
  accountIndex: number,
  asOf: number,
  graceDays: number,
): boolean => {
  const start = histories.offsets[accountIndex]!;
  const end = endOfHistory(histories, accountIndex, asOf);
  if (end - start < 3) return false;
  const from = Math.max(start, end - longestHistory);
  const { days } = histories;
  const overdue = asOf - days[end - 1]! - graceDays;
  let shortest = Number.POSITIVE_INFINITY;
  for (let i = from + 1; i < end; i++) {
    const gap = days[i]! - days[i - 1]!;
    if (gap < shortest) {
      if (2 * overdue > gap) return false;
      shortest = gap;
    }
  }
  of.firstDay = days[start]!;
  of.lastDay = days[end - 1]!;
  of.shortestGap = shortest;
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
  of.headCount = 0;
  of.longestGap = 0;
  of.shortestGap = 0;
  if (end === start) return;
  of.firstDay = histories.days[start]!;
  of.lastDay = histories.days[end - 1]!;
  for (let i = 0; i < of.dayCount; i++) of.days[i] = histories.days[from + i]!;
  if (of.dayCount < 2) return;
  const bursts = findBursts(of);
  const inTables = isInSeasonTables(of.days[0]!) && isInSeasonTables(of.lastDay);
  const solar = inTables && findYearlyClosure(of.closures[0], of.days, of.dayCount, "solar");
  const lunar =
    inTables && findYearlyClosure(of.closures[1], of.days, of.dayCount, "new_year_offset");
  addClocks(of, prepared, false, solar, lunar);
  if (bursts) addClocks(of, prepared, true, solar, lunar);
  if (inTables) addSlots(of, prepared);
  normalise(of, prepared);
};

const tempered = (own: number, weight: number): number =>
  own >= weight ? own : own > 0 ? weight * Math.exp(trendTemper * Math.log(own / weight)) : 0;

/**
 * Probability that a customer who is still there has not ordered again by the end of `day`. With `lateness` a season's
 * order is granted so many of its own usual spreads to be late.
 */
export const survivalAt = (
  of: RhythmPosterior,
  prepared: PreparedModel,
  day: number,
  lateness: number,
): number => {
  let sum = 0;
  for (let g = 0; g < of.groupCount; g++) {
    const group = of.groups[g]!;
    if (group.until === group.from) continue;
    if (group.slots) {
      sum += of.weight[group.from]! * slotSurvival(group.slots, of.lastDay, day, lateness);
      continue;
    }
    const time = elapsed(of, prepared, group, group.startDay, day);
    if (group.kind === "skips") {
      for (let c = group.from; c < group.until; c++)
        sum += of.weight[c]! * skippingSurvival(of, c, group.skipChance, time);
      continue;
    }
    let own = 0;
    for (let c = group.from; c < group.until; c++)
      own += (of.weight[c]! * componentSurvival(of, c, time)) / of.base[c]!;
    sum += group.trendPerDay === 0 ? own : tempered(own, group.weight);
  }
  return sum;
};

import { logGamma } from "../numeric/log-gamma.ts";
import type { PreparedModel } from "./prepared-model.ts";
import {
  cycleLength,
  dayOfPhase,
  phaseOf,
  phaseYearOf,
  type SeasonCalendar,
} from "./season-calendar.ts";
import { studentCdf } from "./student-t.ts";

export const mostSlots = 6;
const mostPending = 40;
const mostOrders = 256;
const neighbourhood = 20;
const narrowestPause = 18;
const hopelessSlots = 4;
const burstGapShape = 1.5;
const burstGapScale = 15;

/** The yearly windows of one account in one calendar, with what is due after its last order. */
export interface SeasonSlots {
  calendar: SeasonCalendar;
  /** Log evidence of the whole history under this clock; −∞ when the history has no windows. */
  logEvidence: number;
  slotCount: number;
  centre: Float64Array;
  scale: Float64Array;
  degrees: Float64Array;
  hits: Float64Array;
  misses: Float64Array;
  earliest: Float64Array;
  latest: Float64Array;
  strayRate: number;
  /** Slot-years still due after the last order, by centre day. */
  pendingCount: number;
  pendingSlot: Uint8Array;
  pendingCentre: Float64Array;
  pendingHit: Float64Array;
  /** Chance that the window had not brought an order by the last order-day. */
  pendingBase: Float64Array;
}

export const createSeasonSlots = (calendar: SeasonCalendar): SeasonSlots => ({
  calendar,
  logEvidence: Number.NEGATIVE_INFINITY,
  slotCount: 0,
  centre: new Float64Array(mostSlots),
  scale: new Float64Array(mostSlots),
  degrees: new Float64Array(mostSlots),
  hits: new Float64Array(mostSlots),
  misses: new Float64Array(mostSlots),
  earliest: new Float64Array(mostSlots),
  latest: new Float64Array(mostSlots),
  strayRate: 0,
  pendingCount: 0,
  pendingSlot: new Uint8Array(mostPending),
  pendingCentre: new Float64Array(mostPending),
  pendingHit: new Float64Array(mostPending),
  pendingBase: new Float64Array(mostPending),
});

// Scratch shared by all accounts; nothing in it outlives a call.
const phase = new Float64Array(mostOrders);
const year = new Int16Array(mostOrders);
const order = new Uint16Array(mostOrders);
const kept = new Uint8Array(mostOrders);
const slotOf = new Int8Array(mostOrders);
const slotYear = new Int16Array(mostOrders);
const pauseAfter = new Float64Array(mostOrders);
const cuts = new Uint16Array(mostSlots);
const lastYearHit = new Int16Array(mostSlots);
const firstYearHit = new Int16Array(mostSlots);
const nextYear = new Int16Array(mostSlots);
const heads = new Float64Array(mostSlots);
const sum = new Float64Array(mostSlots);
const squares = new Float64Array(mostSlots);
const tried = createSeasonSlots("solar");

const sortByPhase = (count: number): void => {
  for (let i = 0; i < count; i++) order[i] = i;
  for (let step = count >> 1; step > 0; step >>= 1) {
    for (let i = step; i < count; i++) {
      const moved = order[i]!;
      const at = phase[moved]!;
      let j = i;
      while (j >= step && phase[order[j - step]!]! > at) {
        order[j] = order[j - step]!;
        j -= step;
      }
      order[j] = moved;
    }
  }
};

const bitCount = (mask: number): number => {
  let n = 0;
  for (let m = mask; m !== 0; m &= m - 1) n++;
  return n;
};

/** Keeps orders that other years repeat within three weeks; the others are strays. Returns how many are kept. */
const keepRepeated = (count: number, years: number, cycle: number): number => {
  const needed = years < 2.5 ? 2 : Math.max(2, Math.ceil(0.4 * years));
  let keptCount = 0;
  for (let i = 0; i < count; i++) {
    const at = phase[order[i]!]!;
    let mask = 0;
    for (let step = 0, j = i, lap = 0; step < count; step++) {
      if (phase[order[j]!]! + lap - at > neighbourhood) break;
      mask |= 1 << (year[order[j]!]! & 31);
      if (++j === count) {
        j = 0;
        lap = cycle;
      }
    }
    for (let step = 0, j = i, lap = 0; step < count; step++) {
      if (at - phase[order[j]!]! + lap > neighbourhood) break;
      mask |= 1 << (year[order[j]!]! & 31);
      if (--j < 0) {
        j = count - 1;
        lap = cycle;
      }
    }
    kept[order[i]!] = bitCount(mask) >= needed ? 1 : 0;
    keptCount += kept[order[i]!]!;
  }
  return keptCount;
};

const timingEvidence = (prepared: PreparedModel, n: number, sumOfSquares: number): number => {
  const { spreadShape, spreadScale } = prepared.model.season;
  const shape = spreadShape + (n - 1) / 2;
  return prepared.timingBase[n]! - shape * Math.log(spreadScale + sumOfSquares / 2);
};

const logBeta = (a: number, b: number): number => logGamma(a) + logGamma(b) - logGamma(a + b);

/** Log evidence of the within-season (or within-burst) orders: how many, and how soon after each other. */
export const burstEvidence = (extras: number, extraDays: number, starts: number): number =>
  logBeta(1 + extras, 1 + starts) +
  logGamma(burstGapShape + extras) -
  logGamma(burstGapShape) +
  burstGapShape * Math.log(burstGapScale) -
  (burstGapShape + extras) * Math.log(burstGapScale + extraDays);

const copyFit = (from: SeasonSlots, to: SeasonSlots): void => {
  to.logEvidence = from.logEvidence;
  to.slotCount = from.slotCount;
  to.strayRate = from.strayRate;
  for (let s = 0; s < from.slotCount; s++) {
    to.centre[s] = from.centre[s]!;
    to.scale[s] = from.scale[s]!;
    to.degrees[s] = from.degrees[s]!;
    to.hits[s] = from.hits[s]!;
    to.misses[s] = from.misses[s]!;
    to.earliest[s] = from.earliest[s]!;
    to.latest[s] = from.latest[s]!;
  }
  to.pendingCount = from.pendingCount;
  for (let p = 0; p < from.pendingCount; p++) {
    to.pendingSlot[p] = from.pendingSlot[p]!;
    to.pendingCentre[p] = from.pendingCentre[p]!;
    to.pendingHit[p] = from.pendingHit[p]!;
    to.pendingBase[p] = from.pendingBase[p]!;
  }
};

const trySlots = (
  into: SeasonSlots,
  prepared: PreparedModel,
  days: Int32Array,
  count: number,
  slots: number,
  cycle: number,
): void => {
  const { calendar } = into;
  for (let s = 0; s < slots; s++) {
    heads[s] = 0;
    sum[s] = 0;
    squares[s] = 0;
    lastYearHit[s] = -1;
    firstYearHit[s] = 0;
    into.earliest[s] = 1e9;
    into.latest[s] = -1e9;
  }
  // Walk the circle of phases from just after the first cut; slots end at the cuts.
  const start = (cuts[0]! + 1) % count;
  let slot = 0;
  for (let step = 0; step < count; step++) {
    const position = (start + step) % count;
    const i = order[position]!;
    const wrapped = position < start;
    slotOf[i] = kept[i] ? slot : -1;
    slotYear[i] = year[i]! - (wrapped ? 1 : 0);
    if (slot + 1 < slots && position === cuts[slot + 1]!) slot++;
  }
  let extras = 0;
  let extraDays = 0;
  let strays = 0;
  let firstSlot = -1;
  let previous = 0;
  for (let i = 0; i < count; i++) {
    const s = slotOf[i]!;
    if (s < 0) {
      if (i > 0) strays++;
      continue;
    }
    if (lastYearHit[s] === slotYear[i]!) {
      extras++;
      extraDays += days[i]! - previous;
    } else {
      const x = phase[i]! + (slotYear[i]! < year[i]! ? cycle : 0);
      if (heads[s] === 0) firstYearHit[s] = slotYear[i]!;
      heads[s]!++;
      sum[s]! += x;
      squares[s]! += x * x;
      lastYearHit[s] = slotYear[i]!;
      if (x < into.earliest[s]!) into.earliest[s] = x;
      if (x > into.latest[s]!) into.latest[s] = x;
      if (i === 0) firstSlot = s;
    }
    previous = days[i]!;
  }
  const firstDay = days[0]!;
  const lastDay = days[count - 1]!;
  const { hit, miss, spreadShape, spreadScale } = prepared.model.season;
  let evidence = -(slots - 1) * Math.LN2;
  let starts = 0;
  let hits = 0;
  let misses = 0;
  into.slotCount = slots;
  into.pendingCount = 0;
  for (let s = 0; s < slots; s++) {
    const n = heads[s]!;
    if (n === 0) {
      into.logEvidence = Number.NEGATIVE_INFINITY;
      return;
    }
    starts += n;
    const centre = sum[s]! / n;
    const around = Math.max(0, squares[s]! - (sum[s]! * sum[s]!) / n) + n / 12;
    evidence += timingEvidence(prepared, n, around) - (s === firstSlot ? 0 : Math.log(cycle));
    const shape = spreadShape + (n - 1) / 2;
    const scale = Math.sqrt(((spreadScale + around / 2) / shape) * (1 + 1 / n));
    into.centre[s] = centre;
    into.degrees[s] = 2 * shape;
    into.scale[s] = scale;
    let from = firstYearHit[s]!;
    while (dayOfPhase(calendar, from - 1, centre) > firstDay) from--;
    let to = lastYearHit[s]!;
    while (dayOfPhase(calendar, to + 1, centre) + 2 * scale < lastDay) to++;
    const chances = to - from + 1;
    into.hits[s] = n;
    into.misses[s] = chances - n;
    hits += n;
    misses += chances - n;
    nextYear[s] = to + 1;
  }
  evidence += logBeta(hit + hits - (firstSlot >= 0 ? 1 : 0), miss + misses) - logBeta(hit, miss);
  for (let s = 0; s < slots; s++) {
    const scale = into.scale[s]!;
    for (let due = 0; due < 4 && into.pendingCount < mostPending; due++) {
      const at = dayOfPhase(calendar, nextYear[s]! + due, into.centre[s]!);
      const p = into.pendingCount++;
      const probability = (hit + hits) / (hit + miss + hits + misses + due);
      into.pendingSlot[p] = s;
      into.pendingCentre[p] = at;
      into.pendingHit[p] = probability;
      into.pendingBase[p] = 1 - probability * studentCdf((lastDay - at) / scale, into.degrees[s]!);
    }
  }
  evidence += burstEvidence(extras, extraDays, starts);
  const span = lastDay - firstDay;
  evidence +=
    logGamma(0.5 + strays) -
    logGamma(0.5) +
    0.5 * Math.log(1000) -
    (0.5 + strays) * Math.log(1000 + span);
  into.strayRate = (0.5 + strays) / (1000 + span);
  into.logEvidence = evidence;
};

const fortnights = 27;
const mostOccupied = 19;

/**
 * Whether an account can have season windows at all: at least 1.6 years, three orders, and eight fortnights of the
 * year in which it never ordered.
 */
export const mayHaveSeasons = (days: Int32Array, count: number): boolean => {
  const years = (days[count - 1]! - days[0]!) / 365.25;
  if (count < 3 || years < 1.6 || count > mostOrders || count / years > 26) return false;
  let mask = 0;
  for (let i = 0; i < count; i++)
    mask |= 1 << Math.min(fortnights - 1, phaseOf("solar", days[i]!) / 14);
  return bitCount(mask) <= mostOccupied;
};

/**
 * Reads an account's yearly order windows in one calendar: windows are the clusters of its order phases, from one to
 * six a year, by best evidence. In a window the first order-day is Student-t about its centre and comes with a Beta
 * probability; more orders in the window are extras; orders no other year repeats are strays. The evidence is of the
 * whole order history given its first order, hence comparable with the renewal clocks.
 */
export const readSeasonSlots = (
  into: SeasonSlots,
  prepared: PreparedModel,
  days: Int32Array,
  count: number,
): void => {
  into.logEvidence = Number.NEGATIVE_INFINITY;
  into.slotCount = 0;
  into.pendingCount = 0;
  const years = (days[count - 1]! - days[0]!) / 365.25;
  const { calendar } = into;
  tried.calendar = calendar;
  const cycle = cycleLength[calendar];
  for (let i = 0; i < count; i++) {
    phase[i] = phaseOf(calendar, days[i]!);
    year[i] = phaseYearOf(calendar, days[i]!);
  }
  sortByPhase(count);
  if (keepRepeated(count, years, cycle) < 0.6 * count) return;
  // Pauses between kept phases; the strays in between do not shorten them.
  let possible = 0;
  for (let position = 0; position < count; position++) {
    pauseAfter[position] = 0;
    if (!kept[order[position]!]) continue;
    let next = position;
    let lap = 0;
    do {
      if (++next === count) {
        next = 0;
        lap = cycle;
      }
    } while (!kept[order[next]!]);
    const pause = phase[order[next]!]! + lap - phase[order[position]!]!;
    const isSeam = calendar === "new_year_offset" && lap > 0;
    pauseAfter[position] = isSeam ? 999 : pause;
    if (pauseAfter[position]! >= narrowestPause) possible++;
  }
  for (let slots = 1; slots <= Math.min(mostSlots, possible); slots++) {
    // Insert the next widest pause, keeping the cuts in phase order.
    let widest = -1;
    for (let position = 0; position < count; position++)
      if (widest < 0 || pauseAfter[position]! > pauseAfter[widest]!) widest = position;
    pauseAfter[widest] = -1;
    let j = slots - 1;
    while (j > 0 && cuts[j - 1]! > widest) {
      cuts[j] = cuts[j - 1]!;
      j--;
    }
    cuts[j] = widest;
    trySlots(tried, prepared, days, count, slots, cycle);
    if (tried.logEvidence > into.logEvidence) copyFit(tried, into);
    else if (tried.logEvidence < into.logEvidence - hopelessSlots) break;
  }
};

/** Probability that none of the due windows (and no stray order) has come by `day`. */
export const slotSurvival = (
  of: SeasonSlots,
  lastDay: number,
  day: number,
  lateness: number,
): number => {
  let survival = Math.exp(-of.strayRate * Math.max(0, day - lastDay));
  for (let p = 0; p < of.pendingCount; p++) {
    const s = of.pendingSlot[p]!;
    const z = (day - of.pendingCentre[p]!) / of.scale[s]! - lateness;
    if (z < -12) continue;
    const reached = 1 - of.pendingHit[p]! * studentCdf(z, of.degrees[s]!);
    const factor = reached / of.pendingBase[p]!;
    if (factor < 1) survival *= factor;
  }
  return survival;
};

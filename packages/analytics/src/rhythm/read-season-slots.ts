import { logBeta, logGamma } from "../numeric/log-gamma.ts";
import type { PreparedModel } from "./prepared-model.ts";
import { cycleLength, dayOfPhase, phaseTable, type SeasonCalendar } from "./season-calendar.ts";
import { copySeasonSlots, createSeasonSlots, mostSlots, type SeasonSlots } from "./season-slots.ts";

const mostOrders = 256;
const neighbourhood = 20;
const narrowestPause = 18;
/** Log evidence a window must gain to be moved to another calendar. */
const choosingCalendar = 1.5;
const hopelessSlots = 4;
/** Share of orders other years must repeat for a calendar to be read on. */
const leastKept = 0.6;
const burstGapShape = 1.5;
const burstGapScale = 15;

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
const heads = new Float64Array(mostSlots);
const sum = new Float64Array(mostSlots);
const squares = new Float64Array(mostSlots);
/** Head days of each slot, and their phases in another calendar. */
const mostHeads = 40;
const headDay = new Int32Array(mostSlots * mostHeads);
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

/**
 * Keeps orders that other years repeat within three weeks; the others are strays. Returns how many are kept, or
 * 0 as soon as too many are not.
 */
const keepRepeated = (count: number, years: number, cycle: number): number => {
  const needed = years < 2.5 ? 2 : Math.max(2, Math.ceil(0.4 * years));
  let keptCount = 0;
  let mayFail = count - leastKept * count;
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
    const isKept = bitCount(mask) >= needed;
    kept[order[i]!] = isKept ? 1 : 0;
    if (isKept) keptCount++;
    else if (--mayFail < 0) return 0;
  }
  return keptCount;
};

const timingEvidence = (prepared: PreparedModel, n: number, sumOfSquares: number): number => {
  const { spreadShape, spreadScale } = prepared.model.season;
  const shape = spreadShape + (n - 1) / 2;
  return prepared.timingBase[n]! - shape * Math.log(spreadScale + sumOfSquares / 2);
};

const logGammasFrom = (first: number): Float64Array =>
  Float64Array.from({ length: mostOrders + 2 }, (_, n) => logGamma(first + n));
const wholeLogGamma = logGammasFrom(1);
const burstLogGamma = logGammasFrom(burstGapShape);
const strayLogGamma = logGammasFrom(0.5);

/** Log evidence of the within-season (or within-burst) orders: how many, and how soon after each other. */
export const burstEvidence = (extras: number, extraDays: number, starts: number): number =>
  wholeLogGamma[extras]! +
  wholeLogGamma[starts]! -
  wholeLogGamma[extras + starts + 1]! +
  burstLogGamma[extras]! -
  burstLogGamma[0]! +
  burstGapShape * Math.log(burstGapScale) -
  (burstGapShape + extras) * Math.log(burstGapScale + extraDays);

/** Beta-binomial log evidence of the years with an order in the window and of those without. */
const hitEvidence = (prepared: PreparedModel, hits: number, misses: number): number => {
  const { hitLogGamma, missLogGamma, chanceLogGamma } = prepared;
  if (hits < 0 || hits + misses >= hitLogGamma.length) {
    const { hit, miss } = prepared.model.season;
    return logBeta(hit + hits, miss + misses) - logBeta(hit, miss);
  }
  return (
    hitLogGamma[hits]! -
    hitLogGamma[0]! +
    missLogGamma[misses]! -
    missLogGamma[0]! -
    chanceLogGamma[hits + misses]! +
    chanceLogGamma[0]!
  );
};

/**
 * A buyer for several festivals follows the moon with some and the sun with others. Moves one window to the other kind
 * of calendar when its orders are closer together there by more than the choice is worth; returns the sum of squares
 * about its centre.
 */
const moveToOtherCalendar = (
  into: SeasonSlots,
  prepared: PreparedModel,
  s: number,
  around: number,
): number => {
  const n = heads[s]!;
  if (n < 3 || n > mostHeads) return around;
  const other: SeasonCalendar = into.calendar === "solar" ? "lunar_month" : "solar";
  const cycle = cycleLength[other];
  const table = phaseTable(other);
  const first = table.phase[headDay[s * mostHeads]! - table.firstDay]!;
  let total = 0;
  let totalSquares = 0;
  let earliest = Number.POSITIVE_INFINITY;
  let latest = Number.NEGATIVE_INFINITY;
  let firstYear = 0;
  let lastYear = 0;
  for (let h = 0; h < n; h++) {
    const at = headDay[s * mostHeads + h]! - table.firstDay;
    let x = table.phase[at]!;
    let inYear = table.yearOf[at]!;
    if (x - first > cycle / 2) {
      x -= cycle;
      inYear++;
    } else if (first - x > cycle / 2) {
      x += cycle;
      inYear--;
    }
    if (h === 0) firstYear = inYear;
    lastYear = inYear;
    total += x;
    totalSquares += x * x;
    earliest = Math.min(earliest, x);
    latest = Math.max(latest, x);
  }
  const there = Math.max(0, totalSquares - (total * total) / n) + n / 12;
  const gain = timingEvidence(prepared, n, there) - timingEvidence(prepared, n, around);
  if (gain < choosingCalendar) return around;
  into.slotCalendar[s] = other;
  into.earliest[s] = earliest;
  into.latest[s] = latest;
  sum[s] = total;
  firstYearHit[s] = firstYear;
  lastYearHit[s] = lastYear;
  return there;
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
  for (let step = 0, position = start, lap = 0; step < count; step++) {
    const i = order[position]!;
    slotOf[i] = kept[i] ? slot : -1;
    slotYear[i] = year[i]! - lap;
    if (slot + 1 < slots && position === cuts[slot + 1]!) slot++;
    if (++position === count) {
      position = 0;
      lap = 1;
    }
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
      if (heads[s]! < mostHeads) headDay[s * mostHeads + heads[s]!] = days[i]!;
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
  const logCycle = Math.log(cycle);
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
    into.slotCalendar[s] = calendar;
    let around = Math.max(0, squares[s]! - (sum[s]! * sum[s]!) / n) + n / 12;
    if (slots > 1) around = moveToOtherCalendar(into, prepared, s, around);
    const own = into.slotCalendar[s]!;
    const centre = sum[s]! / n;
    evidence += timingEvidence(prepared, n, around) - (s === firstSlot ? 0 : logCycle);
    const shape = spreadShape + (n - 1) / 2;
    const scale = Math.sqrt(((spreadScale + around / 2) / shape) * (1 + 1 / n));
    into.centre[s] = centre;
    into.degrees[s] = 2 * shape;
    into.scale[s] = scale;
    let from = firstYearHit[s]!;
    while (dayOfPhase(own, from - 1, centre) > firstDay) from--;
    let to = lastYearHit[s]!;
    while (dayOfPhase(own, to + 1, centre) + 2 * scale < lastDay) to++;
    const chances = to - from + 1;
    into.hits[s] = n;
    into.misses[s] = chances - n;
    hits += n;
    misses += chances - n;
    into.nextYear[s] = to + 1;
  }
  evidence += hitEvidence(prepared, hits - (firstSlot >= 0 ? 1 : 0), misses);
  into.lastDay = lastDay;
  into.hitShape = hit + hits;
  into.missShape = miss + misses;
  evidence += burstEvidence(extras, extraDays, starts);
  const span = lastDay - firstDay;
  evidence +=
    strayLogGamma[strays]! -
    strayLogGamma[0]! +
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
  const { firstDay, phase: solarPhase } = phaseTable("solar");
  let mask = 0;
  for (let i = 0; i < count; i++)
    mask |= 1 << Math.min(fortnights - 1, solarPhase[days[i]! - firstDay]! / 14);
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
  const table = phaseTable(calendar);
  for (let i = 0; i < count; i++) {
    const at = days[i]! - table.firstDay;
    phase[i] = table.phase[at]!;
    year[i] = table.yearOf[at]!;
  }
  sortByPhase(count);
  if (keepRepeated(count, years, cycle) < leastKept * count) return;
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
    if (tried.logEvidence > into.logEvidence) copySeasonSlots(tried, into);
    else if (tried.logEvidence < into.logEvidence - hopelessSlots) break;
  }
};

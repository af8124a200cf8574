import { dayOfPhase, type SeasonCalendar } from "./season-calendar.ts";
import { studentCdf } from "./student-t.ts";

export const mostSlots = 6;
export const mostPending = 40;

/** The yearly windows of one account, found in one calendar, with what is due after its last order. */
export interface SeasonSlots {
  /** The calendar the windows were looked for in, and the one each window keeps best. */
  calendar: SeasonCalendar;
  slotCalendar: SeasonCalendar[];
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
  /** The last order-day, the first year each slot is due again, and the Beta law of its bringing an order. */
  lastDay: number;
  nextYear: Int16Array;
  hitShape: number;
  missShape: number;
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
  slotCalendar: Array.from({ length: mostSlots }, () => calendar),
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
  lastDay: 0,
  nextYear: new Int16Array(mostSlots),
  hitShape: 1,
  missShape: 1,
  pendingCount: 0,
  pendingSlot: new Uint8Array(mostPending),
  pendingCentre: new Float64Array(mostPending),
  pendingHit: new Float64Array(mostPending),
  pendingBase: new Float64Array(mostPending),
});

/** Copies a finished reading. */
export const copySeasonSlots = (from: SeasonSlots, to: SeasonSlots): void => {
  to.logEvidence = from.logEvidence;
  to.slotCount = from.slotCount;
  to.strayRate = from.strayRate;
  to.lastDay = from.lastDay;
  to.hitShape = from.hitShape;
  to.missShape = from.missShape;
  to.pendingCount = 0;
  for (let s = 0; s < from.slotCount; s++) {
    to.slotCalendar[s] = from.slotCalendar[s]!;
    to.centre[s] = from.centre[s]!;
    to.scale[s] = from.scale[s]!;
    to.degrees[s] = from.degrees[s]!;
    to.hits[s] = from.hits[s]!;
    to.misses[s] = from.misses[s]!;
    to.earliest[s] = from.earliest[s]!;
    to.latest[s] = from.latest[s]!;
    to.nextYear[s] = from.nextYear[s]!;
  }
};

const yearsForetold = 4;

/** Writes the slot-years due after the last order. Only needed of windows that are believed, so not part of reading. */
export const foretellSlots = (of: SeasonSlots): void => {
  of.pendingCount = 0;
  for (let s = 0; s < of.slotCount; s++) {
    for (let due = 0; due < yearsForetold && of.pendingCount < mostPending; due++) {
      const at = dayOfPhase(of.slotCalendar[s]!, of.nextYear[s]! + due, of.centre[s]!);
      const probability = of.hitShape / (of.hitShape + of.missShape + due);
      const p = of.pendingCount++;
      of.pendingSlot[p] = s;
      of.pendingCentre[p] = at;
      of.pendingHit[p] = probability;
      of.pendingBase[p] =
        1 - probability * studentCdf((of.lastDay - at) / of.scale[s]!, of.degrees[s]!);
    }
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

import type { ClosedDays } from "./closed-days.ts";
import {
  cycleLength,
  dayOfPhase,
  phaseTable,
  phaseYearOf,
  type SeasonCalendar,
} from "./season-calendar.ts";

const fewestOrders = 10;
const fewestDaysSeen = 900;
const shortestClosure = 9;

/** One bit for each whole phase day from −190 on. */
const shift = 190;
const lastBit = 559;
const taken = new Int32Array((lastBit + 32) >> 5);

/**
 * Looks for a yearly stretch in which an account never ordered although its rhythm would have put orders there: the
 * widest empty stretch of its order phases, drawn in at both ends by the account's mean phase spacing. Writes the closed
 * days of every year from the first order to two years after the last into `into`; false when there is none. Whether
 * the closure is believed is left to the evidence.
 */
export const findYearlyClosure = (
  into: ClosedDays,
  days: Int32Array,
  count: number,
  calendar: SeasonCalendar,
): boolean => {
  into.count = 0;
  if (count < fewestOrders || days[count - 1]! - days[0]! < fewestDaysSeen) return false;
  const cycle = cycleLength[calendar];
  // Mark the phases by whole day, then walk the circle once for the widest empty stretch.
  taken.fill(0);
  const { firstDay, phase } = phaseTable(calendar);
  for (let i = 0; i < count; i++) {
    const at = Math.floor(phase[days[i]! - firstDay]!) + shift;
    const bit = at < 0 ? 0 : at > lastBit ? lastBit : at;
    taken[bit >> 5]! |= 1 << (bit & 31);
  }
  const isCircle = calendar !== "new_year_offset";
  let previous = -1;
  let first = -1;
  let widest = 0;
  let start = 0;
  for (let word = 0; word < taken.length; word++) {
    for (let bits = taken[word]!; bits !== 0; bits &= bits - 1) {
      const at = (word << 5) + 31 - Math.clz32(bits & -bits);
      if (first < 0) first = at;
      else if (at - previous > widest) {
        widest = at - previous;
        start = previous - shift;
      }
      previous = at;
    }
  }
  if (isCircle && first + cycle - previous > widest) {
    widest = first + cycle - previous;
    start = previous - shift - cycle;
  }
  const margin = cycle / count;
  const length = widest - 2 * margin;
  if (length < shortestClosure || length > 0.7 * cycle) return false;
  const lastYear = phaseYearOf(calendar, days[count - 1]!) + 3;
  for (
    let year = phaseYearOf(calendar, days[0]!) - 1;
    year <= lastYear && into.count < into.from.length;
    year++
  ) {
    const from = dayOfPhase(calendar, year, start + margin);
    into.from[into.count] = from;
    into.until[into.count++] = from + length;
  }
  return true;
};

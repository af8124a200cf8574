import type { ClosedDays } from "./closed-days.ts";
import {
  cycleLength,
  dayOfPhase,
  phaseOf,
  phaseYearOf,
  type SeasonCalendar,
} from "./season-calendar.ts";

const fewestOrders = 10;
const fewestDaysSeen = 900;
const shortestClosure = 9;

const phases = new Float64Array(256);

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
  for (let i = 0; i < count; i++) phases[i] = phaseOf(calendar, days[i]!);
  const sorted = phases.subarray(0, count).sort();
  let start = sorted[count - 1]! - cycle;
  let widest = sorted[0]! - start;
  if (calendar === "new_year_offset") widest = 0;
  for (let i = 1; i < count; i++) {
    const gap = sorted[i]! - sorted[i - 1]!;
    if (gap <= widest) continue;
    widest = gap;
    start = sorted[i - 1]!;
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

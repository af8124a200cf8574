import { calendarParts } from "@mainstay/domain/calendar/day-number";
import { countAccounts, endOfHistory, type OrderDayHistories } from "./order-day-histories.ts";
import type { SeasonalIndex } from "./rhythm-model.ts";
import { isInSeasonTables, phaseOf } from "./season-calendar.ts";

const shrinkage = 50;
const weeksBefore = 6;
const weeksAfter = 6;
const daysBack = 9000;
const daysAhead = 2200;

const lunarWeekOf = (day: number): number => {
  const offset = isInSeasonTables(day) ? phaseOf("new_year_offset", day) : 999;
  const week = Math.floor(offset / 7) + weeksBefore;
  return week >= 0 && week < weeksBefore + weeksAfter ? week : -1;
};

/** How fast the portfolio's clock runs on a day: 1 on average, 0 when nobody orders. */
export const seasonalSpeed = (index: SeasonalIndex, day: number, month: number): number => {
  const week = lunarWeekOf(day);
  return index.months[month]! * (week < 0 ? 1 : index.lunarWeeks[week]!);
};

/** Cumulative seasonal time (days of mean speed 1) by day, from 25 years before `asOf` to 6 years after. */
export const seasonalClockTable = (index: SeasonalIndex, asOf: number) => {
  const firstDay = asOf - daysBack;
  const days = daysBack + daysAhead;
  const cumulative = new Float64Array(days + 1);
  const logSpeed = new Float64Array(days + 1);
  let mean = 0;
  for (let i = 0; i <= days; i++) {
    const speed = Math.max(
      0.02,
      seasonalSpeed(index, firstDay + i, calendarParts(firstDay + i).month - 1),
    );
    logSpeed[i] = speed;
    mean += speed / (days + 1);
  }
  for (let i = 0; i <= days; i++) {
    const speed = logSpeed[i]! / mean;
    cumulative[i] = (i > 0 ? cumulative[i - 1]! : 0) + speed;
    logSpeed[i] = Math.log(speed);
  }
  return { firstDay, cumulative, logSpeed };
};

/**
 * Pooled order intensity of the portfolio by month, and by week around 春节 on top of it: orders seen over orders
 * expected at each account's own average rate, shrunk by 50 orders (spec analytics § 5.3, step 6). Null when fewer than
 * 500 orders or 18 months are known.
 */
export const fitSeasonalIndex = (
  histories: OrderDayHistories,
  asOf: number,
): SeasonalIndex | null => {
  const { offsets, days } = histories;
  let first = asOf;
  let orders = 0;
  for (let i = 0; i < countAccounts(histories); i++) {
    const end = endOfHistory(histories, i, asOf);
    if (end - offsets[i]! < 3) continue;
    first = Math.min(first, days[offsets[i]!]!);
    orders += end - offsets[i]! - 1;
  }
  first = Math.max(first, asOf - daysBack);
  const length = asOf - first + 1;
  if (orders < 500 || length < 550) return null;
  const seen = new Float64Array(length + 1);
  const rateChange = new Float64Array(length + 2);
  for (let i = 0; i < countAccounts(histories); i++) {
    const start = offsets[i]!;
    const end = endOfHistory(histories, i, asOf);
    if (end - start < 3) continue;
    const from = Math.max(0, days[start]! - first);
    const to = days[end - 1]! - first;
    if (to <= from) continue;
    let own = 0;
    for (let d = start + 1; d < end; d++) {
      if (days[d]! < first) continue;
      seen[days[d]! - first]! += 1;
      own++;
    }
    const rate = own / (to - from);
    rateChange[from + 1]! += rate;
    rateChange[to + 1]! -= rate;
  }
  const monthSeen = new Float64Array(12);
  const monthExpected = new Float64Array(12);
  const weekSeen = new Float64Array(weeksBefore + weeksAfter);
  const weekExpected = new Float64Array(weeksBefore + weeksAfter);
  const monthOf = new Uint8Array(length + 1);
  let rate = 0;
  const expected = new Float64Array(length + 1);
  for (let i = 0; i < length; i++) {
    rate += rateChange[i]!;
    expected[i] = rate;
    monthOf[i] = calendarParts(first + i).month - 1;
    monthSeen[monthOf[i]!]! += seen[i]!;
    monthExpected[monthOf[i]!]! += rate;
  }
  const months = [...monthSeen].map((n, m) => (n + shrinkage) / (monthExpected[m]! + shrinkage));
  for (let i = 0; i < length; i++) {
    const week = lunarWeekOf(first + i);
    if (week < 0) continue;
    weekSeen[week]! += seen[i]!;
    weekExpected[week]! += expected[i]! * months[monthOf[i]!]!;
  }
  const lunarWeeks = [...weekSeen].map((n, w) => (n + shrinkage) / (weekExpected[w]! + shrinkage));
  return { months, lunarWeeks };
};

import { type DayNumber, isoFromDayNumber } from "../calendar/day-number.ts";
import { type DifferentDays, isWorkingDay } from "../calendar/working-days.ts";
import { instantAtMinute, wallClockAt } from "../calendar/wall-clock.ts";
import type { ClockMode } from "./case-clock.ts";

/** Which time counts in a workspace: its zone, its working days, when it opens and closes (minutes after midnight). */
export interface BusinessCalendar {
  readonly zone: string;
  readonly different: DifferentDays;
  readonly opensAtMinute: number;
  readonly closesAtMinute: number;
}

/** A stretch of time, milliseconds since 1970; the end no longer belongs to it. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

const dayOf = (zone: string, at: number): DayNumber =>
  Math.floor(wallClockAt(zone, at) / 86_400_000);

/** Nobody is closed as long as this; a table that says so is broken. */
const longestIdleDays = 3_660;

/** The stretches that count from an instant on, in order, without end. */
function* countingStretches(
  calendar: BusinessCalendar,
  mode: ClockMode,
  from: number,
): Generator<Stretch, never> {
  if (mode === "always") for (;;) yield { from, to: Number.POSITIVE_INFINITY };
  const { zone, different, opensAtMinute, closesAtMinute } = calendar;
  let idle = 0;
  for (let day = dayOf(zone, from); ; day += 1) {
    idle += 1;
    if (idle > longestIdleDays) throw new RangeError("The workday table has no working days.");
    if (!isWorkingDay(isoFromDayNumber(day), different)) continue;
    const opens = instantAtMinute(zone, day, mode === "hours" ? opensAtMinute : 0);
    const closes =
      mode === "hours"
        ? instantAtMinute(zone, day, closesAtMinute)
        : instantAtMinute(zone, day + 1, 0);
    if (closes <= from) continue;
    idle = 0;
    yield { from: Math.max(from, opens), to: closes };
  }
}

/** The instant by which so much counting time has gone by since `from`. */
export const afterCounting = (
  calendar: BusinessCalendar,
  mode: ClockMode,
  from: Date,
  countingMs: number,
): Date => {
  let left = countingMs;
  for (const stretch of countingStretches(calendar, mode, from.getTime())) {
    const length = stretch.to - stretch.from;
    if (left <= length) return new Date(stretch.from + left);
    left -= length;
  }
  throw new Error("Time has no end.");
};

/** How much counting time lies between two instants; negative where the second is the earlier one. */
export const countingBetween = (
  calendar: BusinessCalendar,
  mode: ClockMode,
  from: Date,
  to: Date,
): number => {
  if (to < from) return -countingBetween(calendar, mode, to, from) || 0;
  const end = to.getTime();
  if (mode === "always") return end - from.getTime();
  let sum = 0;
  for (const stretch of countingStretches(calendar, mode, from.getTime())) {
    if (stretch.from >= end) return sum;
    sum += Math.min(stretch.to, end) - stretch.from;
  }
  return sum;
};

/** Whether an instant counts: the clock runs up to it. Closing time itself still does. */
export const isCounting = (calendar: BusinessCalendar, mode: ClockMode, at: Date): boolean =>
  countingBetween(calendar, mode, new Date(at.getTime() - 1), at) === 1;

import { type DayNumber, isoFromDayNumber } from "../calendar/day-number.ts";
import { type DifferentDays, isWorkingDay } from "../calendar/working-days.ts";
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

const formats = new Map<string, Intl.DateTimeFormat>();

const formatOf = (zone: string): Intl.DateTimeFormat => {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-CA", {
      timeZone: zone,
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
      hourCycle: "h23",
    });
    formats.set(zone, format);
  }
  return format;
};

/** What the zone's wall clock shows at an instant, as if it were UTC. */
const wallClock = (zone: string, at: number): number => {
  const parts: Record<string, number> = {};
  for (const { type, value } of formatOf(zone).formatToParts(at)) parts[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second) + (((at % 1000) + 1000) % 1000);
};

/**
 * The instant at which a wall clock shows a minute of a day. Where clocks are put forward over it, as long after; where
 * they show it twice, the first time.
 */
const instantOf = (zone: string, day: DayNumber, minute: number): number => {
  const wanted = day * 86_400_000 + minute * 60_000;
  const offsets = [wanted - 86_400_000, wanted + 86_400_000].map((at) => wallClock(zone, at) - at);
  const candidates = offsets.map((offset) => wanted - offset).toSorted((a, b) => a - b);
  const exact = candidates.find((at) => wallClock(zone, at) === wanted);
  if (exact !== undefined) return exact;
  // Skipped: by the clocks as they were before, this is as long after the change as it lies in the gap.
  return wanted - Math.min(...offsets);
};

const dayOf = (zone: string, at: number): DayNumber => Math.floor(wallClock(zone, at) / 86_400_000);

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
    const opens = instantOf(zone, day, mode === "hours" ? opensAtMinute : 0);
    const closes =
      mode === "hours" ? instantOf(zone, day, closesAtMinute) : instantOf(zone, day + 1, 0);
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

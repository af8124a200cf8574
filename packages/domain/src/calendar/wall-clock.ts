import type { DayNumber } from "./day-number.ts";

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

/** What the zone's wall clock shows at an instant, as if it were UTC; milliseconds. */
export const wallClockAt = (zone: string, at: number): number => {
  const parts: Record<string, number> = {};
  for (const { type, value } of formatOf(zone).formatToParts(at)) parts[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second) + (((at % 1000) + 1000) % 1000);
};

/**
 * The instant, in milliseconds, at which a wall clock in the zone shows a minute of a day. Where clocks are put forward over it,
 * as long after; where they show it twice, the first time.
 */
export const instantAtMinute = (zone: string, day: DayNumber, minute: number): number => {
  const wanted = day * 86_400_000 + minute * 60_000;
  const offsets = [wanted - 86_400_000, wanted + 86_400_000].map(
    (at) => wallClockAt(zone, at) - at,
  );
  const candidates = offsets.map((offset) => wanted - offset).toSorted((a, b) => a - b);
  const exact = candidates.find((at) => wallClockAt(zone, at) === wanted);
  if (exact !== undefined) return exact;
  // Skipped: by the clocks as they were before, this is as long after the change as it lies in the gap.
  return wanted - Math.min(...offsets);
};

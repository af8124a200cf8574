import { dayNumberFromIso, type IsoDay } from "@mainstay/domain/calendar/day-number";

const formats = new Map<string, Intl.DateTimeFormat>();

/** What a wall clock in the zone shows at an instant, as if it were UTC, in milliseconds. */
const wallTime = (timeZone: string, at: number): number => {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-US", {
      timeZone,
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
    formats.set(timeZone, format);
  }
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const of = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? 0;
  return Date.UTC(of("year"), of("month") - 1, of("day"), of("hour"), of("minute"), of("second"));
};

/**
 * The instant at which a wall clock in the zone shows this minute of this day. An hour that summer time leaves out becomes the one
 * after it, an hour that comes twice is the first.
 */
export const zonedInstant = (timeZone: string, on: IsoDay, minute: number): Date => {
  const wall = (dayNumberFromIso(on) ?? 0) * 86_400_000 + minute * 60_000;
  const offsetAt = (at: number) => wallTime(timeZone, at) - at;
  const first = wall - offsetAt(wall - 86_400_000);
  if (wallTime(timeZone, first) === wall) return new Date(first);
  const second = wall - offsetAt(wall + 86_400_000);
  return new Date(wallTime(timeZone, second) === wall ? second : first);
};

import { dayNumberFromIso, type IsoDay } from "@mainstay/domain/calendar/day-number";
import { instantAtMinute } from "@mainstay/domain/calendar/wall-clock";

/**
 * The instant at which a wall clock in the zone shows this minute of this day. An hour that summer time leaves out becomes the one
 * after it, an hour that comes twice is the first.
 */
export const zonedInstant = (timeZone: string, on: IsoDay, minute: number): Date =>
  new Date(instantAtMinute(timeZone, dayNumberFromIso(on) ?? 0, minute));

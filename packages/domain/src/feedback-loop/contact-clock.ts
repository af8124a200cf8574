import { dayNumberFromIso, type IsoDay } from "../calendar/day-number.ts";
import { instantAtMinute, wallClockAt } from "../calendar/wall-clock.ts";
import { addWorkingDays, type DifferentDays } from "../calendar/working-days.ts";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** How soon a dissatisfied customer is spoken with. */
export interface ContactClock {
  readonly workdays: number;
  /** For an economic buyer or a core account: hours round the clock. */
  readonly urgentHours: number;
}
export const shippedContactClock: ContactClock = { workdays: 2, urgentHours: 24 };

/** Whether the shorter clock runs: an economic buyer answered, or the account is a core one. */
export const hasShortClock = (buyingRole: string | null, segment: string | null): boolean =>
  buyingRole === "economic_buyer" || segment === "core";

/**
 * Until when somebody must have spoken with them: round the clock for the urgent, else the same time of day so many
 * working days later by the workspace's clocks, summer time or not. `openedOn` is the day they show at `openedAt`.
 */
export const contactDueAt = (
  clock: ContactClock,
  isUrgent: boolean,
  { openedAt, openedOn, zone }: { openedAt: Date; openedOn: IsoDay; zone: string },
  different: DifferentDays,
): Date => {
  if (isUrgent) return new Date(openedAt.getTime() + clock.urgentHours * hourMs);
  const dueOn = addWorkingDays(openedOn, clock.workdays, different);
  const ofDay = wallClockAt(zone, openedAt.getTime()) % dayMs;
  const minute = Math.floor(ofDay / minuteMs);
  const dueAt = instantAtMinute(zone, dayNumberFromIso(dueOn) ?? 0, minute);
  return new Date(dueAt + (ofDay % minuteMs));
};

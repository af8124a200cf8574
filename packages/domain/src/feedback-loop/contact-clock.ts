import { dayNumberFromIso, type IsoDay } from "../calendar/day-number.ts";
import { addWorkingDays, type DifferentDays } from "../calendar/working-days.ts";

const hourMs = 3_600_000;
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
 * working days later. `openedOn` is the day the workspace's clocks show at `openedAt`.
 */
export const contactDueAt = (
  clock: ContactClock,
  isUrgent: boolean,
  { openedAt, openedOn }: { openedAt: Date; openedOn: IsoDay },
  different: DifferentDays,
): Date => {
  if (isUrgent) return new Date(openedAt.getTime() + clock.urgentHours * hourMs);
  const dueOn = addWorkingDays(openedOn, clock.workdays, different);
  const days = (dayNumberFromIso(dueOn) ?? 0) - (dayNumberFromIso(openedOn) ?? 0);
  return new Date(openedAt.getTime() + days * dayMs);
};

import { dayNumberFromIso } from "@mainstay/domain/calendar/day-number";
import { calendarDayIn } from "../platform/clock/clock.ts";

/** Today where this machine stands, as a day number: what a command counts as the last day that can have been. */
export const machineDay = (): number => {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return dayNumberFromIso(calendarDayIn(timeZone, new Date())) ?? 0;
};

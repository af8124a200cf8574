import type { IsoDay } from "@mainstay/domain/calendar/day-number";
import { dayNumberFromIso, isoFromDayNumber } from "@mainstay/domain/calendar/day-number";

export const snoozeLengths = { tomorrow: 1, week: 7, month: 30 } as const;
export type SnoozeChoice = keyof typeof snoozeLengths;

/** The day each usual snooze ends on, counted from the workspace's today. */
export const snoozeChoices = (today: IsoDay): { choice: SnoozeChoice; until: IsoDay }[] => {
  const base = dayNumberFromIso(today) ?? 0;
  return (Object.keys(snoozeLengths) as SnoozeChoice[]).map((choice) => ({
    choice,
    until: isoFromDayNumber(base + snoozeLengths[choice]),
  }));
};

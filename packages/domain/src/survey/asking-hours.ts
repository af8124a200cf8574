import { addWorkingDays, type DifferentDays, isWorkingDay } from "../calendar/working-days.ts";
import type { IsoDay } from "../calendar/day-number.ts";

/** Customers hear from us on working days from 9 until 18, on the workspace's clock. */
export const askingHours = { fromMinute: 9 * 60, toMinute: 18 * 60 } as const;

/** A moment on the workspace's clock. */
export interface WallTime {
  readonly today: IsoDay;
  readonly minuteOfDay: number;
}

/** When mail may go out at the earliest: now within the hours of asking, else when they begin next. */
export const nextAskingTime = (
  { today, minuteOfDay }: WallTime,
  different: DifferentDays,
): { readonly on: IsoDay; readonly minuteOfDay: number } => {
  const { fromMinute, toMinute } = askingHours;
  if (isWorkingDay(today, different) && minuteOfDay < toMinute)
    return { on: today, minuteOfDay: Math.max(minuteOfDay, fromMinute) };
  return { on: addWorkingDays(today, 1, different), minuteOfDay: fromMinute };
};

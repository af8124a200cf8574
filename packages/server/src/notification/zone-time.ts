import type { IsoDay } from "@mainstay/domain/calendar/day-number";
import { isWorkingDay } from "@mainstay/domain/calendar/working-days";
import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import type { Db } from "../platform/db/database-handles.ts";
import { calendarDayIn } from "../platform/clock/clock.ts";
import { readTimeZone } from "../platform/clock/workspace-today.ts";
import { loadDifferentDays } from "../workday/different-days.ts";

/** A moment as the clocks of the workspace show it. */
export interface ZoneTime {
  readonly today: IsoDay;
  readonly minuteOfDay: number;
  readonly isWorkday: boolean;
}

export const readZoneTime = async (db: Db, tenantId: TenantId, now: Date): Promise<ZoneTime> => {
  const timeZone = await readTimeZone(db, tenantId);
  const today = calendarDayIn(timeZone, now);
  const different = await loadDifferentDays(db, tenantId, today, today);
  return {
    today,
    minuteOfDay: minuteOfDayIn(timeZone, now),
    isWorkday: isWorkingDay(today, different),
  };
};

/** Minutes after midnight that a wall clock in the zone shows. */
export const minuteOfDayIn = (timeZone: string, at: Date): number => {
  const text = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).format(at);
  const [hour = 0, minute = 0] = text.split(":").map(Number);
  return hour * 60 + minute;
};

import { nextAskingTime } from "@mainstay/domain/survey/asking-hours";
import { zonedInstant } from "../calendar-feed/zoned-instant.ts";
import { minuteOfDayIn } from "../notification/zone-time.ts";
import { calendarDayIn } from "../platform/clock/clock.ts";
import type { Db } from "../platform/db/database-handles.ts";
import { loadDifferentDays } from "../workday/different-days.ts";
import { daysAfter } from "./open-round.ts";

/** Longer than any stretch of holidays. */
const daysAhead = 40;

/** From when on mail may go to customers: now within the hours of asking, else their next beginning. */
export const nextAskingInstant = async (
  db: Db,
  tenantId: string,
  timeZone: string,
  now: Date,
): Promise<Date> => {
  const today = calendarDayIn(timeZone, now);
  const minuteOfDay = minuteOfDayIn(timeZone, now);
  const different = await loadDifferentDays(db, tenantId, today, daysAfter(today, daysAhead));
  const next = nextAskingTime({ today, minuteOfDay }, different);
  return next.on === today && next.minuteOfDay === minuteOfDay
    ? now
    : zonedInstant(timeZone, next.on, next.minuteOfDay);
};

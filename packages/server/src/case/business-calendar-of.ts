import { dayNumberFromIso, isoFromDayNumber } from "@mainstay/domain/calendar/day-number";
import type { BusinessCalendar } from "@mainstay/domain/case/business-calendar";
import type { CaseClockSetting } from "@mainstay/domain/case/case-clock-setting";
import { calendarDayIn } from "../platform/clock/clock.ts";
import { readTimeZone } from "../platform/clock/workspace-today.ts";
import type { Db } from "../platform/db/database-handles.ts";
import { loadDifferentDays } from "../workday/different-days.ts";

/** No clock, pause or overdue time that is reckoned reaches further than this; beyond it the plain week holds. */
const daysBefore = 400;
const daysAfter = 800;

/** Which time counts in the workspace around an instant: its zone, working days and opening hours. */
export const businessCalendarOf = async (
  db: Db,
  tenantId: string,
  around: Date,
  { opensAtMinute, closesAtMinute }: CaseClockSetting,
): Promise<BusinessCalendar> => {
  const zone = await readTimeZone(db, tenantId);
  const day = dayNumberFromIso(calendarDayIn(zone, around)) ?? 0;
  const different = await loadDifferentDays(
    db,
    tenantId,
    isoFromDayNumber(day - daysBefore),
    isoFromDayNumber(day + daysAfter),
  );
  return { zone, different, opensAtMinute, closesAtMinute };
};

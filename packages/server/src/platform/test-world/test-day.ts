import { calendarDayIn } from "../clock/clock.ts";

const dayMs = 86_400_000;

/**
 * For tests: today in the zone a workspace has unless told otherwise, or a day before or after it. The day of UTC is
 * another one for a third of each day.
 */
export const testDay = (daysLater = 0): string =>
  calendarDayIn("Asia/Shanghai", new Date(Date.now() + daysLater * dayMs));

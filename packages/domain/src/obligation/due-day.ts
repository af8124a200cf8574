import { type IsoDay, isoFromDayNumber } from "../calendar/day-number.ts";
import { type DifferentDays, isWorkingDay } from "../calendar/working-days.ts";
import type { DutyPeriod } from "../service-policy/duty-period.ts";

/**
 * When what is owed in a period is due: on its last working day, so that a month that ends in 国庆 is due before it. A period
 * without any working day is due on its last day.
 */
export const dueDayIn = (period: DutyPeriod, different: DifferentDays): IsoDay => {
  for (let day = period.to; day >= period.from; day--) {
    const on = isoFromDayNumber(day);
    if (isWorkingDay(on, different)) return on;
  }
  return isoFromDayNumber(period.to);
};

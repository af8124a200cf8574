import type { DayNumber } from "../calendar/day-number.ts";

/** The Monday of the week a day lies in: 1970-01-01 was a Thursday. */
export const mondayOf = (day: DayNumber): DayNumber => day - ((((day + 3) % 7) + 7) % 7);

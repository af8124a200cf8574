/**
 * How leap-month birthdays are kept where the year has that leap month: in it alone, or in the ordinary month too. A
 * year without it always means the ordinary month.
 */
export const leapMonthHabits = ["leap_month", "both"] as const;
export type LeapMonthHabit = (typeof leapMonthHabits)[number];

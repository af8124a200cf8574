import type { DayNumber } from "@mainstay/domain/calendar/day-number";
import { dayNumberOf } from "@mainstay/domain/calendar/day-number";

/**
 * Days from 20 January to 春节, a base-36 digit a year from 1970 on, made from the domain's lunar tables (a test holds
 * them together): those would weigh more than the whole strip, and browsers' own calendars are wrong in some years.
 */
const firstYear = 1970;
const afterJanuary20 =
  "h7qe3mbti8rg5odvk9sh7qf3lbui8rg4nc2k9ti6pe3lbuj8rg5nc2l9sh6oe3mbuj8qf4nc2lash6pd3mcuj8qf4nd1k9sg6pe3mbui7qg4nd2k9sh6pe4lati7qg5nc1";

/** The day of 春节 in a solar year; null outside 1970–2099. */
export const lunarNewYearOf = (year: number): DayNumber | null => {
  const digit = afterJanuary20[year - firstYear];
  return digit === undefined ? null : dayNumberOf(year, 1, 20) + Number.parseInt(digit, 36);
};

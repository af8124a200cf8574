import type { IsoDay } from "../calendar/day-number.ts";

/** A job with its first and last day; null where nobody noted it. */
export interface JobSpan {
  readonly startsOn: IsoDay | null;
  readonly endsOn: IsoDay | null;
}

/**
 * Whether a job was held on a day: from its first day to the day before its end, as the lists of present people count it. A job
 * whose beginning nobody noted is taken to have been held all along.
 */
export const isJobHeldOn = ({ startsOn, endsOn }: JobSpan, day: IsoDay): boolean =>
  (startsOn === null || startsOn <= day) && (endsOn === null || endsOn > day);

/** A tie with the day somebody noted it and the day it ended. */
export interface TieSpan {
  readonly notedOn: IsoDay;
  readonly endedOn: IsoDay | null;
}

/** Whether a tie was known and not yet ended on a day; one that was ended on the day it was drawn never was. */
export const isTieKnownOn = ({ notedOn, endedOn }: TieSpan, day: IsoDay): boolean =>
  notedOn <= day && (endedOn === null || endedOn > day);

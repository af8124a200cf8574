import {
  calendarParts,
  type DayNumber,
  dayNumberFromIso,
  dayNumberOf,
  type IsoDay,
  isoFromDayNumber,
} from "../calendar/day-number.ts";
import { type FactKind, factRules } from "./fact-kind.ts";

/** So many days before a fact ends it is listed for verification. */
export const verifyAheadDays = 30;

const dayOf = (on: IsoDay): DayNumber => {
  const day = dayNumberFromIso(on);
  if (day === null) throw new RangeError(`${on} is no calendar day`);
  return day;
};

/** The same day so many months later, or the month's last where it has no such day. */
const monthsLater = (day: DayNumber, months: number): DayNumber => {
  const { year, month, day: ofMonth } = calendarParts(day);
  const lastOfMonth = calendarParts(dayNumberOf(year, month + months + 1, 1) - 1).day;
  return dayNumberOf(year, month + months, Math.min(ofMonth, lastOfMonth));
};

/**
 * The last day on which a fact may be kept (facts § 1): counted from its verification, or from the end of the occasion
 * it was noted for. Null where the kind needs an occasion and none is named.
 */
export const retentionEndsOn = (
  kind: FactKind,
  from: { readonly verifiedOn: IsoDay; readonly occasionOn: IsoDay | null },
): IsoDay | null => {
  const { retention } = factRules[kind];
  if (retention.from === "verified") {
    return isoFromDayNumber(monthsLater(dayOf(from.verifiedOn), retention.months));
  }
  if (from.occasionOn === null) return null;
  return isoFromDayNumber(dayOf(from.occasionOn) + retention.days);
};

/** Whether a fact ends so soon that it should be verified now. A fact kept for an occasion ends with it. */
export const isDueForVerification = (kind: FactKind, expiresOn: IsoDay, today: IsoDay): boolean =>
  factRules[kind].retention.from === "verified" &&
  dayOf(expiresOn) - dayOf(today) <= verifyAheadDays;

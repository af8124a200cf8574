import { calendarParts, type DayNumber, dayNumberOf } from "../calendar/day-number.ts";
import { type FactKind, factRules } from "./fact-kind.ts";
import { type FactValue, latestBirthOf } from "./fact-value.ts";

/** Below this age only a guardian can consent, and everything about the child is sensitive (PIPL Articles 28, 31). */
export const ageOfOwnConsent = 14;

/**
 * Whether a fact may be kept only with a guardian's consent: it is about a child who is below fourteen on `today`, or
 * may be, because the year of birth is not known.
 */
export const needsGuardianConsent = (
  kind: FactKind,
  value: FactValue,
  today: DayNumber,
): boolean => {
  if (factRules[kind].needsGuardian !== true) return false;
  const born = value.shape === "anniversary" ? latestBirthOf(value) : null;
  if (born === null) return true;
  const { year, month, day } = calendarParts(born);
  return dayNumberOf(year + ageOfOwnConsent, month, day) > today;
};

import { grades } from "@mainstay/domain/account/grade";
import { segments } from "@mainstay/domain/account/segment";
import {
  dayNumberFromIso,
  type DayNumber,
  type IsoDay,
  isoFromDayNumber,
} from "@mainstay/domain/calendar/day-number";
import type { DifferentDays } from "@mainstay/domain/calendar/working-days";
import { dueDayIn } from "@mainstay/domain/obligation/due-day";
import { type Cadence, cadences } from "@mainstay/domain/service-policy/cadence";
import {
  type DutyPeriod,
  dutyPeriodsBetween,
  firstOwedPeriod,
} from "@mainstay/domain/service-policy/duty-period";
import {
  type DutyKind,
  dutyKinds,
  type PolicyLineKey,
  policyLineFor,
  type ServicePolicy,
} from "@mainstay/domain/service-policy/service-terms";

/** What a segment and grade are owed on dates; `none` where the evaluation has not placed the account. */
export interface OwedDuty {
  readonly segment: string;
  readonly grade: string;
  readonly kind: DutyKind;
  readonly every: Cadence;
  readonly contact_kinds: readonly string[];
  readonly line: PolicyLineKey;
}

/** Every dated duty of every combination of segment and grade: a few dozen rows that accounts are joined to. */
export const owedDuties = (policy: ServicePolicy): OwedDuty[] =>
  [...segments, "none" as const].flatMap((segment) =>
    grades.flatMap((grade) => {
      const { terms, because } = policyLineFor(policy, {
        segment: segment === "none" ? null : segment,
        grade: grade === "none" ? null : grade,
      });
      return dutyKinds.flatMap((kind) => {
        const duty = terms.duties[kind];
        const line = because.duties[kind];
        if (!duty || !line || duty.every === "case") return [];
        return [
          { segment, grade, kind, every: duty.every, contact_kinds: duty.contactKinds, line },
        ];
      });
    }),
  );

/** A period of a cadence as SQL reads it. */
export interface PeriodRow {
  readonly every: Cadence;
  readonly from_on: IsoDay;
  readonly to_on: IsoDay;
  readonly due_on: IsoDay;
  /** A duty that begins today is first owed in it. */
  readonly is_first: boolean;
  /** Every account with the duty gets its obligation; else only those for whom it is the first. */
  readonly is_near: boolean;
  /** Another policy will be in force when it begins: nothing is planned in it yet. */
  readonly is_beyond: boolean;
}

/** The next period is written down so long before it begins, so that its visits can be planned. */
export const planAheadDays = 14;
/** Periods that ended longer ago than this are not made up for, whatever the clock did. */
export const makeUpDays = 366;

/**
 * The periods that a round on this day looks at: those that ended within a year, the present one, the one about to begin,
 * and the one in which a duty that begins today is first owed.
 */
export const periodsAround = (
  today: DayNumber,
  different: DifferentDays,
  nextPolicyFrom: IsoDay | null,
): PeriodRow[] => {
  const limit =
    nextPolicyFrom === null
      ? Number.POSITIVE_INFINITY
      : (dayNumberFromIso(nextPolicyFrom) ?? today);
  return cadences.flatMap((every) => {
    const first = firstOwedPeriod(every, today);
    if (!first) return [];
    const near = dutyPeriodsBetween(every, today - makeUpDays, today + planAheadDays);
    const isNear = near.some(({ from }) => from === first.from);
    return (isNear ? near : [...near, first]).map((period: DutyPeriod) => ({
      every,
      from_on: isoFromDayNumber(period.from),
      to_on: isoFromDayNumber(period.to),
      due_on: dueDayIn(period, different),
      is_first: period.from === first.from,
      is_near: near.includes(period),
      is_beyond: period.from > today && period.from >= limit,
    }));
  });
};

import {
  dayNumberFromIso,
  type IsoDay,
  isoFromDayNumber,
} from "@mainstay/domain/calendar/day-number";
import {
  parseRecurrence,
  type RecurrenceRule,
  weekdayCodes,
} from "@mainstay/domain/calendar-entry/recurrence-rule";
// Node reads the CommonJS build, whose names hang on the default; the linter looks at the other one.
// oxlint-disable-next-line import/default
import rruleModule from "rrule";

const { RRule } = rruleModule;

/** A plan as far as its days go. */
export interface PlannedDays {
  readonly onDate: IsoDay;
  readonly recurrence: string | null;
  readonly skippedOn: readonly IsoDay[];
}

const utcOf = (on: IsoDay): Date => new Date((dayNumberFromIso(on) ?? 0) * 86_400_000);
const dayOf = (date: Date): IsoDay => isoFromDayNumber(Math.floor(date.getTime() / 86_400_000));

const ruleFrom = (onDate: IsoDay, rule: RecurrenceRule) =>
  new RRule({
    freq: RRule[rule.frequency],
    interval: rule.interval,
    dtstart: utcOf(onDate),
    wkst: RRule.MO,
    ...(rule.count === null ? {} : { count: rule.count }),
    ...(rule.untilOn === null ? {} : { until: utcOf(rule.untilOn) }),
    ...(rule.weekdays.length > 0
      ? { byweekday: rule.weekdays.map((code) => weekdayCodes.indexOf(code)) }
      : {}),
  });

/**
 * Where to begin counting: a daily or weekly rule without COUNT is the same from any of its own days, so that one of long
 * ago costs no more than one of today.
 */
const startNear = (onDate: IsoDay, rule: RecurrenceRule, from: IsoDay): IsoDay => {
  const step = { DAILY: 1, WEEKLY: 7, MONTHLY: 0, YEARLY: 0 }[rule.frequency] * rule.interval;
  if (step === 0 || rule.count !== null || from <= onDate) return onDate;
  const first = dayNumberFromIso(onDate) ?? 0;
  const steps = Math.floor(((dayNumberFromIso(from) ?? 0) - first) / step);
  return isoFromDayNumber(first + Math.max(0, steps - 1) * step);
};

/**
 * The days of a plan from `from` to before `to`, at most `limit`. Calendar days, reckoned in UTC: no zone and no summer
 * time can move one. Monthly on the 31st leaves out shorter months; left-out days count towards COUNT.
 */
export const plannedDaysBetween = (
  { onDate, recurrence, skippedOn }: PlannedDays,
  from: IsoDay,
  to: IsoDay,
  limit = 400,
): IsoDay[] => {
  if (from >= to) return [];
  const rule = recurrence === null ? null : parseRecurrence(recurrence);
  if (rule === null) return onDate >= from && onDate < to ? [onDate] : [];
  const days: IsoDay[] = [];
  const last = isoFromDayNumber((dayNumberFromIso(to) ?? 0) - 1);
  ruleFrom(startNear(onDate, rule, from), rule).between(utcOf(from), utcOf(last), true, (date) => {
    const on = dayOf(date);
    if (!skippedOn.includes(on)) days.push(on);
    return days.length < limit;
  });
  return days;
};

/** The first day on or after `onDate` that the rule means: what is planned "from Wednesday, every Monday" begins on Monday. */
export const firstPlannedDay = (onDate: IsoDay, rule: RecurrenceRule): IsoDay | null => {
  const first = ruleFrom(onDate, rule).after(utcOf(onDate), true);
  return first ? dayOf(first) : null;
};

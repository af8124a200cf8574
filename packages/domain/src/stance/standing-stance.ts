import type { DayNumber, IsoDay } from "../calendar/day-number.ts";
import { dayNumberFromIso } from "../calendar/day-number.ts";
import { type Stance, stanceValue } from "./stance.ts";

/** One judgement of one of us, on a day, for the account (`projectId` null) or one of its projects. */
export interface DatedJudgement {
  readonly id: string;
  readonly projectId: string | null;
  readonly assessorId: string | null;
  readonly assessedOn: IsoDay;
}

/** Days after which a judgement asks for renewal (formulas § 3: fresh up to 90 days). */
export const staleAfterDays = 90;

/** True when a judgement is older than 90 days on the day `today`. */
export const isJudgementStale = (assessedOn: IsoDay, today: IsoDay): boolean =>
  daysBetween(assessedOn, today) > staleAfterDays;

const daysBetween = (from: IsoDay, to: IsoDay): number =>
  (dayNumberFromIso(to) as DayNumber) - (dayNumberFromIso(from) as DayNumber);

const newestFirst = (a: DatedJudgement, b: DatedJudgement): number =>
  b.assessedOn.localeCompare(a.assessedOn) || b.id.localeCompare(a.id);

/**
 * The newest judgement of each assessor in the scope that counts: a project's own go before the account's, and where the
 * project has none the account's count. Newest first, so that the first is the one that counts; empty where nobody judged.
 */
export const standingJudgements = <Judgement extends DatedJudgement>(
  judgements: readonly Judgement[],
  projectId: string | null,
): Judgement[] => {
  const own = judgements.filter((one) => projectId !== null && one.projectId === projectId);
  const scope = own.length > 0 ? own : judgements.filter((one) => one.projectId === null);
  const seen = new Set<string | null>();
  return scope.toSorted(newestFirst).filter(({ assessorId }) => {
    if (seen.has(assessorId)) return false;
    seen.add(assessorId);
    return true;
  });
};

/** Whether the newest words of different assessors lie a whole point or more apart (formulas § 3 values). */
export const isDisagreement = (stances: readonly Stance[]): boolean => {
  const values = stances.map((stance) => stanceValue[stance]);
  return values.length > 1 && Math.max(...values) - Math.min(...values) >= 1;
};

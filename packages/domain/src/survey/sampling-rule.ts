import type { Grade } from "../account/grade.ts";
import type { Segment } from "../account/segment.ts";
import type { BuyingRole } from "../buying-role/buying-role.ts";
import { monthsAfter } from "../calendar/months-after.ts";
import type { IsoDay } from "../calendar/day-number.ts";
import type { SurveyRhythm } from "./survey-kind.ts";

/** Who is asked in a round, and for how long. An empty list asks everybody in that respect. */
export interface SamplingRule {
  readonly segments: readonly Segment[];
  readonly grades: readonly Grade[];
  readonly buyingRoles: readonly BuyingRole[];
  /** Departments of the customer's people, as their jobs say. */
  readonly departments: readonly string[];
  readonly isProgrammeOnly: boolean;
  /** Share of those who may be asked, 0 < share ≤ 1; null: all of them. */
  readonly share: number | null;
  /** At most so many people; null: no limit. */
  readonly most: number | null;
  /** How many days a round is open. */
  readonly openDays: number;
  /** After a case: the probability that its customer is asked. */
  readonly afterCaseProbability: number;
}

export const shippedSampling: SamplingRule = {
  segments: [],
  grades: [],
  buyingRoles: [],
  departments: [],
  isProgrammeOnly: false,
  share: null,
  most: null,
  openDays: 14,
  afterCaseProbability: 0.5,
};

/** How often a workspace asks one person at most, over all surveys, and when it reminds. */
export interface AskingLimits {
  /** Days of rest between two askings of a person. */
  readonly restDays: number;
  readonly mostAYear: number;
  /** Days after the asking on which who has not answered is reminded. */
  readonly reminderDays: readonly number[];
}

/** Once in 90 days, four times a year; reminded after 5 and 10 days. */
export const shippedLimits: AskingLimits = { restDays: 90, mostAYear: 4, reminderDays: [5, 10] };

/** How long after a round's last day its links still open, to say that it is over. */
export const graceDays = 30;

/** How often somebody is reminded of one asking at most, by itself and by hand together. */
export const mostReminders = ({ reminderDays }: Pick<AskingLimits, "reminderDays">): number =>
  Math.max(1, reminderDays.length);

const rhythmMonths: Readonly<Record<SurveyRhythm, number | null>> = {
  once: null,
  monthly: 1,
  quarterly: 3,
  half_yearly: 6,
  yearly: 12,
  after_case: 3,
};

/** When the next round opens by itself: so many months after this one opened; null for a survey asked once. */
export const nextRoundOn = (rhythm: SurveyRhythm, openedOn: IsoDay): IsoDay | null => {
  const months = rhythmMonths[rhythm];
  return months === null ? null : monthsAfter(openedOn, months);
};

/** How many of the eligible are drawn: the share rounded up, and never more than the limit. */
export const sampleSize = (
  { share, most }: Pick<SamplingRule, "share" | "most">,
  eligible: number,
): number =>
  Math.min(eligible, Math.max(0, Math.ceil(eligible * (share ?? 1) - 1e-9)), most ?? eligible);

import type { Grade } from "../account/grade.ts";
import type { Segment } from "../account/segment.ts";
import type { BuyingRole } from "../buying-role/buying-role.ts";
import { dayNumberFromIso, type IsoDay } from "../calendar/day-number.ts";
import { drawKey } from "./draw-key.ts";
import { type AskingLimits, type SamplingRule, sampleSize } from "./sampling-rule.ts";

/** A person in a job at an account, with everything that decides whether they are asked. */
export interface SampleCandidate {
  readonly personId: string;
  readonly accountId: string;
  readonly segment: Segment | null;
  readonly grade: Grade | null;
  readonly buyingRoles: readonly BuyingRole[];
  readonly department: string | null;
  readonly isInProgramme: boolean;
  readonly hasAddress: boolean;
  readonly isPlaceholder: boolean;
  readonly isRestricted: boolean;
  readonly isOptedOut: boolean;
  readonly hasLeft: boolean;
  /** The newest day any survey asked them; null when none ever did. */
  readonly lastAskedOn: IsoDay | null;
  readonly askedWithinYear: number;
}

/** Why somebody the survey is meant for is not asked, the first that applies. */
export const leftOutReasons = [
  "left",
  "placeholder",
  "restricted",
  "opted_out",
  "no_address",
  "asked_elsewhere",
  "asked_recently",
  "asked_often",
  "not_drawn",
] as const;
export type LeftOutReason = (typeof leftOutReasons)[number];

export interface DrawnSample {
  readonly asked: readonly SampleCandidate[];
  /** Who may be asked; the sample is drawn from them. */
  readonly eligible: number;
  /** Economic buyers of core accounts, asked whatever the draw says. */
  readonly always: number;
  readonly leftOut: Readonly<Record<LeftOutReason, number>>;
}

/** Whether the survey is meant for this person at all. */
export const isMeantFor = (rule: SamplingRule, candidate: SampleCandidate): boolean => {
  const takes = <Value>(wanted: readonly Value[], value: Value | null) =>
    wanted.length === 0 || (value !== null && wanted.includes(value));
  return (
    isAlwaysAsked(candidate) ||
    (takes(rule.segments, candidate.segment) &&
      takes(rule.grades, candidate.grade) &&
      takes(rule.departments, candidate.department) &&
      (rule.buyingRoles.length === 0 ||
        candidate.buyingRoles.some((role) => rule.buyingRoles.includes(role))) &&
      (!rule.isProgrammeOnly || candidate.isInProgramme))
  );
};

/** 核心客户的最高决策者: their own answer is never left to chance (formulas § 2). */
export const isAlwaysAsked = ({ segment, buyingRoles }: SampleCandidate): boolean =>
  segment === "core" && buyingRoles.includes("economic_buyer");

/** Why a person may not be asked today whatever is drawn; null when they may. */
export const whyNotAsked = (
  candidate: SampleCandidate,
  limits: AskingLimits,
  today: IsoDay,
): Exclude<LeftOutReason, "not_drawn" | "asked_elsewhere"> | null => {
  if (candidate.hasLeft) return "left";
  if (candidate.isPlaceholder) return "placeholder";
  if (candidate.isRestricted) return "restricted";
  if (candidate.isOptedOut) return "opted_out";
  if (!candidate.hasAddress) return "no_address";
  if (candidate.lastAskedOn !== null && daysSince(candidate.lastAskedOn, today) < limits.restDays)
    return "asked_recently";
  return candidate.askedWithinYear >= limits.mostAYear ? "asked_often" : null;
};

/**
 * Draws who is asked. The same seed, candidates and rule give the same sample whatever their order, so that anybody can
 * draw it again: each person's place comes from the seed and their id alone. Economic buyers of core accounts come first
 * and count towards the number. A person with jobs at several accounts is asked once, where they weigh most.
 */
export const drawSample = (
  candidates: readonly SampleCandidate[],
  rule: SamplingRule,
  limits: AskingLimits,
  { seed, today }: { readonly seed: number; readonly today: IsoDay },
): DrawnSample => {
  const leftOut = Object.fromEntries(leftOutReasons.map((reason) => [reason, 0])) as Record<
    LeftOutReason,
    number
  >;
  const inOrder = candidates
    .filter((candidate) => isMeantFor(rule, candidate))
    .map((candidate) => ({ candidate, key: drawKey(seed, candidate.personId) }))
    .sort(
      (a, b) =>
        Number(isAlwaysAsked(b.candidate)) - Number(isAlwaysAsked(a.candidate)) ||
        a.key - b.key ||
        compare(a.candidate.personId, b.candidate.personId) ||
        weightOf(b.candidate) - weightOf(a.candidate) ||
        compare(a.candidate.accountId, b.candidate.accountId),
    );
  const eligible: SampleCandidate[] = [];
  const taken = new Set<string>();
  for (const { candidate } of inOrder) {
    const because = whyNotAsked(candidate, limits, today);
    if (because !== null) leftOut[because] += 1;
    else if (taken.has(candidate.personId)) leftOut.asked_elsewhere += 1;
    else {
      taken.add(candidate.personId);
      eligible.push(candidate);
    }
  }
  const always = eligible.filter(isAlwaysAsked).length;
  const asked = eligible.slice(0, Math.max(always, sampleSize(rule, eligible.length)));
  leftOut.not_drawn = eligible.length - asked.length;
  return { asked, eligible: eligible.length, always, leftOut };
};

const weightOf = ({ segment, buyingRoles }: SampleCandidate): number =>
  (buyingRoles.includes("economic_buyer") ? 2 : buyingRoles.length > 0 ? 1 : 0) +
  (segment === "core" ? 4 : 0);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const daysSince = (on: IsoDay, today: IsoDay): number =>
  (dayNumberFromIso(today) ?? 0) - (dayNumberFromIso(on) ?? 0);

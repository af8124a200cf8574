import type { DayNumber } from "../calendar/day-number.ts";
import {
  type ChainMember,
  isStanceKnown,
  memberCoverage,
  memberWeight,
  standingValue,
} from "./chain-member.ts";

const sumOf = (members: readonly ChainMember[], of: (member: ChainMember) => number): number =>
  members.reduce((sum, member) => sum + of(member), 0);

/** Below this known share the support index is shown greyed: too little of it is known (formulas § 3). */
export const knownShareNeeded = 0.6;

/**
 * 支持面 SupportIndex = 100 × Σ(w·s·f) / Σ(2·w), −100…+100 (formulas § 3). A member whose stance is unknown stands in the
 * denominator only, so that not knowing pulls towards 0. Null for an empty chain: there is nothing to divide by.
 */
export const supportIndex = (members: readonly ChainMember[], today: DayNumber): number | null => {
  const whole = sumOf(members, (member) => 2 * memberWeight(member));
  if (whole === 0) return null;
  const sum = sumOf(members, (member) => memberWeight(member) * standingValue(member, today));
  // Rounding of a long sum must not leave the scale.
  return Math.max(-100, Math.min(100, (100 * sum) / whole)) + 0;
};

/** 覆盖 Coverage = Σ(w·c) / Σw, 0…1 (formulas § 3); null for an empty chain. */
export const chainCoverage = (members: readonly ChainMember[]): number | null => {
  const whole = sumOf(members, memberWeight);
  if (whole === 0) return null;
  return Math.min(
    1,
    sumOf(members, (member) => memberWeight(member) * memberCoverage(member)) / whole,
  );
};

/** 已知比例 KnownShare = Σw(stance known) / Σw, 0…1 (formulas § 3); null for an empty chain. */
export const knownShare = (members: readonly ChainMember[]): number | null => {
  const whole = sumOf(members, memberWeight);
  if (whole === 0) return null;
  return Math.min(1, sumOf(members.filter(isStanceKnown), memberWeight) / whole);
};

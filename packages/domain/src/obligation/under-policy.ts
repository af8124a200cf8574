import type { Grade } from "../account/grade.ts";
import type { Segment } from "../account/segment.ts";

/** Segments and grades that are owed something even while nobody manages the account. */
export const segmentsAlwaysOwed = [
  "core",
  "high_potential",
  "maintain",
] as const satisfies Segment[];
export const gradesAlwaysOwed = ["strategic", "key"] as const satisfies Grade[];

/**
 * Whether an account is owed what its policy line says on dates. The long tail that nobody manages is not: a default line
 * with a yearly call would otherwise owe a hundred thousand calls to nobody's list.
 */
export const isUnderPolicy = (account: {
  readonly managerUserId: string | null;
  readonly segment: Segment | null;
  readonly grade: Grade | null;
}): boolean =>
  account.managerUserId !== null ||
  (segmentsAlwaysOwed as readonly (string | null)[]).includes(account.segment) ||
  (gradesAlwaysOwed as readonly (string | null)[]).includes(account.grade);

import type { PathStepKind } from "@mainstay/domain/relationship/relationship-reason";

/** The six pair levels, by their number one to six. */
export const pairLevelEn = [
  "no contact",
  "acquainted",
  "gives time",
  "trusts",
  "backs us",
  "allied",
] as const;

/** One step of a way to a person. */
export const pathStepEn: Record<PathStepKind, (from: string, to: string) => string> = {
  pair_level: (from, to) => `${from} is in contact with ${to}`,
  influence: (from, to) => `${from} influences ${to}`,
  schoolmate: (from, to) => `${from} went to school with ${to}`,
  fellow_townsman: (from, to) => `${from} and ${to} are from the same town`,
  former_colleague: (from, to) => `${from} once worked with ${to}`,
  relative: (from, to) => `${from} and ${to} are related`,
  friend: (from, to) => `${from} and ${to} are friends`,
  reports_to: (from, to) => `${from} and ${to} stand in one reporting line`,
  same_department: (from, to) => `${from} and ${to} share a department`,
};

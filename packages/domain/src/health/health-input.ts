/** The six things health is made of (formulas § 7), in the order they are shown. */
export const healthInputs = [
  "rhythm",
  "relationship",
  "voice",
  "service",
  "payment",
  "value",
] as const;
export type HealthInput = (typeof healthInputs)[number];

/** What each input weighs when all are known; they add up to 100 (formulas § 7). */
export const healthWeights: Readonly<Record<HealthInput, number>> = {
  rhythm: 25,
  relationship: 20,
  voice: 20,
  service: 15,
  payment: 10,
  value: 10,
};

/** Inputs nothing in the workspace can tell yet: said so on the screen instead of guessed. */
export const inputsWithoutSource: readonly HealthInput[] = ["value"];

/** 0 … 100, or null where it is not known. An unknown input never counts as an average or as nought. */
export type HealthScores = Readonly<Record<HealthInput, number | null>>;

/** Between two anchors a straight line, outside them level: `at0` scores 0, `at100` scores 100. */
export const linearScore = (value: number, at0: number, at100: number): number =>
  Math.min(100, Math.max(0, (100 * (value - at0)) / (at100 - at0)));

/** Criteria the product can work out from the standing of an account. */
export const computedCriteria = ["value", "potential", "growth", "relationship"] as const;
export type ComputedCriterion = (typeof computedCriteria)[number];

export interface ProgrammeCriterion {
  readonly key: string;
  /** Percent; all weights together are 100. */
  readonly weight: number;
  /** Words of a criterion of one's own; the shipped ones have theirs in phrases. */
  readonly name?: { readonly zh: string; readonly en: string } | undefined;
}

/** 准入准则: what counts how much, and how many accounts may be members. */
export interface ProgrammeRule {
  readonly version: number;
  readonly criteria: readonly ProgrammeCriterion[];
  readonly cap: number;
  /** So many key accounts one manager can look after well. */
  readonly accountsPerManager: number;
}

export const shippedProgrammeRule: ProgrammeRule = {
  version: 0,
  criteria: [
    { key: "value", weight: 30 },
    { key: "potential", weight: 20 },
    { key: "growth", weight: 10 },
    { key: "relationship", weight: 10 },
    { key: "strategic_fit", weight: 15 },
    { key: "willingness", weight: 10 },
    { key: "reference", weight: 5 },
  ],
  cap: 25,
  accountsPerManager: 5,
};

/** Below five a programme carries nothing, above twenty-five nobody knows its members (capabilities A6). */
export const advisedCap = { least: 5, most: 25 } as const;

export const capWarning = (cap: number): "too_few" | "too_many" | null =>
  cap < advisedCap.least ? "too_few" : cap > advisedCap.most ? "too_many" : null;

const weightTolerance = 1e-6;

/** Why criteria cannot be put in force, or null: weights must sum to 100 and every key may be there once. */
export const criteriaFault = (
  criteria: readonly ProgrammeCriterion[],
): { fault: "weights_sum"; sum: number } | { fault: "repeated"; key: string } | null => {
  const keys = new Set<string>();
  for (const { key } of criteria) {
    if (keys.has(key)) return { fault: "repeated", key };
    keys.add(key);
  }
  const sum = criteria.reduce((all, { weight }) => all + weight, 0);
  return Math.abs(sum - 100) > weightTolerance ? { fault: "weights_sum", sum } : null;
};

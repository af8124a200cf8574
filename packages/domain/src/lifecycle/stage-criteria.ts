import type { LifecycleStage } from "./lifecycle-stage.ts";

/** What an account must show before a stage is proposed; null asks for nothing. */
export interface StageCriteria {
  /** Months since the contract began, else since the first order (product.md: 0–3, 3–12, 12–36, 36 and more). */
  readonly monthsWithUs: number;
  /** Months in the stage before, so that its playbook had its time. */
  readonly monthsInStage: number;
  /** Revenue of twelve months against the twelve before; a fraction. */
  readonly leastGrowth: number | null;
  /** Coverage of the decision chain by two-way contact; a fraction. */
  readonly leastCoverage: number | null;
  /** People of theirs in living contact. */
  readonly leastThreads: number | null;
  /** The worst health that still passes; unknown health passes. */
  readonly worstHealth: "amber" | "green";
}

export const stageCriteria: Readonly<Record<LifecycleStage, StageCriteria>> = {
  onboarding: {
    monthsWithUs: 0,
    monthsInStage: 0,
    leastGrowth: null,
    leastCoverage: null,
    leastThreads: null,
    worstHealth: "amber",
  },
  stable: {
    monthsWithUs: 3,
    monthsInStage: 3,
    leastGrowth: null,
    leastCoverage: null,
    leastThreads: null,
    worstHealth: "amber",
  },
  deep: {
    monthsWithUs: 12,
    monthsInStage: 6,
    leastGrowth: -0.1,
    leastCoverage: 0.4,
    leastThreads: 2,
    worstHealth: "amber",
  },
  symbiosis: {
    monthsWithUs: 36,
    monthsInStage: 12,
    leastGrowth: 0,
    leastCoverage: 0.6,
    leastThreads: 3,
    worstHealth: "green",
  },
};

/** A fall of revenue from which deep ties are proposed to step back a stage; a fraction. */
export const fallThatStepsBack = 0.3;

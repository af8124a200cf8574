import type { EvaluationSettings } from "./evaluation-settings.ts";

/** What makes settings impossible to use; each names the setting it speaks of. */
export const settingFaults = [
  "potential_weights_sum",
  "grade_floors_order",
  "risk_levels_order",
] as const;
export type SettingFault = (typeof settingFaults)[number];

const near = (a: number, b: number): boolean => Math.abs(a - b) < 1e-9;

/** Everything wrong with settings beyond the range of a single number; empty when they can be published. */
export const findSettingFaults = (settings: EvaluationSettings): SettingFault[] => {
  const { potentialWeights: weights, gradeFloors: floors, riskLevels: levels } = settings;
  const faults: SettingFault[] = [];
  if (!near(weights.growth + weights.industryGrowth + weights.openWallet, 1))
    faults.push("potential_weights_sum");
  if (!(floors.strategic > floors.key && floors.key > floors.base))
    faults.push("grade_floors_order");
  if (!(levels.watch < levels.act && levels.act < levels.lost)) faults.push("risk_levels_order");
  return faults;
};

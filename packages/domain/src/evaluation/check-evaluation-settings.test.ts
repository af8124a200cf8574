import { expect, test } from "vitest";
import { findSettingFaults } from "./check-evaluation-settings.ts";
import { defaultEvaluationSettings as shipped } from "./evaluation-settings.ts";

test("the shipped settings can be published", () => {
  expect(findSettingFaults(shipped)).toEqual([]);
});

test("weights that do not make one, and floors or levels out of order, are each named", () => {
  expect(
    findSettingFaults({
      ...shipped,
      potentialWeights: { growth: 0.5, industryGrowth: 0.5, openWallet: 0.5 },
      gradeFloors: { strategic: 1, key: 2, base: 3 },
      riskLevels: { watch: 0.9, act: 0.6, lost: 0.95 },
    }),
  ).toEqual(["potential_weights_sum", "grade_floors_order", "risk_levels_order"]);
});

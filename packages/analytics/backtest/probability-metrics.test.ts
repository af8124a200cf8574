import { expect, test } from "vitest";
import { areaUnderCurve, brierScore, calibrationSlope, logLoss } from "./probability-metrics.ts";
import { customerRandom } from "./customer-random.ts";

test("the area under the curve counts the pairs ranked right, ties half", () => {
  expect(areaUnderCurve([0.1, 0.4, 0.35, 0.8], [false, false, true, true])).toBeCloseTo(0.75, 12);
  expect(areaUnderCurve([1, 1, 1, 1], [false, true, false, true])).toBeCloseTo(0.5, 12);
});

test("Brier and log-loss are those of the textbook", () => {
  expect(brierScore([0.8, 0.3], [true, false])).toBeCloseTo((0.04 + 0.09) / 2, 12);
  expect(logLoss([0.8, 0.3], [true, false])).toBeCloseTo(-(Math.log(0.8) + Math.log(0.7)) / 2, 12);
});

test("a certain and wrong forecast costs much but not everything", () => {
  expect(logLoss([0], [true])).toBeCloseTo(-Math.log(1e-6), 9);
});

test("the calibration slope tells over-sure from honest probabilities", () => {
  const random = customerRandom(5);
  const logits = Array.from({ length: 20_000 }, () => random.normal(0, 1.5));
  const probability = (logit: number) => 1 / (1 + Math.exp(-logit));
  const outcomes = logits.map((logit) => random.bernoulli(probability(logit)));
  expect(calibrationSlope(logits.map(probability), outcomes)).toBeCloseTo(1, 1);
  const overSure = logits.map((logit) => probability(2 * logit));
  expect(calibrationSlope(overSure, outcomes)).toBeCloseTo(0.5, 1);
});

import { expect, test } from "vitest";
import { customerRandom } from "./customer-random.ts";
import { fitLogistic, logisticProbability } from "./logistic-regression.ts";

test("the coefficients behind simulated outcomes are recovered", () => {
  const random = customerRandom(9);
  const features = Array.from({ length: 20_000 }, () => [random.normal(), random.normal()]);
  const outcomes = features.map((row) =>
    random.bernoulli(logisticProbability([-0.5, 1.2, -0.7], row)),
  );
  const fitted = fitLogistic(features, outcomes);
  [-0.5, 1.2, -0.7].forEach((truth, k) => expect(Math.abs(fitted[k]! - truth)).toBeLessThan(0.08));
});

test("with separable outcomes the ridge keeps the slope finite", () => {
  const fitted = fitLogistic([[-1], [-2], [1], [2]], [false, false, true, true], 0.1);
  expect(fitted.every(Number.isFinite)).toBe(true);
  expect(fitted[1]!).toBeGreaterThan(1);
});

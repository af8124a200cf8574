import { expect, test } from "vitest";
import { seededRandom } from "../numeric/seeded-random.ts";
import { orderDropoutLogLikelihood } from "./order-dropout-likelihood.ts";
import { paretoNbdLogLikelihood } from "./pareto-nbd-likelihood.ts";
import type { LogLikelihood } from "./purchase-fit.ts";
import { runLengthHistories } from "./run-length.ts";
import { simulateOrderDropout } from "../../test-support/simulated-histories.ts";

const kind = { k: 1, leavesAfterFirst: false };
const drawn = simulateOrderDropout(
  seededRandom(3),
  kind,
  { r: 0.6, alpha: 5, a: 0.7, b: 2.5 },
  300,
  [20, 80],
);
const merged = runLengthHistories(drawn);

const expectTrueSlopes = (logLikelihood: LogLikelihood, point: Float64Array): void => {
  const gradient = new Float64Array(4);
  const unused = new Float64Array(4);
  logLikelihood(merged, point, gradient);
  for (let i = 0; i < 4; i++) {
    const step = 1e-5 * point[i]!;
    const at = (shift: number) =>
      logLikelihood(
        merged,
        point.map((v, j) => (i === j ? v + shift : v)),
        unused,
      );
    const slope = (at(step) - at(-step)) / (2 * step);
    expect(Math.abs(gradient[i]! - slope)).toBeLessThan(1e-5 * (1 + Math.abs(slope)));
  }
};

test("order-dropout likelihoods rise as steeply as their gradients say", () => {
  for (const k of [1, 2, 5]) {
    for (const leavesAfterFirst of [false, true]) {
      const logLikelihood = orderDropoutLogLikelihood({ k, leavesAfterFirst });
      expectTrueSlopes(logLikelihood, Float64Array.of(0.6, 5, 0.7, 2.5));
      expectTrueSlopes(logLikelihood, Float64Array.of(3, 0.4, 2, 0.3));
    }
  }
});

test("the Pareto/NBD likelihood rises as steeply as its gradient says, on both sides of α = β", () => {
  expectTrueSlopes(paretoNbdLogLikelihood, Float64Array.of(0.6, 5, 0.7, 12));
  expectTrueSlopes(paretoNbdLogLikelihood, Float64Array.of(0.6, 12, 1.7, 3));
});

test("the regularity k counts the gaps themselves: equal histories, other gaps, other likelihood", () => {
  const at = (sumLogGaps: number, k: number) => {
    const one = { x: Float64Array.of(3), tx: Float64Array.of(9), T: Float64Array.of(11) };
    const rows = runLengthHistories({ ...one, sumLogGaps: Float64Array.of(sumLogGaps) });
    const logLikelihood = orderDropoutLogLikelihood({ k, leavesAfterFirst: true });
    return logLikelihood(rows, Float64Array.of(1, 2, 0.5, 1), new Float64Array(4));
  };
  expect(at(2, 3) - at(1, 3)).toBeCloseTo(2, 12);
  expect(at(2, 1) - at(1, 1)).toBe(0);
});

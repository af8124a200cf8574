import { expect, test } from "vitest";
import { seededRandom } from "../numeric/seeded-random.ts";
import { fitMbgCnbdK } from "./mbg-cnbd-k.ts";
import { drawParameters } from "./parameter-draws.ts";
import { historiesOf } from "../../test-support/published-fixed-points.ts";
import { simulateOrderDropout } from "../../test-support/simulated-histories.ts";

const kind = { k: 2, leavesAfterFirst: true };
const truth = { r: 1.2, alpha: 3, a: 0.7, b: 2.5 };

test("draws scatter around the fit as widely, and as jointly, as its errors say", () => {
  const histories = simulateOrderDropout(seededRandom(2), kind, truth, 2_000, [30, 100]);
  const fit = fitMbgCnbdK(histories, { k: 2 });
  const draws = drawParameters(fit, 4_000, seededRandom(3));
  expect(draws.every((draw) => draw.k === 2)).toBe(true);
  const logs = (name: "r" | "alpha") => draws.map((d) => Math.log(d[name] / fit.parameters[name]));
  const product = (p: number[], q: number[]) =>
    p.reduce((sum, v, i) => sum + v * q[i]!, 0) / p.length;
  const covariance = fit.logCovariance!;
  expect(product(logs("r"), logs("r")) / covariance[0]!).toBeCloseTo(1, 1);
  expect(product(logs("alpha"), logs("alpha")) / covariance[5]!).toBeCloseTo(1, 1);
  expect(product(logs("r"), logs("alpha")) / covariance[1]!).toBeCloseTo(1, 1);
});

test("where the data cannot tell errors, every draw is the fit itself", () => {
  const fit = fitMbgCnbdK(historiesOf([0, 0, 0], [0, 0, 0]), { k: 1 });
  expect(fit.logCovariance).toBeNull();
  expect(drawParameters(fit, 2, seededRandom(1))).toEqual([fit.parameters, fit.parameters]);
});

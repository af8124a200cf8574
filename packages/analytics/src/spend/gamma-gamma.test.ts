import { expect, test } from "vitest";
import { seededRandom } from "../numeric/seeded-random.ts";
import {
  cdnowIsPresent,
  cdnowSummary,
  onlineRetailIsPresent,
  onlineRetailOrderValues,
} from "../../test-support/reference-data.ts";
import { expectAll } from "../../test-support/published-fixed-points.ts";
import { fitGammaGamma, gammaGammaExpectedSpend } from "./gamma-gamma.ts";
import { repeatSpendFromOrderValues, spendCorrelation, spendPerOrder } from "./spend-per-order.ts";

test("the published expected order values are met at the published parameters", () => {
  const spend = { x: Float64Array.of(2, 7, 0), meanSpend: Float64Array.of(22.35, 65.32, 0) };
  const expected = gammaGammaExpectedSpend({ p: 6.25, q: 3.74, gamma: 15.44 }, spend);
  expectAll(expected, [24.66371, 63.54592, 35.21898], 1e-6);
});

test.skipIf(!cdnowIsPresent)("the fit of CDNOW's summary file is the one lifetimes finds", () => {
  const spend = cdnowSummary();
  const fit = fitGammaGamma(spend);
  const { p, q, gamma } = fit.parameters;
  expectAll([p, q, gamma], [6.2488, 3.7446, 15.4477], 1e-5);
  expectAll([p, q, gamma], [6.2493492, 3.7442563, 15.4443067], 1e-3);
  expect(Math.abs(fit.logLikelihood + 4055.918)).toBeLessThan(0.01);
  expect(fit).toMatchObject({ customers: 946, converged: true });
  const first = gammaGammaExpectedSpend(fit.parameters, spend).slice(0, 10);
  [24.65, 18.91, 35.17, 35.17, 35.17, 71.46, 18.91, 35.17, 27.28, 35.17].forEach((truth, i) => {
    expect(Math.abs(first[i]! - truth)).toBeLessThan(0.1);
  });
});

test.skipIf(!onlineRetailIsPresent)("the fit of Online Retail II is the one SciPy finds", () => {
  const spend = repeatSpendFromOrderValues(onlineRetailOrderValues(), 1);
  const fit = fitGammaGamma(spend);
  // SciPy's optimum on the same 2,504 customers, the shared part of the data.
  const { p, q, gamma } = fit.parameters;
  expectAll([p, q, gamma], [2.27951394, 3.31628627, 409.678514], 1e-5);
  expect(fit.logLikelihood).toBeCloseTo(-16979.71863, 4);
  expect(spendCorrelation(spend)).toBeCloseTo(0.1287126, 6);
  expect(spendPerOrder(spend).method).toBe("gamma-gamma");
});

test("the truth of simulated portfolios lies within two standard errors", () => {
  const truth = { p: 4, q: 3.5, gamma: 20 };
  const hits = { p: 0, q: 0, gamma: 0 };
  for (let seed = 1; seed <= 50; seed++) {
    const random = seededRandom(seed);
    const x = Float64Array.from({ length: 1_000 }, () => 1 + Math.floor(6 * random.uniform()));
    const meanSpend = x.map((n) =>
      random.gamma(truth.p * n, n * random.gamma(truth.q, truth.gamma)),
    );
    const { parameters, standardErrors } = fitGammaGamma({ x, meanSpend });
    for (const name of ["p", "q", "gamma"] as const) {
      hits[name] += Number(Math.abs(parameters[name] - truth[name]) <= 2 * standardErrors[name]);
    }
  }
  for (const share of Object.values(hits)) expect(share).toBeGreaterThanOrEqual(45);
});

test("the expectation follows the currency", () => {
  const spend = { x: Float64Array.of(1, 4), meanSpend: Float64Array.of(10, 300) };
  const cents = { x: spend.x, meanSpend: spend.meanSpend.map((m) => 100 * m) };
  const yuan = gammaGammaExpectedSpend({ p: 2, q: 3, gamma: 50 }, spend);
  const fen = gammaGammaExpectedSpend({ p: 2, q: 3, gamma: 5_000 }, cents);
  expectAll(
    fen,
    [...yuan].map((v) => 100 * v),
    1e-12,
  );
});

test("nobody with a repeat order is refused, and a mean that does not exist is no number", () => {
  const none = { x: Float64Array.of(0, 0), meanSpend: Float64Array.of(0, 5) };
  expect(() => fitGammaGamma(none)).toThrow(RangeError);
  expect(gammaGammaExpectedSpend({ p: 2, q: 0.9, gamma: 50 }, none)[0]).toBeNaN();
});

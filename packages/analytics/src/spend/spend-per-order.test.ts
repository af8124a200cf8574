import { expect, test } from "vitest";
import { seededRandom } from "../numeric/seeded-random.ts";
import { gammaGammaExpectedSpend } from "./gamma-gamma.ts";
import { repeatSpendFromOrderValues, spendCorrelation, spendPerOrder } from "./spend-per-order.ts";

const portfolio = (accounts: number, q: number, level = (_x: number) => 1) => {
  const random = seededRandom(accounts);
  const x = Float64Array.from({ length: accounts }, () => 1 + Math.floor(8 * random.uniform()));
  const meanSpend = x.map((n) => (level(n) * random.gamma(4 * n, n)) / random.gamma(q, 200));
  return { x, meanSpend };
};

test("where its conditions hold, an order is worth what Gamma-Gamma says", () => {
  const spend = portfolio(400, 4);
  const { method, reason, expected, fit } = spendPerOrder(spend);
  expect([method, reason]).toEqual(["gamma-gamma", null]);
  expect(expected).toEqual(gammaGammaExpectedSpend(fit!.parameters, spend));
});

test("below 50 accounts the own mean is drawn to the portfolio's with weight x/(x+3)", () => {
  const spend = { x: Float64Array.of(3, 1, 0), meanSpend: Float64Array.of(100, 40, 0) };
  const { method, reason, expected } = spendPerOrder(spend);
  expect([method, reason]).toEqual(["shrunk-mean", "few-accounts"]);
  expect([...expected]).toEqual([85, 62.5, 70]);
});

test("when frequent buyers order for more, Gamma-Gamma is not used", () => {
  const spend = portfolio(400, 9, (x) => x * x);
  expect(spendCorrelation(spend)).toBeGreaterThan(0.3);
  expect(spendPerOrder(spend).reason).toBe("value-depends-on-frequency");
});

test("when the fitted spend has no finite mean, Gamma-Gamma is not used", () => {
  const { reason, fit, expected } = spendPerOrder(portfolio(600, 0.7));
  expect(fit!.parameters.q).toBeLessThan(1);
  expect(reason).toBe("no-finite-mean");
  expect(expected.every(Number.isFinite)).toBe(true);
});

test("a portfolio without repeat orders is worth nothing per order, not NaN", () => {
  const none = { x: Float64Array.of(0, 0), meanSpend: Float64Array.of(0, 0) };
  expect([...spendPerOrder(none).expected]).toEqual([0, 0]);
});

test("one freak order is capped at the portfolio's p99 and does not speak for its account", () => {
  const values = Float64Array.from({ length: 201 }, (_, i) => (i === 150 ? 1e6 : 10));
  const spend = repeatSpendFromOrderValues({ offsets: Int32Array.of(0, 101, 201), values });
  expect(spend.cap).toBe(10);
  expect([...spend.x]).toEqual([100, 99]);
  expect([...spend.meanSpend]).toEqual([10, 10]);
});

test("first orders do not count, and an account whose repeats net to nothing says nothing", () => {
  const values = Float64Array.of(500, 20, 40, 500, -30, 10, 500);
  const offsets = Int32Array.of(0, 3, 6, 7, 7);
  const { x, meanSpend } = repeatSpendFromOrderValues({ offsets, values }, 1);
  expect([...x]).toEqual([2, 0, 0, 0]);
  expect([...meanSpend]).toEqual([30, 0, 0, 0]);
});

import { dayNumberOf } from "@mainstay/domain/calendar/day-number";
import { expect, test } from "vitest";
import {
  fitMbgNbd,
  mbgNbdConditionalExpectation,
  mbgNbdExpectation,
  mbgNbdPAlive,
  mbgNbdProbability,
} from "./mbg-nbd.ts";
import { expectAll, fiveCustomers } from "../../test-support/published-fixed-points.ts";
import {
  cdnowIsPresent,
  cdnowOrderDays,
  cdnowSummary,
  onlineRetailIsPresent,
  onlineRetailOrderDays,
} from "../../test-support/reference-data.ts";
import { repeatHistoriesFromOrderDays } from "./repeat-history.ts";

const btyd = { r: 0.52484356, alpha: 6.18309284, a: 0.89138778, b: 1.61404833 };

test("P(alive) and expected orders of five CDNOW customers are the published ones", () => {
  expectAll(
    mbgNbdPAlive(btyd, fiveCustomers),
    [0.3897221, 0.1709491, 0.7061345, 0.6226737, 0.9654836],
    1e-6,
  );
  expectAll(
    mbgNbdConditionalExpectation(btyd, fiveCustomers, 39),
    [0.1539655, 0.1889422, 1.262747, 3.167118, 19.44641],
    1e-6,
  );
});

test("expected orders of a new customer equal the integral over its chance to leave", () => {
  // ∫ (1−p)·[1 − (α/(α+pt))^r]/p dBeta(p), by adaptive quadrature in 30-digit arithmetic.
  expect(mbgNbdExpectation(btyd, 39)).toBeCloseTo(1.1822688403433375, 12);
  expect(mbgNbdExpectation(btyd, 0)).toBe(0);
});

test("chances of order counts add up to one and to the expectation", () => {
  let [sum, mean] = [0, 0];
  for (let n = 0; n < 1_000; n++) {
    sum += mbgNbdProbability(btyd, n, 39);
    mean += n * mbgNbdProbability(btyd, n, 39);
  }
  expect(sum).toBeCloseTo(1, 10);
  expect(mean).toBeCloseTo(mbgNbdExpectation(btyd, 39), 8);
});

test.skipIf(!cdnowIsPresent)("the fits of CDNOW are the ones BTYDplus and lifetimes find", () => {
  const fromSummary = fitMbgNbd(cdnowSummary());
  expect(fromSummary.logLikelihood).toBeCloseTo(-9582.1327, 3);
  const until = dayNumberOf(1997, 9, 30);
  const orders = repeatHistoriesFromOrderDays(cdnowOrderDays("sample"), { until, unitDays: 7 });
  const fit = fitMbgNbd(orders.histories);
  expect(fit.logLikelihood).toBeCloseTo(-9582.136, 3);
  for (const { parameters, converged } of [fit, fromSummary]) {
    const { r, alpha, a, b } = parameters;
    expectAll([r, alpha, a, b], [btyd.r, btyd.alpha, btyd.a, btyd.b], 1e-4);
    expect(converged).toBe(true);
  }
});

test.skipIf(!onlineRetailIsPresent)("Online Retail II is fitted from the default start", () => {
  const window = { until: dayNumberOf(2011, 12, 9), unitDays: 7 } as const;
  const { histories } = repeatHistoriesFromOrderDays(onlineRetailOrderDays(), window);
  const fit = fitMbgNbd(histories);
  // SciPy's optimum on the same 3,539 customers.
  expect(fit.logLikelihood).toBeCloseTo(-51110.6045, 4);
  const { r, alpha, a, b } = fit.parameters;
  expectAll([r, alpha, a, b], [0.72238522, 9.7123993, 0.13424033, 3.29586069], 1e-4);
});

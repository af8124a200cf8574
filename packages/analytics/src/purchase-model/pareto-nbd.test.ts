import { dayNumberOf } from "@mainstay/domain/calendar/day-number";
import { expect, test } from "vitest";
import { integrate } from "../numeric/gauss-legendre.ts";
import { hypergeometric2F1 } from "../numeric/hypergeometric-2f1.ts";
import { dropoutIntegral, emptyDropoutIntegral } from "./pareto-dropout-integral.ts";
import {
  fitParetoNbd,
  paretoNbdConditionalExpectation,
  paretoNbdExpectation,
  paretoNbdPAlive,
} from "./pareto-nbd.ts";
import { paretoNbdDert } from "./pareto-nbd-dert.ts";
import {
  expectAll,
  fiveCustomers,
  historiesOf,
} from "../../test-support/published-fixed-points.ts";
import {
  cdnowIsPresent,
  cdnowOrderDays,
  onlineRetailIsPresent,
  onlineRetailOrderDays,
} from "../../test-support/reference-data.ts";
import { repeatHistoriesFromOrderDays } from "./repeat-history.ts";

const btyd = { r: 0.55339714, alpha: 10.58019854, s: 0.6060625, beta: 11.65622367 };
const published = { r: 0.553, alpha: 10.578, s: 0.606, beta: 11.669 };
const busiest = historiesOf([26, 30.86, 31]);

test("P(alive) and expected orders of five CDNOW customers are the published ones", () => {
  expectAll(
    paretoNbdPAlive(btyd, fiveCustomers),
    [0.2949994, 0.1679343, 0.8691368, 0.7494626, 0.9978734],
    1e-6,
  );
  expectAll(
    paretoNbdConditionalExpectation(btyd, fiveCustomers, 39),
    [0.1070486, 0.1710586, 1.455223, 3.712063, 20.11392],
    1e-6,
  );
});

test("the vignette's expectation, P(alive) and discounted orders to come are met", () => {
  expectAll([paretoNbdExpectation(published, 52)], [1.472997], 1e-6);
  expectAll(paretoNbdConditionalExpectation(published, busiest, 52), [25.45847], 1e-6);
  expectAll(paretoNbdPAlive(published, busiest), [0.9979187], 1e-7);
  expectAll(paretoNbdDert(published, busiest, 0.0027), [86.0565], 1e-6);
});

test("expected orders of a new customer in weeks 0 to 9 are BTYD's, at the parameters BTYD prints them for", () => {
  const manual = { r: 0.55, alpha: 10.56, s: 0.61, beta: 11.64 };
  expectAll(
    Array.from({ length: 10 }, (_, t) => paretoNbdExpectation(manual, t)),
    [
      0, 0.05077821, 0.09916088, 0.14542507, 0.1897993, 0.23247466, 0.27361274, 0.31335159,
      0.35181024, 0.38909211,
    ],
    1e-6,
  );
});

test("busy customers, for whom the published formula loses its digits, get right and finite answers", () => {
  const hard = { r: 0.55, alpha: 10.58, s: 0.61, beta: 11.67 };
  const expected = paretoNbdConditionalExpectation(
    hard,
    historiesOf([132, 200, 200], [133, 200, 200]),
    10,
  );
  expectAll(expected, [6.2060518, 6.2528723], 1e-8);
  for (let x = 161; x <= 254; x++) {
    for (const tx of [0.5, 100, 196, 200]) {
      const [alive] = paretoNbdPAlive(btyd, historiesOf([x, tx, 200]));
      expect(alive).toBeGreaterThanOrEqual(0);
      expect(alive).toBeLessThanOrEqual(1);
    }
  }
});

test("the integral over the time of leaving equals its ₂F₁ form on both sides of α = β", () => {
  for (const parameters of [btyd, { r: 0.7, alpha: 12, s: 0.4, beta: 3 }]) {
    const { r, alpha, s, beta } = parameters;
    for (const [x, tx, T] of [
      [0, 0, 40],
      [3, 12.5, 38],
      [9, 30, 60],
      [1, 0.2, 90],
    ] as const) {
      const power = r + s + x;
      const largest = Math.max(alpha, beta);
      const second = alpha >= beta ? s + 1 : r + x;
      const form = (t: number) =>
        hypergeometric2F1(power, second, power + 1, Math.abs(alpha - beta) / (largest + t)) *
        (largest + t) ** -power;
      const truth = (form(tx) - form(T)) / power;
      const own = dropoutIntegral(parameters, r + x, tx, T, false, emptyDropoutIntegral());
      expectAll([Math.exp(own.log)], [truth], 1e-9);
    }
  }
});

test("s = 1, where the textbook formula divides by zero, is the limit of its neighbours", () => {
  const at = (s: number) => paretoNbdConditionalExpectation({ ...btyd, s }, fiveCustomers, 39);
  const [below, above] = [at(1 - 1e-7), at(1 + 1e-7)];
  expectAll(
    at(1),
    [...below].map((v, i) => (v + above[i]!) / 2),
    1e-9,
  );
});

test("discounted orders to come equal their integral, also where s and β have run off along the ridge", () => {
  for (const [s, beta] of [
    [0.606, 11.669],
    [1, 3],
    [12, 40],
    [1e6, 1e8],
  ] as const) {
    const parameters = { ...published, s, beta };
    // ∫ e^(−δt)·(orders per unit of time at t) dt by parts: δ ∫ e^(−δt)·CE(t) dt.
    const delta = 0.05;
    const one = historiesOf([3, 20, 31]);
    const discounted = (t: number) =>
      delta * Math.exp(-delta * t) * paretoNbdConditionalExpectation(parameters, one, t)[0]!;
    let sum = 0;
    for (let t = 0; t < 600; t += 10) sum += integrate(discounted, t, t + 10, 12);
    expectAll(paretoNbdDert(parameters, one, delta), [sum], 1e-9);
  }
});

test("discounting nothing away is refused and heavier discounting leaves less", () => {
  expect(() => paretoNbdDert(btyd, busiest, 0)).toThrow(RangeError);
  const [light] = paretoNbdDert(btyd, fiveCustomers, 0.001);
  const [heavy] = paretoNbdDert(btyd, fiveCustomers, 10);
  expect(light).toBeGreaterThan(heavy!);
  expect(heavy).toBeGreaterThan(0);
});

test.skipIf(!cdnowIsPresent)(
  "CDNOW: the fit, its errors and its holdout forecast are the published ones",
  () => {
    const orders = cdnowOrderDays("sample");
    const until = dayNumberOf(1997, 9, 30);
    const { histories } = repeatHistoriesFromOrderDays(orders, { until, unitDays: 7 });
    const fit = fitParetoNbd(histories);
    expect(fit.logLikelihood).toBeCloseTo(-9594.976198, 4);
    expect(fit.converged).toBe(true);
    const { parameters: p, standardErrors: e } = fit;
    expectAll([p.r, p.alpha, p.s, p.beta], [0.55339714, 10.58019854, 0.6060625, 11.65622367], 2e-3);
    expectAll([e.r, e.alpha, e.s, e.beta], [0.0476, 0.8427, 0.1873, 6.2105], 1e-3);

    const later = repeatHistoriesFromOrderDays(orders, { until: until + 273, unitDays: 7 });
    const forecast = paretoNbdConditionalExpectation(p, histories, 39);
    let [total, off] = [0, 0];
    forecast.forEach((v, i) => {
      total += v;
      off += Math.abs(v - (later.histories.x[i]! - histories.x[i]!));
    });
    expect(total).toBeCloseTo(1665.4, 0);
    expect(off / 2357).toBeCloseTo(0.7545, 3);
  },
);

test.skipIf(!onlineRetailIsPresent)(
  "Online Retail II: the flat ridge of s and β is walked to its top",
  () => {
    const window = { until: dayNumberOf(2011, 12, 9), unitDays: 7 } as const;
    const { histories } = repeatHistoriesFromOrderDays(onlineRetailOrderDays(), window);
    const fit = fitParetoNbd(histories);
    // The ₂F₁ form in 30-digit arithmetic at the same parameters gives −51119.02634644.
    expect(fit.logLikelihood).toBeCloseTo(-51119.026346, 5);
    expect(fit.converged).toBe(true);
    const held = fitParetoNbd(histories, { dropoutPriorSd: 0.3 });
    expect(held.logLikelihood).toBeLessThan(fit.logLikelihood);
    expect(held.standardErrors.beta).toBeLessThan(fit.standardErrors.beta);
  },
);

import { dayNumberOf } from "@mainstay/domain/calendar/day-number";
import { expect, test } from "vitest";
import { hypergeometric2F1 } from "../numeric/hypergeometric-2f1.ts";
import {
  bgNbdConditionalExpectation,
  bgNbdExpectation,
  bgNbdPAlive,
  bgNbdProbability,
  fitBgNbd,
} from "./bg-nbd.ts";
import {
  expectAll,
  fiveCustomers,
  historiesOf,
} from "../../test-support/published-fixed-points.ts";
import {
  cdnowIsPresent,
  cdnowOrderDays,
  cdnowSummary,
  onlineRetailIsPresent,
  onlineRetailOrderDays,
} from "../../test-support/reference-data.ts";
import { repeatHistoriesFromOrderDays } from "./repeat-history.ts";

const btyd = { r: 0.24259815, alpha: 4.41368416, a: 0.79298987, b: 2.4261667 };
const published = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };

test("P(alive) and expected orders of five CDNOW customers are the published ones", () => {
  expectAll(
    bgNbdPAlive(btyd, fiveCustomers),
    [1, 0.2123959, 0.7266184, 0.6418228, 0.9688522],
    1e-6,
  );
  expectAll(
    bgNbdConditionalExpectation(btyd, fiveCustomers, 39),
    [0.1947963, 0.2034232, 1.225985, 3.337463, 20.74836],
    1e-6,
  );
  const hardie = bgNbdConditionalExpectation(published, historiesOf([2, 30.43, 38.86]), 39);
  expectAll(hardie, [1.226028], 1e-6);
});

test("expected orders of a new customer are the published ones", () => {
  const at = [0.1429, 1, 3, 31.8571, 32];
  [0.0078, 0.0532, 0.1506, 1.0405, 1.0437].forEach((truth, i) => {
    expect(bgNbdExpectation(btyd, at[i]!)).toBeCloseTo(truth, 4);
  });
  expectAll([bgNbdExpectation(btyd, 52), bgNbdExpectation(btyd, 39)], [1.444005, 1.195006], 1e-6);
});

test("expected orders stay exact where the spreadsheet behind the published 1.8576 stops after 150 terms", () => {
  expectAll(
    [bgNbdExpectation(btyd, 78), bgNbdExpectation(btyd, 1_000), bgNbdExpectation(btyd, 1_000_000)],
    [1.8579415926161087, 6.5725335385092984, 53.49509534316918],
    1e-12,
  );
  const { r, alpha, a, b } = btyd;
  const z = 78 / (alpha + 78);
  const full = 1 - (alpha / (alpha + 78)) ** r * hypergeometric2F1(r, b, a + b - 1, z);
  expect(((a + b - 1) / (a - 1)) * full).toBeCloseTo(1.857941592616, 11);
});

test("a = 1, where the textbook formula divides by zero, is the limit of its neighbours", () => {
  const at = (a: number) => bgNbdConditionalExpectation({ ...btyd, a }, fiveCustomers, 39);
  expectAll(
    at(1),
    [...at(1 - 1e-7)].map((v, i) => (v + at(1 + 1e-7)[i]!) / 2),
    1e-10,
  );
});

test("chances of exact order counts are the published ones and add up to one", () => {
  expectAll([bgNbdProbability(published, 10, 2)], [1.07869e-7], 1e-5);
  expectAll([bgNbdProbability(published, 0, 39)], [0.5737864], 1e-6);
  expectAll(
    Array.from({ length: 10 }, (_, i) => bgNbdProbability(published, i + 11, 30)),
    [
      0.0019995214, 0.0015170236, 0.001163315, 0.0009003148, 0.0007023638, 0.0005517902,
      0.0004361913, 0.0003467171, 0.0002769613, 0.000222226,
    ],
    1e-6,
  );
  let [sum, mean] = [0, 0];
  for (let n = 0; n < 1_000; n++) {
    sum += bgNbdProbability(published, n, 39);
    mean += n * bgNbdProbability(published, n, 39);
  }
  expect(sum).toBeCloseTo(1, 10);
  expect(mean).toBeCloseTo(bgNbdExpectation(published, 39), 8);
});

test.skipIf(!cdnowIsPresent)("the fit of CDNOW's summary file is the one R and Python find", () => {
  const fit = fitBgNbd(cdnowSummary());
  const { r, alpha, a, b } = fit.parameters;
  expectAll([r, alpha, a, b], [0.2425929, 4.4135313, 0.7928863, 2.4257537], 1e-5);
  expect(fit.logLikelihood).toBeCloseTo(-9582.4256, 3);
  expect(fit).toMatchObject({ customers: 2357, converged: true });
  expect(fit.evaluations).toBeLessThan(40);
});

test.skipIf(!cdnowIsPresent)(
  "CDNOW fitted from raw orders forecasts the holdout as published",
  () => {
    const orders = cdnowOrderDays("sample");
    const until = dayNumberOf(1997, 9, 30);
    const { histories, accounts } = repeatHistoriesFromOrderDays(orders, { until, unitDays: 7 });
    const fit = fitBgNbd(histories);
    expect(fit.logLikelihood).toBeCloseTo(-9582.429207, 5);
    const { r, alpha, a, b } = fit.parameters;
    expectAll([r, alpha, a, b], [0.24259454, 4.41360188, 0.79291992, 2.42588806], 1e-4);

    const later = repeatHistoriesFromOrderDays(orders, { until: until + 273, unitDays: 7 });
    expect(later.accounts).toEqual(accounts);
    const actual = later.histories.x.map((x, i) => x - histories.x[i]!);
    const forecast = bgNbdConditionalExpectation(fit.parameters, histories, 39);
    const total = (values: Float64Array) => values.reduce((sum, v) => sum + v, 0);
    const off = forecast.map((v, i) => v - actual[i]!);
    expect(total(actual)).toBe(1882);
    expect(total(forecast)).toBeCloseTo(1653.4, 1);
    expect(total(off.map(Math.abs)) / 2357).toBeCloseTo(0.7855, 4);
    expect(Math.sqrt(total(off.map((v) => v * v)) / 2357)).toBeCloseTo(1.608, 3);
    const centred = (values: Float64Array) => values.map((v) => v - total(values) / 2357);
    const product = (p: Float64Array, q: Float64Array) => total(p.map((v, i) => v * q[i]!));
    const [f, truth] = [centred(forecast), centred(actual)];
    expect(product(f, truth) / Math.sqrt(product(f, f) * product(truth, truth))).toBeCloseTo(
      0.6256,
      4,
    );
  },
);

test.skipIf(!onlineRetailIsPresent)(
  "Online Retail II, where a peer diverges, is fitted from the default and from far-off starts",
  () => {
    // The shared file holds 3,539 of the 5,878 customers; the truth is SciPy's optimum on the same rows.
    const window = { until: dayNumberOf(2011, 12, 9), unitDays: 7 } as const;
    const { histories } = repeatHistoriesFromOrderDays(onlineRetailOrderDays(), window);
    expect(histories.x.length).toBe(3539);
    for (const start of [
      undefined,
      { r: 1, alpha: 1, a: 1, b: 1 },
      { r: 100, alpha: 0.01, a: 50, b: 0.01 },
      { r: 1e-3, alpha: 1e4, a: 1e-3, b: 1e3 },
    ]) {
      const fit = fitBgNbd(histories, { start });
      expect(fit.logLikelihood).toBeCloseTo(-51101.489322, 4);
      const { r, alpha, a, b } = fit.parameters;
      expectAll([r, alpha, a, b], [0.66208148, 9.17655562, 0.1028774, 2.41889314], 1e-4);
      expect(fit.converged).toBe(true);
    }
  },
);

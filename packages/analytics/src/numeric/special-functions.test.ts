import { expect, test } from "vitest";
import { digamma, trigamma } from "./digamma.ts";
import { gaussLegendre, integrate } from "./gauss-legendre.ts";
import { hypergeometric2F1 } from "./hypergeometric-2f1.ts";
import { regularisedIncompleteBeta } from "./incomplete-beta.ts";
import { logBeta, logGamma, logGammaRatio, reciprocalGamma } from "./log-gamma.ts";
import { normalQuantile } from "./normal-quantile.ts";

const close = (value: number, truth: number, relative = 1e-13): void => {
  expect(Math.abs(value - truth)).toBeLessThanOrEqual(relative * Math.max(1e-300, Math.abs(truth)));
};

test("log-gamma, digamma and trigamma agree with 40-digit arithmetic", () => {
  const truths: [number, number, number, number][] = [
    [1e-8, 18.42068073818021, -100000000.57721566, 1.0000000000000002e16],
    [0.1, 2.252712651734206, -10.423754940411078, 101.43329915079276],
    [0.5, 0.5723649429247001, -1.9635100260214235, 4.934802200544679],
    [1.5, -0.12078223763524522, 0.03648997397857652, 0.9348022005446793],
    [3, 0.6931471805599453, 0.9227843350984671, 0.39493406684822646],
    [8.999, 10.602462320025602, 2.1405239590437173, 0.11752580963061462],
    [9.001, 10.606743602976914, 2.1407589830741833, 0.11749822299184431],
    [123.456, 469.60554712992945, 4.811829323828985, 0.008132945834278198],
    [1e6, 12815504.569147613, 13.815510057964191, 1.0000005000001667e-6],
    [1e15, 3.3538776394910668e16, 34.538776394910684, 1.0000000000000005e-15],
  ];
  for (const [x, gamma, first, second] of truths) {
    close(logGamma(x), gamma, 3e-15 + 1e-14 / Math.max(1e-3, Math.abs(gamma)));
    close(digamma(x), first);
    close(trigamma(x), second);
  }
  expect(logGamma(1)).toBeCloseTo(0, 14);
  expect(logGamma(2)).toBeCloseTo(0, 14);
});

test("ratios of gamma functions keep their digits where a difference of two logarithms would not", () => {
  close(logGammaRatio(1e10, 3), 69.07755279012137);
  close(logGammaRatio(1e10, 0.5), 11.512925464957728);
  close(logGammaRatio(1e8, 1000), 18420.685738935725);
  close(logGammaRatio(0.243, 200), 857.9026572871013);
  close(logGammaRatio(150, 40.5), 207.84382239047835);
  close(logGammaRatio(0.2, 0.3), -0.9516988795060844);
  close(logBeta(0.793, 2.426), -0.5115692885937032);
  close(logBeta(1e9, 0.4), -7.49262851695678);
  close(logBeta(3, 1e7), -47.661140072314986);
  close(reciprocalGamma(-2.5), -1.057855469152043);
  expect(reciprocalGamma(-3)).toBe(0);
});

test("the hypergeometric function agrees with 40-digit arithmetic, also near 1 and far below 0", () => {
  close(hypergeometric2F1(0.243, 2.426, 2.219, 0.5), 1.2070970070440423, 1e-11);
  close(hypergeometric2F1(26.2, 28.4, 28.2, 0.55), 1418101930.6600108, 1e-11);
  close(hypergeometric2F1(0.243, 2.426, 2.219, 0.99), 4.3752613674085366, 1e-11);
  close(hypergeometric2F1(1.7, 0.6, 3.2, 0.9999), 2.0418246524835193, 1e-11);
  close(hypergeometric2F1(0.6, 1.61, 2.21, -15), 0.24577961319952046, 1e-11);
  close(hypergeometric2F1(12.5, 3.25, 4.1, -0.7), 0.009856364091887065, 1e-11);
  close(hypergeometric2F1(200.5, 1.6, 202.2, 0.05), 1.084763143458934, 1e-11);
  close(hypergeometric2F1(-3, 2.5, 1.2, 0.95), 0.04011119495738637, 1e-11);
  expect(hypergeometric2F1(1, 2, 3, 0)).toBe(1);
  expect(hypergeometric2F1(1, 2, 3, 1.5)).toBeNaN();
});

test("the incomplete beta function agrees with 40-digit arithmetic in both tails", () => {
  close(regularisedIncompleteBeta(0.3, 4, 9.3), 0.5296718011806074, 1e-11);
  close(regularisedIncompleteBeta(0.001, 0.5, 0.2), 0.010091869265278759, 1e-11);
  close(regularisedIncompleteBeta(0.999, 30, 2), 0.9995438962809783, 1e-11);
  close(regularisedIncompleteBeta(0.5, 1000, 990), 0.41129487547530313, 1e-11);
  close(regularisedIncompleteBeta(0.02, 10, 0.243), 4.818222085179467e-19, 1e-11);
  expect(regularisedIncompleteBeta(0, 2, 3)).toBe(0);
  expect(regularisedIncompleteBeta(1, 2, 3)).toBe(1);
});

test("Erlang survival of a silence is an incomplete beta function (analytics.md § 12)", () => {
  const survival = (k: number, A: number, B: number, c: number) =>
    1 - regularisedIncompleteBeta(c / (B + c), k, A);
  expect(survival(4, 9.3, 12.5, 3.1)).toBeCloseTo(0.7842168336, 10);
  expect(survival(16, 80, 100, 40)).toBeCloseTo(0.0027639826, 10);
  expect(survival(1, 2.5, 10, 5)).toBeCloseTo(0.3628873693, 10);
});

test("normal quantiles agree with 40-digit arithmetic and mirror each other", () => {
  expect(normalQuantile(0.5)).toBeCloseTo(0, 13);
  expect(normalQuantile(0.9)).toBeCloseTo(1.2815515655446006, 13);
  expect(normalQuantile(0.975)).toBeCloseTo(1.9599639845400543, 13);
  expect(normalQuantile(0.001)).toBeCloseTo(-3.0902323061678136, 13);
  expect(normalQuantile(1e-10)).toBeCloseTo(-6.361340902404057, 13);
  expect(normalQuantile(0.3)).toBeCloseTo(-0.5244005127080408, 13);
  expect(normalQuantile(0.2)).toBeCloseTo(-normalQuantile(0.8), 14);
  expect(normalQuantile(0)).toBe(Number.NEGATIVE_INFINITY);
  expect(normalQuantile(2)).toBeNaN();
});

test("a Gauss–Legendre rule is exact for polynomials of degree 2n − 1 and converges for others", () => {
  for (const points of [2, 8, 18, 28]) {
    const { weights } = gaussLegendre(points);
    expect(weights.reduce((sum, w) => sum + w, 0)).toBeCloseTo(1, 14);
    const degree = 2 * points - 1;
    expect(integrate((x) => x ** degree, 0, 1, points) * (degree + 1)).toBeCloseTo(1, 12);
  }
  expect(integrate(Math.exp, -1, 2, 12)).toBeCloseTo(Math.exp(2) - Math.exp(-1), 12);
});

import { expect, test } from "vitest";
import { seededRandom } from "./seeded-random.ts";

const moments = (draws: number[]): [mean: number, variance: number] => {
  const mean = draws.reduce((sum, v) => sum + v, 0) / draws.length;
  return [mean, draws.reduce((sum, v) => sum + (v - mean) ** 2, 0) / draws.length];
};

test("the same seed draws the same numbers and another seed others", () => {
  const draw = (seed: number) => Array.from({ length: 5 }, seededRandom(seed).uniform);
  expect(draw(7)).toEqual(draw(7));
  expect(draw(7)).not.toEqual(draw(8));
});

test("draws have the mean and variance of their distribution", () => {
  const random = seededRandom(1);
  const cases: [() => number, number, number][] = [
    [random.uniform, 1 / 2, 1 / 12],
    [random.normal, 0, 1],
    [() => random.exponential(4), 1 / 4, 1 / 16],
    [() => random.gamma(0.25, 2), 0.125, 0.0625],
    [() => random.gamma(6, 3), 2, 2 / 3],
    [() => random.beta(0.8, 2.4), 0.25, 0.1875 / 4.2],
  ];
  for (const [draw, mean, variance] of cases) {
    const [m, v] = moments(Array.from({ length: 40_000 }, draw));
    expect(Math.abs(m - mean)).toBeLessThan(5 * Math.sqrt(variance / 40_000));
    expect(v / variance).toBeGreaterThan(0.9);
    expect(v / variance).toBeLessThan(1.1);
  }
});

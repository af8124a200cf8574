import { expect, test } from "vitest";
import { customerRandom } from "./customer-random.ts";

const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;

const draws = (draw: () => number, count = 40_000) => Array.from({ length: count }, draw);

test("one seed gives one sequence and another seed another", () => {
  const [first, again, other] = [customerRandom(1), customerRandom(1), customerRandom(2)];
  const sequence = draws(() => first.uniform(), 20);
  expect(draws(() => again.uniform(), 20)).toEqual(sequence);
  expect(draws(() => other.uniform(), 20)).not.toEqual(sequence);
});

test("gaps are drawn by their mean in days, with the spread of their law", () => {
  const random = customerRandom(3);
  const gamma = draws(() => random.gamma(9, 30));
  expect(mean(gamma)).toBeCloseTo(30, 0);
  expect(Math.sqrt(mean(gamma.map((gap) => (gap - 30) ** 2)))).toBeCloseTo(10, 0);
  expect(mean(draws(() => random.exponential(91))) / 91).toBeCloseTo(1, 1);
  expect(mean(draws(() => random.weibull(0.5, 10))) / 20).toBeCloseTo(1, 1);
  expect(mean(draws(() => Math.log(random.lognormal(20, 0.8))))).toBeCloseTo(Math.log(20), 1);
});

test("counts, picks and whole numbers stay in range and hit their mean", () => {
  const random = customerRandom(4);
  expect(mean(draws(() => random.poisson(2.5)))).toBeCloseTo(2.5, 1);
  expect(new Set(draws(() => random.integer(2, 4), 500))).toEqual(new Set([2, 3, 4]));
  expect(new Set(draws(() => random.pick([7, 8]), 100))).toEqual(new Set([7, 8]));
  expect(mean(draws(() => (random.bernoulli(0.25) ? 1 : 0)))).toBeCloseTo(0.25, 1);
});

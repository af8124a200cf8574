import { seededRandom } from "../src/numeric/seeded-random.ts";

/** Repeatable draws in the words of customers: gaps by their mean in days, chances, counts. */
export type CustomerRandom = {
  /** Uniform in (0, 1); with bounds, uniform in (from, to). */
  uniform: (from?: number, to?: number) => number;
  /** Whole number from `from` to `to`, both included. */
  integer: (from: number, to: number) => number;
  normal: (mean?: number, sd?: number) => number;
  exponential: (mean: number) => number;
  /** Gamma by shape and mean: the gaps between orders of a regular customer. */
  gamma: (shape: number, mean: number) => number;
  /** Weibull by shape and scale; a shape below 1 gives bursts and long silences. */
  weibull: (shape: number, scale: number) => number;
  lognormal: (median: number, sigma: number) => number;
  bernoulli: (probability: number) => boolean;
  poisson: (mean: number) => number;
  pick: <T>(from: readonly T[]) => T;
};

/** Starts the draws of one seed (any whole number): the same seed gives the same customers everywhere. */
export const customerRandom = (seed: number): CustomerRandom => {
  const source = seededRandom(seed);
  return {
    uniform: (from = 0, to = 1) => from + (to - from) * source.uniform(),
    integer: (from, to) => from + Math.floor(source.uniform() * (to - from + 1)),
    normal: (mean = 0, sd = 1) => mean + sd * source.normal(),
    exponential: (mean) => source.exponential(1 / mean),
    gamma: (shape, mean) => source.gamma(shape, shape / mean),
    weibull: (shape, scale) => scale * source.exponential(1) ** (1 / shape),
    lognormal: (median, sigma) => median * Math.exp(sigma * source.normal()),
    bernoulli: (probability) => source.uniform() < probability,
    poisson: (mean) => {
      let count = 0;
      for (let t = source.exponential(1); t < mean; t += source.exponential(1)) count++;
      return count;
    },
    pick: (from) => from[Math.floor(source.uniform() * from.length)]!,
  };
};

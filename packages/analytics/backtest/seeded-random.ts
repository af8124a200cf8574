/** A reproducible source of random draws: the same seed gives the same customers on every machine. */
export type SeededRandom = {
  /** Uniform in (0, 1); with bounds, uniform in (from, to). */
  uniform: (from?: number, to?: number) => number;
  /** Whole number from `from` to `to`, both included. */
  integer: (from: number, to: number) => number;
  normal: (mean?: number, sd?: number) => number;
  exponential: (mean: number) => number;
  /** Gamma by shape and mean (not scale): the gaps between orders of a regular customer. */
  gamma: (shape: number, mean: number) => number;
  /** Weibull by shape and scale; a shape below 1 gives bursts and long silences. */
  weibull: (shape: number, scale: number) => number;
  lognormal: (median: number, sigma: number) => number;
  bernoulli: (probability: number) => boolean;
  poisson: (mean: number) => number;
  pick: <T>(from: readonly T[]) => T;
};

/** SFC32 (Doty-Humphrey, PractRand), seeded through a 32-bit mix of the number given. */
const uniformStream = (seed: number): (() => number) => {
  let state = seed >>> 0;
  const mix = () => {
    state = (state + 0x9e3779b9) | 0;
    let z = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
    return (z ^ (z >>> 15)) | 0;
  };
  let [a, b, c, counter] = [mix(), mix(), mix(), 1];
  const next = () => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return ((sum >>> 0) + 0.5) / 4294967296;
  };
  for (let warm = 0; warm < 12; warm++) next();
  return next;
};

/** Gamma with unit scale by Marsaglia & Tsang (2000); shapes below 1 by the power trick. */
const standardGamma = (shape: number, next: () => number, normal: () => number): number => {
  if (shape < 1) return standardGamma(shape + 1, next, normal) * next() ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normal();
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(next()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
};

/** Makes the random source for one seed (any whole number). */
export const seededRandom = (seed: number): SeededRandom => {
  const next = uniformStream(seed);
  const normal = () => Math.sqrt(-2 * Math.log(next())) * Math.cos(2 * Math.PI * next());
  const exponential = (mean: number) => -mean * Math.log(next());
  return {
    uniform: (from = 0, to = 1) => from + (to - from) * next(),
    integer: (from, to) => from + Math.floor(next() * (to - from + 1)),
    normal: (mean = 0, sd = 1) => mean + sd * normal(),
    exponential,
    gamma: (shape, mean) => (standardGamma(shape, next, normal) * mean) / shape,
    weibull: (shape, scale) => scale * (-Math.log(next())) ** (1 / shape),
    lognormal: (median, sigma) => median * Math.exp(sigma * normal()),
    bernoulli: (probability) => next() < probability,
    poisson: (mean) => {
      let count = 0;
      for (let t = exponential(1); t < mean; t += exponential(1)) count++;
      return count;
    },
    pick: (from) => from[Math.floor(next() * from.length)]!,
  };
};

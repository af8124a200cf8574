const halfLogTwoPi = 0.9189385332046727;

/** ln Γ(x) for x > 0 to about 15 digits: upward shift to x ≥ 9, then Stirling's series (Abramowitz & Stegun 6.1.41). */
export const logGamma = (x: number): number => {
  if (!(x > 0)) return x === 0 ? Number.POSITIVE_INFINITY : Number.NaN;
  if (x === Number.POSITIVE_INFINITY) return x;
  let shifted = x;
  let product = 1;
  while (shifted < 9) {
    product *= shifted;
    shifted += 1;
  }
  const inverse = 1 / shifted;
  const square = inverse * inverse;
  const series =
    inverse *
    (1 / 12 -
      square *
        (1 / 360 -
          square *
            (1 / 1260 - square * (1 / 1680 - square * (1 / 1188 - (square * 691) / 360360)))));
  const stirling = (shifted - 0.5) * Math.log(shifted) - shifted + halfLogTwoPi + series;
  return product === 1 ? stirling : stirling - Math.log(product);
};

/** ln B(a, b), the logarithm of the beta function, for a, b > 0. */
export const logBeta = (a: number, b: number): number => {
  const [small, large] = a < b ? [a, b] : [b, a];
  return logGamma(small) - logGammaRatio(large, small);
};

/**
 * ln Γ(x + step) − ln Γ(x) for x > 0, step ≥ 0, without the cancellation that a plain difference
 * suffers when x is huge: running sums for small whole steps, a joint Stirling series for large x.
 */
export const logGammaRatio = (x: number, step: number): number => {
  if (step === 0) return 0;
  if (Number.isInteger(step) && step > 0 && step <= 16) {
    let sum = 0;
    for (let j = 0; j < step; j++) sum += Math.log(x + j);
    return sum;
  }
  if (x < 100 || step < 0) return logGamma(x + step) - logGamma(x);
  const end = x + step;
  const correction = (v: number) => (1 / 12 - (1 / 360 - 1 / (1260 * v * v)) / (v * v)) / v;
  return (
    (x - 0.5) * Math.log1p(step / x) + step * (Math.log(end) - 1) + correction(end) - correction(x)
  );
};

/** 1 / Γ(x) for every real x (0 at the poles 0, −1, −2, …), by reflection for x < 0. */
export const reciprocalGamma = (x: number): number => {
  if (x > 0) return Math.exp(-logGamma(x));
  if (Number.isInteger(x)) return 0;
  return (Math.sin(Math.PI * x) / Math.PI) * Math.exp(logGamma(1 - x));
};

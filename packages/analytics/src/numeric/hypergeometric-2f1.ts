import { reciprocalGamma } from "./log-gamma.ts";

const powerSeries = (a: number, b: number, c: number, z: number): number => {
  let term = 1;
  let sum = 1;
  for (let n = 0; n < 2_000_000; n++) {
    const ratio = ((a + n) * (b + n) * z) / ((c + n) * (n + 1));
    term *= ratio;
    sum += term;
    if (term === 0) break;
    if (Math.abs(ratio) < 0.999_999 && Math.abs(term) <= 1e-17 * Math.abs(sum)) break;
  }
  return sum;
};

/** Abramowitz & Stegun 15.3.6: moves z near 1 to 1 − z near 0. Needs c − a − b away from the integers. */
const aroundOne = (a: number, b: number, c: number, z: number): number => {
  const gap = c - a - b;
  const gammaC = 1 / reciprocalGamma(c);
  const near =
    (gammaC * reciprocalGamma(c - a) * reciprocalGamma(c - b) * powerSeries(a, b, 1 - gap, 1 - z)) /
    reciprocalGamma(gap);
  const far =
    (gammaC *
      reciprocalGamma(a) *
      reciprocalGamma(b) *
      (1 - z) ** gap *
      powerSeries(c - a, c - b, 1 + gap, 1 - z)) /
    reciprocalGamma(-gap);
  return near + far;
};

/**
 * Gauss' hypergeometric function ₂F₁(a, b; c; z) for real arguments, z < 1, c not in {0, −1, −2, …}.
 * Power series; Pfaff's transform for z < 0; Euler's transform when it makes the terms fall faster;
 * the 1 − z connection for z near 1. Source: Abramowitz & Stegun ch. 15.
 */
export const hypergeometric2F1 = (a: number, b: number, c: number, z: number): number => {
  if (z === 0) return 1;
  if (!(z < 1)) return Number.NaN;
  if (z < 0) return (1 - z) ** -a * hypergeometric2F1(a, c - b, c, z / (z - 1));
  const gap = c - a - b;
  const fromInteger = Math.abs(gap - Math.round(gap));
  if (z > 0.9 && fromInteger > 1e-3 && Math.abs(a) + Math.abs(b) + Math.abs(c) < 40) {
    return aroundOne(a, b, c, z);
  }
  const eulerIsSmaller = gap < 0 && Math.abs((c - a) * (c - b)) < Math.abs(a * b);
  return eulerIsSmaller
    ? (1 - z) ** gap * powerSeries(c - a, c - b, c, z)
    : powerSeries(a, b, c, z);
};

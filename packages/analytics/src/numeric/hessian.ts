import type { Objective } from "./minimize.ts";

/**
 * Symmetric row-major Hessian at a point by differences of the analytic gradient: central ones, or, with
 * `sided`, one-sided ones at half the price and about four digits.
 */
export const hessianFromGradient = (
  objective: Objective,
  point: Float64Array,
  { step = 1e-4, sided = false }: { step?: number; sided?: boolean } = {},
): Float64Array => {
  const n = point.length;
  const hessian = new Float64Array(n * n);
  const above = new Float64Array(n);
  const below = new Float64Array(n);
  if (sided) objective(point, below);
  const width = sided ? step : 2 * step;
  for (let i = 0; i < n; i++) {
    const shifted = point.slice();
    shifted[i] = point[i]! + step;
    objective(shifted, above);
    shifted[i] = point[i]! - step;
    if (!sided) objective(shifted, below);
    for (let j = 0; j < n; j++) {
      const half = (above[j]! - below[j]!) / (2 * width);
      hessian[i * n + j]! += half;
      hessian[j * n + i]! += half;
    }
  }
  return hessian;
};

/**
 * Lower triangle L with L·Lᵀ = the given symmetric row-major matrix (Cholesky); `null` when the matrix is not
 * positive definite.
 */
export const choleskyLower = (matrix: Float64Array): Float64Array | null => {
  const n = Math.round(Math.sqrt(matrix.length));
  const lower = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i * n + j]!;
      for (let m = 0; m < j; m++) sum -= lower[i * n + m]! * lower[j * n + m]!;
      if (i !== j) lower[i * n + j] = sum / lower[j * n + j]!;
      else if (sum > 1e-12 * Math.abs(matrix[i * n + i]!)) lower[i * n + i] = Math.sqrt(sum);
      else return null;
    }
  }
  return lower;
};

/**
 * Inverse of a symmetric positive definite row-major matrix by Cholesky's decomposition; `null` when the
 * matrix is not positive definite (a flat or saddle-shaped likelihood), where errors cannot be told.
 */
export const invertPositiveDefinite = (matrix: Float64Array): Float64Array | null => {
  const n = Math.round(Math.sqrt(matrix.length));
  const lower = choleskyLower(matrix);
  if (!lower) return null;
  const inverse = new Float64Array(n * n);
  for (let column = 0; column < n; column++) {
    const solution = new Float64Array(n);
    for (let i = 0; i < n; i++) {
      let sum = i === column ? 1 : 0;
      for (let m = 0; m < i; m++) sum -= lower[i * n + m]! * solution[m]!;
      solution[i] = sum / lower[i * n + i]!;
    }
    for (let i = n - 1; i >= 0; i--) {
      let sum = solution[i]!;
      for (let m = i + 1; m < n; m++) sum -= lower[m * n + i]! * solution[m]!;
      solution[i] = sum / lower[i * n + i]!;
    }
    for (let i = 0; i < n; i++) inverse[i * n + column] = solution[i]!;
  }
  return inverse;
};

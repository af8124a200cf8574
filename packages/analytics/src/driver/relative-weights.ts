import { symmetricEigen } from "../numeric/symmetric-eigen.ts";
import { correlationOf } from "./rank-correlation.ts";

/** What part of the outcome's variance goes with each column, and all of them together (R²). */
export interface RelativeWeights {
  readonly weights: Float64Array;
  readonly explained: number;
}

/** Correlations of columns among each other (row-major) and with the outcome; null when a column never changes. */
const correlationsOf = (columns: readonly Float64Array[], outcome: Float64Array) => {
  const p = columns.length;
  const among = new Float64Array(p * p);
  const withOutcome = new Float64Array(p);
  for (let i = 0; i < p; i++) {
    const r = correlationOf(columns[i]!, outcome);
    if (r === null) return null;
    withOutcome[i] = r;
    among[i * p + i] = 1;
    for (let j = 0; j < i; j++) {
      const shared = correlationOf(columns[i]!, columns[j]!);
      if (shared === null) return null;
      among[i * p + j] = shared;
      among[j * p + i] = shared;
    }
  }
  return { among, withOutcome };
};

/** Below this an eigenvalue is nothing but rounding: columns say the same twice. */
const leastEigenvalue = 1e-10;

/**
 * Johnson's relative weights (Multivariate Behavioral Research 2000): how much of the variance of the outcome goes with each
 * column when columns go together among themselves. They are never negative and add up to R². Null when the outcome or a
 * column never changes.
 */
export const relativeWeightsOf = (
  columns: readonly Float64Array[],
  outcome: Float64Array,
): RelativeWeights | null => {
  const correlations = correlationsOf(columns, outcome);
  return correlations && columns.length > 0 ? weightsOfCorrelations(correlations) : null;
};

/** The same of correlations that are known: of the columns among each other (row-major), and of each with the outcome. */
export const weightsOfCorrelations = ({
  among,
  withOutcome,
}: {
  readonly among: Float64Array;
  readonly withOutcome: Float64Array;
}): RelativeWeights => {
  const p = withOutcome.length;
  const { values, vectors } = symmetricEigen(among, p);
  // The nearest orthogonal columns: their correlations with the given ones (half) and with the outcome (beta).
  const half = new Float64Array(p * p);
  const inverse = new Float64Array(p * p);
  for (let k = 0; k < p; k++) {
    const value = values[k]!;
    if (value < leastEigenvalue) continue;
    const root = Math.sqrt(value);
    for (let i = 0; i < p; i++)
      for (let j = 0; j < p; j++) {
        const outer = vectors[i * p + k]! * vectors[j * p + k]!;
        half[i * p + j]! += outer * root;
        inverse[i * p + j]! += outer / root;
      }
  }
  const weights = new Float64Array(p);
  let explained = 0;
  for (let k = 0; k < p; k++) {
    let beta = 0;
    for (let j = 0; j < p; j++) beta += inverse[k * p + j]! * withOutcome[j]!;
    explained += beta * beta;
    for (let i = 0; i < p; i++) weights[i]! += half[i * p + k]! ** 2 * beta * beta;
  }
  return { weights, explained };
};

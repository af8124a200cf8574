const sigmoid = (value: number): number => 1 / (1 + Math.exp(-value));

const solve = (matrix: number[][], right: number[]): number[] => {
  const rows = matrix.map((row, i) => [...row, right[i]!]);
  for (let column = 0; column < rows.length; column++) {
    let best = column;
    for (let i = column; i < rows.length; i++) {
      if (Math.abs(rows[i]![column]!) > Math.abs(rows[best]![column]!)) best = i;
    }
    [rows[column], rows[best]] = [rows[best]!, rows[column]!];
    for (let i = 0; i < rows.length; i++) {
      if (i === column) continue;
      const factor = rows[i]![column]! / rows[column]![column]!;
      for (let j = column; j <= rows.length; j++) rows[i]![j]! -= factor * rows[column]![j]!;
    }
  }
  return rows.map((row, i) => row.at(-1)! / row[i]!);
};

/** P(outcome) of one case under fitted coefficients (intercept first). */
export const logisticProbability = (
  coefficients: readonly number[],
  features: readonly number[],
): number =>
  sigmoid(features.reduce((sum, x, k) => sum + x * coefficients[k + 1]!, coefficients[0]!));

/** Logistic regression by Newton's method with a small ridge; gives the intercept, then one slope a feature. */
export const fitLogistic = (
  features: readonly (readonly number[])[],
  outcomes: readonly boolean[],
  ridge = 1e-3,
): number[] => {
  const width = (features[0]?.length ?? 0) + 1;
  let coefficients = Array.from({ length: width }, () => 0);
  for (let round = 0; round < 30; round++) {
    const gradient = coefficients.map((value, k) => (k === 0 ? 0 : -ridge * value));
    const hessian = gradient.map((_, i) => gradient.map((__, j) => (i === j ? ridge : 0)));
    features.forEach((row, i) => {
      const x = [1, ...row];
      const p = logisticProbability(coefficients, row);
      for (let a = 0; a < width; a++) {
        gradient[a]! += ((outcomes[i] ? 1 : 0) - p) * x[a]!;
        for (let b = 0; b < width; b++) hessian[a]![b]! += p * (1 - p) * x[a]! * x[b]!;
      }
    });
    const step = solve(hessian, gradient);
    coefficients = coefficients.map((value, k) => value + step[k]!);
    if (Math.max(...step.map(Math.abs)) < 1e-9) break;
  }
  return coefficients;
};

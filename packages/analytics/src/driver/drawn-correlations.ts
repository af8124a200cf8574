/** Less than this part of a column's own variation is rounding: all that was drawn is the same. */
const leastVariation = 1e-12;

/**
 * Correlations of redrawn rows without copying them: for columns and an outcome of the same n rows it gives a function from how often
 * each row was drawn (counts that add up to n) to the correlations of the columns among each other (row-major) and with the outcome;
 * null when a column or the outcome never changes in what was drawn.
 */
export const drawnCorrelations = (
  columns: readonly Float64Array[],
  outcome: Float64Array,
): ((counts: Float64Array) => { among: Float64Array; withOutcome: Float64Array } | null) => {
  const n = outcome.length;
  const p = columns.length;
  const centred = [...columns, outcome].map((column) => {
    const mean = column.reduce((sum, value) => sum + value, 0) / n;
    return column.map((value) => value - mean);
  });
  const products = centred.map((one, i) =>
    centred.slice(0, i + 1).map((other) => one.map((value, row) => value * other[row]!)),
  );
  const variation = products.map((row, i) => row[i]!.reduce((sum, value) => sum + value, 0));
  const drawn = (values: Float64Array, counts: Float64Array): number => {
    let sum = 0;
    for (let row = 0; row < n; row++) sum += values[row]! * counts[row]!;
    return sum;
  };
  return (counts) => {
    const sums = centred.map((column) => drawn(column, counts));
    const shared = (i: number, j: number) =>
      drawn(products[i]![j]!, counts) - (sums[i]! * sums[j]!) / n;
    const own = centred.map((_, i) => shared(i, i));
    if (own.some((value, i) => !(value > leastVariation * variation[i]!))) return null;
    const among = new Float64Array(p * p);
    const withOutcome = new Float64Array(p);
    for (let i = 0; i < p; i++) {
      withOutcome[i] = shared(p, i) / Math.sqrt(own[p]! * own[i]!);
      among[i * p + i] = 1;
      for (let j = 0; j < i; j++) {
        const r = shared(i, j) / Math.sqrt(own[i]! * own[j]!);
        among[i * p + j] = r;
        among[j * p + i] = r;
      }
    }
    return { among, withOutcome };
  };
};

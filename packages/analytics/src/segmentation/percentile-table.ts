/**
 * The sorted values of a portfolio, against which one account is ranked. Plain JSON, so that a single account
 * can be ranked again later without the others. Tables above `largestTable` keep evenly spaced ranks.
 */
export interface PercentileTable {
  values: number[];
  /** How many accounts the table stands for. */
  accounts: number;
}

const largestTable = 20_001;

/** Sorts values (NaN left out) into a table. */
export const percentileTable = (values: Iterable<number>): PercentileTable => {
  const sorted = Float64Array.from([...values].filter((value) => !Number.isNaN(value))).sort();
  const accounts = sorted.length;
  if (accounts <= largestTable) return { values: [...sorted], accounts };
  const kept = Array.from(
    { length: largestTable },
    (_, i) => sorted[Math.round((i * (accounts - 1)) / (largestTable - 1))]!,
  );
  return { values: kept, accounts };
};

const countBelow = (values: readonly number[], value: number, orEqual: boolean): number => {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle]! < value || (orEqual && values[middle] === value)) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** Share of accounts below plus half of those equal (0..1): equal accounts share one percentile. 0.5 when empty. */
export const percentileOf = ({ values }: PercentileTable, value: number): number => {
  if (values.length === 0) return 0.5;
  return (countBelow(values, value, false) + countBelow(values, value, true)) / (2 * values.length);
};

/** Share of accounts strictly above a value (0..1); the best account and its equals have 0. */
export const shareAbove = ({ values }: PercentileTable, value: number): number =>
  values.length === 0 ? 0 : 1 - countBelow(values, value, true) / values.length;

/** The value at a share of the table, linear between neighbours; NaN when empty. */
export const quantileOfTable = ({ values }: PercentileTable, share: number): number => {
  const place = share * (values.length - 1);
  const low = Math.floor(place);
  const below = values[low] ?? Number.NaN;
  return below + (place - low) * ((values[Math.ceil(place)] ?? below) - below);
};

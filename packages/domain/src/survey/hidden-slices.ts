import { leastForPercentage } from "./wilson.ts";

/** One part of a whole: a segment, a department, an account. */
export interface Slice {
  readonly key: string;
  readonly n: number;
}

/**
 * 匿名保护: which slices of anonymous answers stay hidden. A slice of one to four answers does; and because whoever knows
 * the total could subtract what is shown, the next smallest ones do too until five or more answers are hidden together.
 * A total below five hides everything.
 */
export const hiddenSlices = (total: number, slices: readonly Slice[]): ReadonlySet<string> => {
  if (total < leastForPercentage) return new Set(slices.map(({ key }) => key));
  const rising = slices
    .filter(({ n }) => n > 0)
    .sort((a, b) => a.n - b.n || (a.key < b.key ? -1 : 1));
  const hidden = new Set<string>();
  // What is in no slice at all is hidden, too.
  let together = total - rising.reduce((sum, { n }) => sum + n, 0);
  for (const { key, n } of rising) {
    const isExposed = together > 0 && together < leastForPercentage;
    if (n >= leastForPercentage && !isExposed) break;
    hidden.add(key);
    together += n;
  }
  return hidden;
};

/** One measured line of a bench: what was done to how many rows, how long it took, and how long it may take. */
export interface BenchLine {
  name: string;
  rows: number;
  seconds: number;
  limitSeconds: number;
  /** What a reader must know: peers' figures, evaluations, where the data come from. */
  note?: string;
}

/**
 * Seconds of the quickest of several runs after one warm-up run, the figure least disturbed by the rest of
 * the machine. `seconds` of a single cold run come from `runs = 0`.
 */
export const quickestSeconds = (work: () => void, runs: number): number => {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run <= runs; run++) {
    const start = performance.now();
    work();
    const seconds = (performance.now() - start) / 1000;
    if (run > 0 || runs === 0) best = Math.min(best, seconds);
  }
  return best;
};

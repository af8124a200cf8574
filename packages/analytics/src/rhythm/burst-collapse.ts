const leastJump = Math.log(2);

/**
 * Finds the gap (days) above which an order starts a new burst: the geometric mean at the largest jump between the
 * sorted log-gaps. Null when there are fewer than four gaps, no jump of at least a factor 2, or fewer than two gaps
 * above it. Whether the collapse is believed is left to the evidence (spec analytics § 5.3, step 1, made softer).
 */
export const burstThreshold = (sortedGaps: Float64Array, count: number): number | null => {
  if (count < 4) return null;
  let best = leastJump;
  let threshold: number | null = null;
  for (let i = 1; i <= count - 2; i++) {
    const low = sortedGaps[i - 1] as number;
    const high = sortedGaps[i] as number;
    const jump = Math.log(high / low);
    if (jump < best) continue;
    best = jump;
    threshold = Math.sqrt(high * low);
  }
  return threshold;
};

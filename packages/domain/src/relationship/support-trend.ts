/** 支持面扩大 / 不变 / 缩小. */
export const supportTrends = ["widening", "steady", "narrowing"] as const;
export type SupportTrend = (typeof supportTrends)[number];

/** So many points of the support index within a week are a move, not noise: half a step of one ordinary member among five. */
export const trendPoints = 5;

/**
 * Whether the support has widened or narrowed since the snapshot of the week before: by 5 points or more. Null where either
 * is unknown. A stance that grew old narrows it too: what nobody has looked at for months is support no longer.
 */
export const supportTrend = (now: number | null, before: number | null): SupportTrend | null => {
  if (now === null || before === null) return null;
  // A sum of many weights must not tip over the mark by its last digit.
  const change = Math.round((now - before) * 1e6) / 1e6;
  if (change >= trendPoints) return "widening";
  return change <= -trendPoints ? "narrowing" : "steady";
};

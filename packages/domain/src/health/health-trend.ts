/** How a score moved. Under three points is noise. */
export const healthTrends = ["rising", "steady", "falling"] as const;
export type HealthTrend = (typeof healthTrends)[number];

/** The move from a week before to now; null where either is not known. */
export const healthTrend = (before: number | null, now: number | null): HealthTrend | null => {
  if (before === null || now === null) return null;
  if (Math.abs(now - before) < 3) return "steady";
  return now > before ? "rising" : "falling";
};

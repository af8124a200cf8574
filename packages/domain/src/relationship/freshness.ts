/**
 * 新鲜度 How much a stance still says, by the days since it was assessed (formulas § 3): 1 up to 90 days, falling in a
 * straight line to 0.3 at 270 days, 0.3 from then on. A day ahead of today counts as today.
 */
export const freshness = (ageDays: number): number => {
  if (ageDays <= 90) return 1;
  if (ageDays >= 270) return 0.3;
  return 1 - (0.7 * (ageDays - 90)) / 180;
};

/** Cases of the last 90 days and those still open. */
export interface ServiceFacts {
  readonly cases: number;
  /** Open cases past their clock, by how grave they are. */
  readonly overdueGeneral: number;
  readonly overdueMajor: number;
  readonly overdueUrgent: number;
  readonly open: number;
  /** Of the clocks that ended, the share that was kept; null when none ended. */
  readonly clockHitShare: number | null;
}

/**
 * Service 服务: the share of clocks kept on 0 … 100, less 3 points for every open case, 10 for an overdue one, 20 for an overdue
 * major one, 50 for an overdue urgent one. Unknown where there never was a case: silence is not satisfaction.
 */
export const serviceScore = (facts: ServiceFacts | null): number | null => {
  if (facts === null || facts.cases === 0) return null;
  const kept = 100 * (facts.clockHitShare ?? 1);
  const burden =
    3 * facts.open + 10 * facts.overdueGeneral + 20 * facts.overdueMajor + 50 * facts.overdueUrgent;
  return Math.min(100, Math.max(0, kept - burden));
};

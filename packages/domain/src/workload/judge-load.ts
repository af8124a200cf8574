/** What one colleague carries now. */
export interface Load {
  readonly keyAccounts: number;
  readonly urgentSignals: number;
  readonly signals: number;
  readonly overdue: number;
  readonly dueThisWeek: number;
  readonly handovers: number;
}

export const loadLevels = ["overloaded", "busy", "even", "light"] as const;
export type LoadLevel = (typeof loadLevels)[number];

/** Weights of the load: an urgent signal, a running handover and something overdue count double. */
export const loadPoints = ({
  urgentSignals,
  signals,
  overdue,
  dueThisWeek,
  handovers,
}: Load): number =>
  2 * urgentSignals + (signals - urgentSignals) + 2 * overdue + dueThisWeek + 2 * handovers;

const leastForOverload = 10;

/**
 * Who carries too much (谁负荷过重), measured against the colleagues who carry anything: overloaded from twice their median
 * and at least ten points, or with a third of at least nine dated duties overdue; busy from one and a half times; light
 * below half. Alone, nobody is compared: then only the share overdue speaks. Our own proposal.
 */
export const judgeLoad = (load: Load, medianPoints: number | null): LoadLevel => {
  const points = loadPoints(load);
  const dated = load.overdue + load.dueThisWeek;
  if (dated >= 9 && load.overdue * 3 >= dated) return "overloaded";
  if (medianPoints === null || medianPoints === 0) return "even";
  if (points >= leastForOverload && points >= 2 * medianPoints) return "overloaded";
  if (points >= leastForOverload && points >= 1.5 * medianPoints) return "busy";
  return points * 2 < medianPoints ? "light" : "even";
};

/** The median of the points of everybody who carries anything; null with fewer than two such colleagues. */
export const medianLoad = (loads: readonly Load[]): number | null => {
  const points = loads
    .map(loadPoints)
    .filter((one) => one > 0)
    .toSorted((a, b) => a - b);
  if (points.length < 2) return null;
  const middle = Math.floor(points.length / 2);
  const [low, high] = [points[points.length % 2 ? middle : middle - 1] ?? 0, points[middle] ?? 0];
  return (low + high) / 2;
};

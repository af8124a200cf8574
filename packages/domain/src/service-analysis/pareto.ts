/** How often something was the cause. */
export interface CountedCause<Key extends string> {
  readonly key: Key;
  readonly count: number;
}

export interface ParetoBar<Key extends string> extends CountedCause<Key> {
  readonly share: number;
  /** Share of this one and all before it, 0 … 1. */
  readonly cumulative: number;
  /** Belongs to the few that together make up 80 %. */
  readonly isVital: boolean;
}

const vitalShare = 0.8;

/**
 * 帕累托 Causes by how often they were it, the most frequent first, with the running share; vital are those up to and
 * including the one with which 80 % is reached. Those that never were it are left out.
 */
export const paretoOf = <Key extends string>(
  causes: readonly CountedCause<Key>[],
): ParetoBar<Key>[] => {
  const total = causes.reduce((sum, { count }) => sum + count, 0);
  let before = 0;
  return causes
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1))
    .map(({ key, count }) => {
      const isVital = before < vitalShare * total;
      before += count;
      return { key, count, share: count / total, cumulative: before / total, isVital };
    });
};

import type { PairLevel } from "./pair-level.ts";

/** Steps still to climb from the present level to the wanted one; none where nothing more is wanted. */
export const pairGap = (pair: {
  readonly currentLevel: PairLevel;
  readonly desiredLevel: PairLevel | null;
}): number => Math.max(0, (pair.desiredLevel ?? pair.currentLevel) - pair.currentLevel);

import { type NeedState, needStates } from "./need-kind.ts";

/** What the funnel reads of a need: where it is, the farthest it ever came, and its days in the present state. */
export interface NeedPassage {
  readonly state: NeedState;
  /** The farthest state it reached before it was declined or went back. */
  readonly farthest: NeedState;
  readonly wasHidden: boolean;
  readonly isExplicit: boolean;
  /** Calendar days from noting to becoming explicit; null where it was explicit from the start or still is hidden. */
  readonly daysToExplicit: number | null;
  readonly daysInState: number;
  readonly customerValueMinor: number | null;
}

export interface FunnelStep {
  readonly state: NeedState;
  /** Needs that came this far at least. */
  readonly reached: number;
  /** Of those that came to the state before, the share that came here; null at the first or where none came before. */
  readonly fromBefore: number | null;
  /** Needs that stand here now, and the median of their days here. */
  readonly standing: number;
  readonly medianDays: number | null;
  readonly valueMinor: number;
}

const median = (numbers: readonly number[]): number | null => {
  if (numbers.length === 0) return null;
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const high = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? high : ((sorted[middle - 1] ?? 0) + high) / 2;
};

/**
 * The funnel of needs (capabilities N2): how many came how far, where they rest and for how long, and how many hidden ones
 * became explicit. A need that went back still counts as having come as far as it did.
 */
export const needFunnel = (needs: readonly NeedPassage[]) => {
  const way = needStates.filter((state) => state !== "declined");
  const rank = (state: NeedState) => way.indexOf(state as (typeof way)[number]);
  let before: number | null = null;
  const steps: FunnelStep[] = way.map((state, at) => {
    const reached = needs.filter(({ farthest }) => rank(farthest) >= at).length;
    const here = needs.filter((need) => need.state === state);
    const step = {
      state,
      reached,
      fromBefore: before === null || before === 0 ? null : reached / before,
      standing: here.length,
      medianDays: median(here.map(({ daysInState }) => daysInState)),
      valueMinor: here.reduce((sum, need) => sum + (need.customerValueMinor ?? 0), 0),
    };
    before = reached;
    return step;
  });
  const hidden = needs.filter(({ wasHidden }) => wasHidden);
  return {
    steps,
    declined: needs.filter(({ state }) => state === "declined").length,
    hidden: hidden.length,
    becameExplicit: hidden.filter(({ isExplicit }) => isExplicit).length,
    medianDaysToExplicit: median(
      hidden.flatMap(({ daysToExplicit }) => (daysToExplicit === null ? [] : [daysToExplicit])),
    ),
  };
};

import type { MapNode } from "@mainstay/contract/relationship-map";
import { type ShownStance, stanceShapes } from "../decision-chain/stance-shape.ts";

/** Everything about a card that is seen rather than read; the canvas and the exported picture draw from it alike. */
export interface CardLook {
  /** Radius of the disc: influence 1 … 5. */
  readonly radius: number;
  /** Share of the ring that is filled: coverage; null draws no ring. */
  readonly ring: number | null;
  readonly stance: ShownStance;
  readonly colour: string;
  readonly isGrey: boolean;
  readonly isDashed: boolean;
  /** The profile rests or is not the reader's: a lock in place of the stance. */
  readonly isLocked: boolean;
}

const radiusOf = (influence: number): number => 8 + influence * 3;

export const lookOfCard = (
  node: Pick<MapNode, "influence" | "coverage" | "stance" | "isPlaceholder" | "profile">,
): CardLook => {
  const stance = node.stance?.stance ?? "unknown";
  const isGrey = node.stance?.isStale ?? false;
  return {
    radius: radiusOf(node.influence?.influence ?? 3),
    ring: node.coverage,
    stance,
    colour: isGrey ? "--ink-3" : stanceShapes[stance].colour,
    isGrey,
    isDashed: node.isPlaceholder,
    isLocked: node.profile !== "shown",
  };
};

/** The lock on a 16-unit grid. */
export const lockPath = "M4 7.5h8v6H4zM5.5 7.5V5.2a2.5 2.5 0 0 1 5 0v2.3";

import type { TieKind } from "@mainstay/domain/tie/tie-kind";
import { isDirected } from "@mainstay/domain/tie/tie-rules";
import { cardSize, type Point } from "./lay-out-map.ts";

/** How a kind of line is told apart without its colour: dashes, arrow, and always its word. */
export interface LineLook {
  readonly colour: "--accent" | "--red" | "--ink-2" | "--ink-3" | "--amber" | "--line-strong";
  /** SVG dash pattern; empty is a full line. */
  readonly dash: string;
  readonly hasArrow: boolean;
}

const looks: Readonly<Record<TieKind, Pick<LineLook, "colour" | "dash">>> = {
  influence: { colour: "--accent", dash: "" },
  conflict: { colour: "--red", dash: "3 4" },
  matrix_line: { colour: "--ink-2", dash: "9 5" },
  schoolmate: { colour: "--amber", dash: "1 5" },
  fellow_townsman: { colour: "--amber", dash: "10 4 2 4" },
  former_colleague: { colour: "--ink-3", dash: "6 3" },
  relative: { colour: "--amber", dash: "14 3" },
  friend: { colour: "--ink-3", dash: "2 3" },
};

export const lookOfTie = (kind: TieKind): LineLook => ({
  ...looks[kind],
  hasArrow: isDirected(kind),
});

/** Width in pixels of a line of weight 1, 2 or 3. */
export const widthOfTie = (weight: number): number => 0.4 + weight * 0.8;

export type Side = "left" | "right" | "bottom";

/**
 * From which sides a tie leaves two cards: facing each other; both to the right where they stand above each other; both
 * below where they stand in one row, so that it does not run through those between.
 */
export const sidesOf = (from: Point, to: Point): readonly [from: Side, to: Side] => {
  if (Math.abs(from.x - to.x) < cardSize.width * 0.75) return ["right", "right"];
  if (Math.abs(from.y - to.y) < cardSize.height) return ["bottom", "bottom"];
  return from.x < to.x ? ["right", "left"] : ["left", "right"];
};

/** The middle of a side of a card. */
export const sidePoint = (corner: Point, side: Side): Point =>
  side === "bottom"
    ? { x: corner.x + cardSize.width / 2, y: corner.y + cardSize.height }
    : {
        x: corner.x + (side === "right" ? cardSize.width : 0),
        y: corner.y + cardSize.height / 2,
      };

/** A tie as a curve between two side points; `bend` parts several ties of the same two people. Gives the place of its word. */
export const tieCurve = (
  from: Point,
  fromSide: Side,
  to: Point,
  toSide: Side,
  bend = 0,
): { path: string; middle: Point } => {
  const width = Math.abs(to.x - from.x);
  const reach = Math.max(36, Math.min(160, width / 2)) + bend * 22;
  const sag = Math.min(120, 36 + width / 9) + bend * 16;
  const out = (point: Point, side: Side) =>
    side === "bottom"
      ? { x: point.x, y: point.y + sag }
      : { x: point.x + (side === "right" ? reach : -reach), y: point.y + bend * 10 };
  const [a, b] = [out(from, fromSide), out(to, toSide)];
  const round = (value: number) => Math.round(value * 10) / 10;
  return {
    path: `M${round(from.x)} ${round(from.y)}C${round(a.x)} ${round(a.y)} ${round(b.x)} ${round(b.y)} ${round(to.x)} ${round(to.y)}`,
    middle: {
      x: round((from.x + 3 * a.x + 3 * b.x + to.x) / 8),
      y: round((from.y + 3 * a.y + 3 * b.y + to.y) / 8),
    },
  };
};

/** The reporting line: down from the superior, across, and down on the report, or in from its left where it hangs in a column. */
export const reportingPath = (from: Point, to: Point, isHanging: boolean): string => {
  const round = (value: number) => Math.round(value * 10) / 10;
  const start = `M${round(from.x)} ${round(from.y)}`;
  if (isHanging) {
    const across = round(from.y + 28);
    return `${start}V${across}H${round(to.x - 14)}V${round(to.y)}H${round(to.x)}`;
  }
  return `${start}V${round((from.y + to.y) / 2)}H${round(to.x)}V${round(to.y)}`;
};

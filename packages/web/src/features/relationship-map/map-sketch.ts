import { lookOfCard } from "./card-look.ts";
import { cardSize, type Point } from "./lay-out-map.ts";
import type { ReportingEdge, TieEdge } from "./map-edges.tsx";
import { lookOfTie, reportingPath, sidePoint, tieCurve, widthOfTie } from "./map-line.ts";
import type { PersonNode } from "./person-node.tsx";

/** All lines of one look as one path. */
interface SketchLines {
  readonly colour: string;
  readonly width: number;
  readonly opacity: number;
  readonly path: string;
}

interface SketchCard {
  readonly corner: Point;
  readonly name: string;
  readonly colour: string;
  readonly radius: number;
  readonly isStale: boolean;
  readonly isDim: boolean;
}

/** The map as it is drawn while it moves: cards with disc and name, lines without dashes, arrows and words. */
export interface MapSketch {
  readonly lines: readonly SketchLines[];
  readonly cards: readonly SketchCard[];
}

const pathOf = (edge: ReportingEdge | TieEdge, from: Point, to: Point): string => {
  if (edge.type === "tie" && edge.data) {
    const { fromSide, toSide, bend } = edge.data;
    return tieCurve(sidePoint(from, fromSide), fromSide, sidePoint(to, toSide), toSide, bend).path;
  }
  const isHanging = edge.type === "reporting" && (edge.data?.isHanging ?? false);
  const end = isHanging ? sidePoint(to, "left") : { x: to.x + cardSize.width / 2, y: to.y };
  return reportingPath(sidePoint(from, "bottom"), end, isHanging);
};

/** Draws the cards and lines of the canvas together: one path for all lines that look alike. */
export const sketchOf = (
  cards: readonly PersonNode[],
  edges: readonly (ReportingEdge | TieEdge)[],
): MapSketch => {
  const corners = new Map(cards.map(({ id, position }) => [id, position]));
  const lines = new Map<string, SketchLines>();
  for (const edge of edges) {
    const [from, to] = [corners.get(edge.source), corners.get(edge.target)];
    if (!from || !to) continue;
    const tie = edge.type === "tie" ? edge.data?.tie : undefined;
    const colour = tie ? lookOfTie(tie.kind).colour : "--line-strong";
    const width = tie ? widthOfTie(tie.weight) : 1.5;
    const opacity = edge.data?.isDim ? 0.2 : 1;
    const look = `${colour} ${width} ${opacity}`;
    const path = (lines.get(look)?.path ?? "") + pathOf(edge, from, to);
    lines.set(look, { colour, width, opacity, path });
  }
  return {
    lines: [...lines.values()],
    cards: cards.map(({ position, data }) => {
      const { colour, radius } = lookOfCard(data.node);
      const isStale = data.node.stance?.isStale ?? false;
      return { corner: position, name: data.node.name, colour, radius, isStale, isDim: data.isDim };
    }),
  };
};

/** The part of the map that is in view: its size in pixels, where the map's origin lies, and how large it is. */
export interface SketchView {
  readonly width: number;
  readonly height: number;
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

/** What a card's corner must keep to for the card to be seen. */
export const isInView = ({ x, y }: Point, view: SketchView): boolean => {
  const [left, top] = [x * view.zoom + view.x, y * view.zoom + view.y];
  return (
    left < view.width &&
    top < view.height &&
    left + cardSize.width * view.zoom > 0 &&
    top + cardSize.height * view.zoom > 0
  );
};

/** Below this zoom a name is a few grey dots and is not written. */
const legibleZoom = 0.3;

/** What the sketch needs of a canvas. */
export type SketchPen = Pick<
  CanvasRenderingContext2D,
  | "setTransform"
  | "clearRect"
  | "beginPath"
  | "rect"
  | "arc"
  | "moveTo"
  | "fill"
  | "fillText"
  | "stroke"
  | "fillStyle"
  | "strokeStyle"
  | "lineWidth"
  | "globalAlpha"
  | "font"
  | "textBaseline"
>;

/**
 * Paints the sketch as it lies in view. `ratio` is pixels of the canvas to a pixel of the page, `colourOf` reads a colour of
 * the palette, `traceOf` makes the path of a line's words.
 */
export const paintSketch = (
  pen: SketchPen,
  { lines, cards }: MapSketch,
  view: SketchView,
  {
    ratio,
    font,
    colourOf,
    traceOf,
  }: {
    ratio: number;
    font: string;
    colourOf: (variable: string) => string;
    traceOf: (path: string) => Path2D;
  },
): void => {
  const { zoom } = view;
  pen.setTransform(ratio, 0, 0, ratio, 0, 0);
  pen.clearRect(0, 0, view.width, view.height);
  pen.setTransform(zoom * ratio, 0, 0, zoom * ratio, view.x * ratio, view.y * ratio);
  for (const { colour, width, opacity, path } of lines) {
    pen.globalAlpha = opacity;
    pen.strokeStyle = colourOf(colour);
    pen.lineWidth = width;
    pen.stroke(traceOf(path));
  }
  pen.globalAlpha = 1;
  const seen = cards.filter(({ corner }) => isInView(corner, view));
  pen.strokeStyle = colourOf("--line-strong");
  pen.lineWidth = 1;
  for (const isStale of [false, true]) {
    pen.fillStyle = colourOf(isStale ? "--sunken" : "--surface");
    pen.beginPath();
    for (const card of seen)
      if (card.isStale === isStale)
        pen.rect(card.corner.x, card.corner.y, cardSize.width, cardSize.height);
    pen.fill();
    pen.stroke();
  }
  pen.lineWidth = 3;
  for (const stance of new Set(seen.map(({ colour }) => colour))) {
    pen.strokeStyle = colourOf(stance);
    pen.beginPath();
    for (const { corner, radius, colour } of seen) {
      if (colour !== stance) continue;
      const [x, y] = [corner.x + 31, corner.y + cardSize.height / 2];
      pen.moveTo(x + radius, y);
      pen.arc(x, y, radius, 0, 2 * Math.PI);
    }
    pen.stroke();
  }
  if (zoom < legibleZoom) return;
  pen.font = font;
  pen.textBaseline = "middle";
  for (const { corner, name, isDim } of seen) {
    pen.fillStyle = colourOf(isDim ? "--ink-3" : "--ink");
    pen.fillText(name, corner.x + 62, corner.y + cardSize.height / 2, cardSize.width - 70);
  }
};

import type { Viewport } from "@xyflow/react";
import { type RefObject, useEffect, useMemo, useRef } from "react";
import type { ReportingEdge, TieEdge } from "./map-edges.tsx";
import { type MapSketch, paintSketch, sketchOf } from "./map-sketch.ts";
import type { PersonNode } from "./person-node.tsx";

/** From so many cards and lines on, a moving map is drawn as a sketch; fewer move as they are. */
const sketchedFrom = 120;
/** A wheel turns in steps; the full picture comes back when none has come for so long. */
const restMs = 180;

/** While somebody pans or zooms a large map, a sketch on one canvas stands in for a thousand drawn parts. */
export const useMovingSketch = (
  frame: RefObject<HTMLDivElement | null>,
  cards: readonly PersonNode[],
  edges: readonly (ReportingEdge | TieEdge)[],
) => {
  const canvas = useRef<HTMLCanvasElement>(null);
  const mover = useMemo(
    () => moverOf(frame, canvas, () => sketchOf(cards, edges)),
    [frame, cards, edges],
  );
  useEffect(() => mover.stop, [mover]);
  const isLarge = cards.length + edges.length >= sketchedFrom;
  return { canvas, ...(isLarge ? mover : carrierOf(frame)) };
};

/** A small map is moved as one picture and drawn anew in full sharpness when it rests. */
const carrierOf = (frame: RefObject<HTMLDivElement | null>) => ({
  move: () => frame.current?.setAttribute("data-carried", ""),
  rest: () => frame.current?.removeAttribute("data-carried"),
});

const moverOf = (
  frame: RefObject<HTMLDivElement | null>,
  canvas: RefObject<HTMLCanvasElement | null>,
  draw: () => MapSketch,
) => {
  let sketch: MapSketch | null = null;
  let next = 0;
  let resting: ReturnType<typeof setTimeout> | undefined;
  let paint: ((viewport: Viewport) => void) | null = null;
  const traces = new Map<string, Path2D>();
  const traceOf = (path: string): Path2D => {
    const trace = traces.get(path) ?? new Path2D(path);
    traces.set(path, trace);
    return trace;
  };
  /** Reads size and colours once a movement. */
  const begin = () => {
    const sheet = canvas.current;
    const pen = sheet?.getContext("2d");
    if (!sheet || !pen || !frame.current) return null;
    const { clientWidth: width, clientHeight: height } = frame.current;
    const ratio = Math.min(window.devicePixelRatio, 2);
    sheet.width = Math.round(width * ratio);
    sheet.height = Math.round(height * ratio);
    const style = getComputedStyle(frame.current);
    const colours = new Map<string, string>();
    const colourOf = (variable: string): string => {
      const colour = colours.get(variable) ?? style.getPropertyValue(variable).trim();
      colours.set(variable, colour);
      return colour;
    };
    const drawn = (sketch ??= draw());
    const tools = { ratio, font: `600 14px ${style.fontFamily}`, colourOf, traceOf };
    frame.current.dataset["moving"] = "";
    return (viewport: Viewport) => paintSketch(pen, drawn, { width, height, ...viewport }, tools);
  };
  const stop = () => {
    clearTimeout(resting);
    cancelAnimationFrame(next);
    paint = null;
    if (frame.current) delete frame.current.dataset["moving"];
  };
  return {
    move: (viewport: Viewport) => {
      clearTimeout(resting);
      paint ??= begin();
      cancelAnimationFrame(next);
      next = requestAnimationFrame(() => paint?.(viewport));
    },
    rest: () => {
      clearTimeout(resting);
      if (paint !== null) resting = setTimeout(stop, restMs);
    },
    stop,
  };
};

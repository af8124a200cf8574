import type { MapNode, RelationshipMap } from "@mainstay/contract/relationship-map";
import { expect, test } from "vitest";
import type { ReportingEdge, TieEdge } from "./map-edges.tsx";
import { isInView, type MapSketch, paintSketch, type SketchPen, sketchOf } from "./map-sketch.ts";
import type { PersonNode } from "./person-node.tsx";

const card = (id: string, x: number, y: number, over: Partial<MapNode> = {}): PersonNode => ({
  id,
  type: "person",
  position: { x, y },
  data: {
    node: {
      personId: id,
      name: `姓名${id}`,
      stance: { stance: "ally", isStale: false },
      influence: { influence: 5, isAssumed: false },
      coverage: null,
      isPlaceholder: false,
      profile: "shown",
      ...over,
    } as MapNode,
    job: "",
    badge: null,
    note: null,
    sentence: "",
    isDim: false,
    mayDraw: false,
  },
});

const tie = (id: string, kind: "influence" | "conflict", isDim = false): TieEdge => ({
  id,
  type: "tie",
  source: "a",
  target: "b",
  data: {
    tie: { id, kind, weight: 2 } as RelationshipMap["ties"][number],
    word: "",
    fromSide: "right",
    toSide: "left",
    bend: 0,
    isDim,
  },
});

const below = (target: string): ReportingEdge => ({
  id: `below-${target}`,
  type: "reporting",
  source: "a",
  target,
  data: { isHanging: false, isDim: false },
});

/** Writes down what is painted, in order. */
const recorder = () => {
  const done: string[] = [];
  const note =
    (name: string) =>
    (...what: unknown[]) =>
      void done.push([name, ...what.filter((one) => one !== undefined)].join(" "));
  const pen = {
    ...Object.fromEntries(
      ["setTransform", "clearRect", "beginPath", "rect", "arc", "moveTo", "fill", "fillText"].map(
        (name) => [name, note(name)],
      ),
    ),
    stroke: (path?: unknown) => note("stroke")(path && `${pen.strokeStyle} ${String(path)}`),
  } as unknown as SketchPen;
  return { pen, done };
};
const paint = (sketch: MapSketch, zoom: number, x = 0) => {
  const { pen, done } = recorder();
  paintSketch(
    pen,
    sketch,
    { width: 800, height: 600, x, y: 0, zoom },
    { ratio: 2, font: "14px", colourOf: (name) => name, traceOf: (path) => path as never },
  );
  return done;
};

test("lines that look alike become one path, and those filtered out stay apart and pale", () => {
  const cards = [card("a", 0, 0), card("b", 400, 200)];
  const { lines } = sketchOf(cards, [
    below("b"),
    tie("1", "influence"),
    tie("2", "influence"),
    tie("3", "conflict"),
    tie("4", "conflict", true),
  ]);
  expect(lines.map(({ colour, opacity }) => [colour, opacity])).toEqual([
    ["--line-strong", 1],
    ["--accent", 1],
    ["--red", 1],
    ["--red", 0.2],
  ]);
  expect(lines[0]?.path).toBe("M98 64V132H498V200");
  expect(lines[1]?.path.match(/M196 32C/g)).toHaveLength(2);
});

test("a line goes where a card was dragged to, and is left out when its end is not on the map", () => {
  const moved = sketchOf([card("a", 10, 20), card("b", 400, 200)], [tie("1", "influence")]);
  expect(moved.lines[0]?.path).toMatch(/^M206 52C.* 400 232$/);
  expect(sketchOf([card("a", 0, 0)], [tie("1", "influence")]).lines).toEqual([]);
});

test("only people in view are painted, with their names once these can be read", () => {
  const sketch = sketchOf([card("a", 0, 0), card("b", 5000, 0)], []);
  const written = (zoom: number) => paint(sketch, zoom).filter((act) => act.startsWith("fillText"));
  expect(written(1)).toEqual(["fillText 姓名a 62 32 126"]);
  expect(written(0.1)).toEqual([]);
  expect(paint(sketch, 0.1).filter((act) => act.startsWith("rect"))).toHaveLength(2);
});

test("the sketch lies exactly where the map does, in the canvas's own pixels", () => {
  expect(paint(sketchOf([], []), 0.5, 30)).toContain("setTransform 1 0 0 1 60 0");
});

test("whose stance is out of date shows no colour of a stance", () => {
  const grey = (over: Partial<MapNode>) => sketchOf([card("a", 0, 0, over)], []).cards[0]?.colour;
  const stale = { stance: { stance: "ally", isStale: true } as MapNode["stance"] };
  expect(grey(stale)).toBe("--ink-3");
  expect(grey({})).not.toBe("--ink-3");
});

test("a card is in view as long as any of it is", () => {
  const view = { width: 800, height: 600, x: -190, y: 0, zoom: 1 };
  expect(isInView({ x: 0, y: 0 }, view)).toBe(true);
  expect(isInView({ x: 0, y: 0 }, { ...view, x: -197 })).toBe(false);
  expect(isInView({ x: 990, y: 0 }, view)).toBe(false);
});

import dagre from "@dagrejs/dagre";
import type { MapTree } from "./map-tree.ts";

/** The card of a person on the map, in pixels. */
export const cardSize = { width: 196, height: 64 } as const;

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface MapLayout {
  /** The upper left corner of each card. */
  readonly places: ReadonlyMap<string, Point>;
  /** Reports that hang in columns below their superior, their line coming from the left. */
  readonly hanging: ReadonlySet<string>;
}

const gap = { x: 28, y: 14, level: 56 } as const;
/** Width to height of a screen and of A3 landscape. */
const wantedShape = 1.6;
const columnHeights = [3, 4, 6, 8, 12, 16];
/** From so many leaves on they hang; fewer stand side by side. */
const hangingFrom = [2, 4];

interface Stack {
  readonly people: readonly string[];
  readonly columns: number;
}

/** Who hangs below whom in columns; the rest is dagre's. */
interface Plan {
  readonly stacks: ReadonlyMap<string, Stack>;
  readonly hanging: ReadonlySet<string>;
  readonly loners: readonly string[];
}

/**
 * 自动布局 The tree laid out by dagre. Reports without reports of their own hang in columns below their superior, so that a
 * department of forty is a block and not a line of forty; the height of the columns is the one that brings the whole nearest
 * to the shape of a screen. Who has neither superior nor reports stands in a block below. Same people, same layout.
 */
export const layOutMap = (tree: MapTree): MapLayout => {
  // The shape of each try is estimated and only the best one laid out: dagre takes some 40 ms for 150 people.
  const tries = columnHeights.flatMap((rows) =>
    hangingFrom.map((least) => {
      const plan = planOf(tree, rows, least);
      return { plan, misfit: misfitOf(tree, plan) };
    }),
  );
  const best = tries.toSorted((a, b) => a.misfit - b.misfit)[0];
  return best ? layOutPlan(tree, best.plan) : { places: new Map(), hanging: new Set() };
};

const planOf = (tree: MapTree, rows: number, least: number): Plan => {
  const isLeaf = (id: string) => tree.reportsOf(id).length === 0;
  const hanging = new Set<string>();
  const stacks = new Map<string, Stack>();
  for (const id of tree.order) {
    const leaves = tree.reportsOf(id).filter(isLeaf);
    if (leaves.length < least) continue;
    for (const leaf of leaves) hanging.add(leaf);
    stacks.set(id, { people: leaves, columns: Math.ceil(leaves.length / rows) });
  }
  return { stacks, hanging, loners: tree.roots.filter(isLeaf) };
};

/** How far the whole would be from the shape of a screen: subtrees side by side, each level as high as its highest. */
const misfitOf = (tree: MapTree, { stacks, hanging, loners }: Plan): number => {
  const levels: number[] = [];
  const widthOf = (id: string, level: number): number => {
    levels[level] = Math.max(levels[level] ?? 0, cardSize.height);
    const below = tree
      .reportsOf(id)
      .filter((report) => !hanging.has(report))
      .map((report) => widthOf(report, level + 1));
    const stack = stacks.get(id);
    if (stack) {
      const { width, height } = sizeOf(stack);
      levels[level + 1] = Math.max(levels[level + 1] ?? 0, height);
      below.push(width);
    }
    return Math.max(
      cardSize.width,
      below.reduce((sum, each) => sum + each + gap.x, -gap.x),
    );
  };
  const alone = new Set(loners);
  const width = tree.roots
    .filter((id) => !alone.has(id))
    .reduce((sum, id) => sum + widthOf(id, 0) + gap.x, -gap.x);
  const height = levels.reduce((sum, each) => sum + each + gap.level, -gap.level);
  if (width <= 0) return 0;
  const columns = Math.max(1, Math.floor((width + gap.x) / (cardSize.width + gap.x)));
  const block = loners.length === 0 ? 0 : gap.level + sizeOf({ people: loners, columns }).height;
  return Math.abs(Math.log(width / (height + block) / wantedShape));
};

const layOutPlan = (tree: MapTree, { stacks, hanging, loners }: Plan): MapLayout => {
  const graph = new dagre.graphlib.Graph();
  graph.setGraph({ rankdir: "TB", nodesep: gap.x, ranksep: gap.level, rankalign: "top" });
  graph.setDefaultEdgeLabel(() => ({}));
  const alone = new Set(loners);
  for (const id of tree.order) {
    if (alone.has(id) || hanging.has(id)) continue;
    graph.setNode(id, { ...cardSize });
    const superior = tree.superiorOf(id);
    if (superior !== null) graph.setEdge(superior, id);
    const stack = stacks.get(id);
    if (!stack) continue;
    graph.setNode(`below ${id}`, sizeOf(stack));
    graph.setEdge(id, `below ${id}`);
  }
  if (graph.nodeCount() > 0) dagre.layout(graph);
  const places = new Map<string, Point>();
  for (const id of graph.nodes()) {
    const node = graph.node(id) as { x: number; y: number; width: number; height: number };
    const corner = { x: node.x - node.width / 2, y: node.y - node.height / 2 };
    const owner = id.startsWith("below ") ? stacks.get(id.slice(6)) : undefined;
    if (owner) spread(owner, corner, places);
    else places.set(id, corner);
  }
  const whole = boundsOf(places);
  const columns = Math.max(1, Math.floor((whole.width + gap.x) / (cardSize.width + gap.x)) || 6);
  spread(
    {
      people: loners,
      columns: places.size === 0 ? Math.ceil(Math.sqrt(loners.length / 2)) : columns,
    },
    { x: whole.x, y: places.size === 0 ? 0 : whole.y + whole.height + gap.level },
    places,
  );
  return { places, hanging };
};

const sizeOf = ({ people, columns }: Stack) => ({
  width: columns * (cardSize.width + gap.x) - gap.x,
  height: Math.ceil(people.length / columns) * (cardSize.height + gap.y) - gap.y,
});

/** Column by column, filled from the top. */
const spread = ({ people, columns }: Stack, corner: Point, places: Map<string, Point>): void => {
  const rows = Math.ceil(people.length / Math.max(1, columns));
  for (const [index, id] of people.entries())
    places.set(id, {
      x: corner.x + Math.floor(index / rows) * (cardSize.width + gap.x),
      y: corner.y + (index % rows) * (cardSize.height + gap.y),
    });
};

/** The box around all cards. */
export const boundsOf = (
  places: ReadonlyMap<string, Point>,
): { x: number; y: number; width: number; height: number } => {
  const all = [...places.values()];
  if (all.length === 0) return { x: 0, y: 0, width: 0, height: 0 };
  const x = Math.min(...all.map((place) => place.x));
  const y = Math.min(...all.map((place) => place.y));
  return {
    x,
    y,
    width: Math.max(...all.map((place) => place.x)) + cardSize.width - x,
    height: Math.max(...all.map((place) => place.y)) + cardSize.height - y,
  };
};

import type { MapNode } from "@mainstay/contract/relationship-map";

type TreePerson = Pick<MapNode, "personId" | "superiorPersonId">;

/** Who stands below whom, in the order of the people given; everybody stands in it exactly once. */
export interface MapTree {
  /** Each superior before their reports. */
  readonly order: readonly string[];
  readonly roots: readonly string[];
  readonly reportsOf: (personId: string) => readonly string[];
  readonly superiorOf: (personId: string) => string | null;
  readonly depthOf: (personId: string) => number;
}

/** Builds the tree; who reports to somebody who is not here, or stands in a circle of old data, becomes a top of their own. */
export const buildTree = (people: readonly TreePerson[]): MapTree => {
  const here = new Set(people.map(({ personId }) => personId));
  const reports = new Map<string, string[]>();
  const tops: string[] = [];
  for (const { personId, superiorPersonId } of people) {
    if (superiorPersonId === null || !here.has(superiorPersonId)) tops.push(personId);
    else reports.set(superiorPersonId, [...(reports.get(superiorPersonId) ?? []), personId]);
  }
  const depth = new Map<string, number>();
  const above = new Map<string, string | null>();
  const roots: string[] = [];
  const order: string[] = [];
  const visit = (personId: string, superior: string | null, level: number): void => {
    depth.set(personId, level);
    above.set(personId, superior);
    order.push(personId);
    const own = (reports.get(personId) ?? []).filter((id) => !depth.has(id));
    reports.set(personId, own);
    for (const id of own) visit(id, personId, level + 1);
  };
  for (const personId of [...tops, ...here]) {
    if (depth.has(personId)) continue;
    roots.push(personId);
    visit(personId, null, 0);
  }
  return {
    order,
    roots,
    reportsOf: (personId) => reports.get(personId) ?? [],
    superiorOf: (personId) => above.get(personId) ?? null,
    depthOf: (personId) => depth.get(personId) ?? 0,
  };
};

export type Step = "up" | "down" | "left" | "right" | "first" | "last";

/** Where an arrow key leads: the superior, the first report, the neighbour of the same height; stays put where nobody is. */
export const walkTree = (tree: MapTree, personId: string | null, step: Step): string | null => {
  const first = tree.order[0] ?? null;
  if (personId === null || step === "first") return first;
  if (step === "last") return tree.order.at(-1) ?? null;
  if (step === "up") return tree.superiorOf(personId) ?? personId;
  if (step === "down") return tree.reportsOf(personId)[0] ?? personId;
  const row = tree.order.filter((id) => tree.depthOf(id) === tree.depthOf(personId));
  return row[row.indexOf(personId) + (step === "left" ? -1 : 1)] ?? personId;
};

/** Everybody below a person, at any depth: whom they cannot report to. */
export const everybodyBelow = (tree: MapTree, personId: string): Set<string> => {
  const below = new Set<string>();
  const add = (id: string): void => {
    for (const report of tree.reportsOf(id)) {
      if (below.has(report)) continue;
      below.add(report);
      add(report);
    }
  };
  add(personId);
  return below;
};

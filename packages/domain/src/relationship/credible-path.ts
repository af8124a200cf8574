import { credibleLevel } from "../pair-level/pair-level.ts";
import type { PathStepKind } from "./relationship-reason.ts";

/** One of us who knows one of them, at a level 1…6. */
export interface KnownPair {
  readonly userId: string;
  readonly personId: string;
  readonly level: number;
}

/** A line between two of theirs. `isOneWay`: only the first can carry us to the second. */
export interface PersonLink {
  readonly fromPersonId: string;
  readonly toPersonId: string;
  readonly kind: Exclude<PathStepKind, "pair_level">;
  /** 1…3; 2 where nothing is noted. */
  readonly weight: number;
  readonly isOneWay: boolean;
}

export interface PathFacts {
  readonly pairs: readonly KnownPair[];
  readonly links: readonly PersonLink[];
  /** Two who are in conflict do not introduce one another. */
  readonly conflicts: readonly { readonly oneId: string; readonly otherId: string }[];
}

export interface PathStep {
  readonly fromId: string;
  readonly toId: string;
  readonly by: PathStepKind;
  /** Level of the pair where one of us begins. */
  readonly level: number | null;
  readonly cost: number;
}

/** What beginning with a pair of a level costs: the better it is, the further our word carries. */
const pairCost: Readonly<Record<number, number>> = { 3: 3, 4: 2, 5: 1.5, 6: 1 };

/**
 * What one introduction costs, by what binds the two: family and friends say a word readily, a shared school or town
 * opens a door, a line manager can be asked, a department alone says little.
 */
const linkCost: Readonly<Record<PersonLink["kind"], number>> = {
  relative: 1,
  friend: 1,
  influence: 1.5,
  former_colleague: 2,
  schoolmate: 2,
  fellow_townsman: 2.5,
  reports_to: 2.5,
  same_department: 3.5,
};

/** A strong tie costs four fifths, a weak one five quarters. */
const strengthFactor = (weight: number): number => (weight >= 3 ? 0.8 : weight <= 1 ? 1.25 : 1);

export const linkCostOf = ({ kind, weight }: Pick<PersonLink, "kind" | "weight">): number =>
  linkCost[kind] * strengthFactor(weight);

const edgesOf = ({ links, conflicts }: PathFacts): Map<string, PathStep[]> => {
  const apart = new Set(
    conflicts.flatMap(({ oneId, otherId }) => [`${oneId} ${otherId}`, `${otherId} ${oneId}`]),
  );
  const edges = new Map<string, PathStep[]>();
  const add = (fromId: string, toId: string, link: PersonLink) => {
    if (fromId === toId || apart.has(`${fromId} ${toId}`)) return;
    const edge = { fromId, toId, by: link.kind, level: null, cost: linkCostOf(link) };
    const known = edges.get(fromId);
    if (known) known.push(edge);
    else edges.set(fromId, [edge]);
  };
  for (const link of links) {
    add(link.fromPersonId, link.toPersonId, link);
    if (!link.isOneWay) add(link.toPersonId, link.fromPersonId, link);
  }
  return edges;
};

/**
 * 最短可信路径 The cheapest way from any of us to a person (capabilities R10): a first step over a pair level of 3 or more
 * (from there on somebody gives us their time), then introductions along ties, reporting lines and departments. Among equal ways
 * the one with fewer steps, then the one whose people come first by id, so that the answer is always the same. Null where
 * no credible way is known.
 */
export const crediblePath = (facts: PathFacts, targetPersonId: string): PathStep[] | null => {
  const edges = edgesOf(facts);
  const reached = new Map<string, { cost: number; steps: PathStep[] }>();
  const done = new Set<string>();
  const offer = (step: PathStep, before: readonly PathStep[], costBefore: number) => {
    const known = reached.get(step.toId);
    const cost = costBefore + step.cost;
    const steps = [...before, step];
    if (known && !isBetter({ cost, steps }, known)) return;
    reached.set(step.toId, { cost, steps });
  };
  for (const { userId, personId, level } of facts.pairs) {
    const cost = pairCost[level];
    if (level < credibleLevel || cost === undefined) continue;
    offer({ fromId: userId, toId: personId, by: "pair_level", level, cost }, [], 0);
  }
  for (;;) {
    let nearest: string | null = null;
    for (const [id, way] of reached) {
      if (done.has(id)) continue;
      const best = nearest === null ? undefined : reached.get(nearest);
      if (best === undefined || isBetter(way, best)) nearest = id;
    }
    if (nearest === null) return null;
    const way = reached.get(nearest);
    if (way === undefined) return null;
    if (nearest === targetPersonId) return way.steps;
    done.add(nearest);
    for (const edge of edges.get(nearest) ?? [])
      if (!done.has(edge.toId)) offer(edge, way.steps, way.cost);
  }
};

type Way = { cost: number; steps: readonly PathStep[] };

const isBetter = (one: Way, other: Way): boolean => {
  if (Math.abs(one.cost - other.cost) > 1e-9) return one.cost < other.cost;
  if (one.steps.length !== other.steps.length) return one.steps.length < other.steps.length;
  return nameOf(one) < nameOf(other);
};

const nameOf = ({ steps }: Way): string =>
  steps.map(({ fromId, toId }) => `${fromId}>${toId}`).join();

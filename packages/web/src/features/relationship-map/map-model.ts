import type { MapNode, RelationshipMap } from "@mainstay/contract/relationship-map";
import type { TieView } from "@mainstay/contract/tie";
import { buildTree, type MapTree } from "./map-tree.ts";
import { type MapSearch, matchesSearch } from "./map-search.ts";

/** The map as screens read it: by person, with its tree, its lines by end, and who is asked for. */
export interface MapModel {
  readonly map: RelationshipMap;
  readonly tree: MapTree;
  readonly personOf: (personId: string) => MapNode | undefined;
  readonly nameOf: (personId: string | null) => string;
  readonly tiesOf: (personId: string) => readonly TieView[];
  readonly isAsked: (personId: string) => boolean;
  readonly asked: number;
  /** A day gone by is only looked at. */
  readonly isPast: boolean;
}

export const buildModel = (map: RelationshipMap, search: MapSearch): MapModel => {
  const people = new Map(map.nodes.map((node) => [node.personId, node]));
  const ties = new Map<string, TieView[]>();
  for (const tie of map.ties)
    for (const end of [tie.fromPersonId, tie.toPersonId])
      ties.set(end, [...(ties.get(end) ?? []), tie]);
  const asked = new Set(
    map.nodes.filter((node) => matchesSearch(node, search)).map(({ personId }) => personId),
  );
  return {
    map,
    tree: buildTree(map.nodes),
    personOf: (personId) => people.get(personId),
    nameOf: (personId) => (personId === null ? "" : (people.get(personId)?.name ?? "")),
    tiesOf: (personId) => ties.get(personId) ?? [],
    isAsked: (personId) => asked.has(personId),
    asked: asked.size,
    isPast: map.asOf !== map.today,
  };
};

import type { TieView } from "@mainstay/contract/tie";
import { Position } from "@xyflow/react";
import { cardSize, type MapLayout } from "./lay-out-map.ts";
import { sidesOf } from "./map-line.ts";
import type { MapModel } from "./map-model.ts";
import type { MapWords } from "./map-words.ts";
import type { ReportingEdge, TieEdge } from "./map-edges.tsx";
import type { PersonNode } from "./person-node.tsx";

/** Where lines touch a card, so that the first picture needs no measuring. */
const handles = [
  {
    id: "t",
    type: "source",
    position: Position.Top,
    x: cardSize.width / 2,
    y: 0,
    width: 1,
    height: 1,
  },
  {
    id: "l",
    type: "source",
    position: Position.Left,
    x: 0,
    y: cardSize.height / 2,
    width: 1,
    height: 1,
  },
  {
    id: "b",
    type: "source",
    position: Position.Bottom,
    x: cardSize.width / 2,
    y: cardSize.height,
    width: 1,
    height: 1,
  },
  {
    id: "r",
    type: "source",
    position: Position.Right,
    x: cardSize.width,
    y: cardSize.height / 2,
    width: 1,
    height: 1,
  },
] satisfies PersonNode["handles"];

/** The people as cards of the canvas. */
export const cardsOf = (
  model: MapModel,
  layout: MapLayout,
  words: MapWords,
  may: { readonly draw: boolean },
): PersonNode[] =>
  model.map.nodes.flatMap((node) => {
    const position = layout.places.get(node.personId);
    if (!position) return [];
    const notes = [
      words.placeholder(node),
      node.profile === "shown" ? null : words.profile(node)[0],
    ];
    return {
      id: node.personId,
      type: "person" as const,
      position: { ...position },
      width: cardSize.width,
      height: cardSize.height,
      measured: { ...cardSize },
      handles,
      selectable: false,
      data: {
        node,
        job: words.job(node),
        badge: words.role(node),
        note: notes.find(Boolean) ?? null,
        sentence: words.sentence(
          node,
          node.superiorPersonId === null ? null : model.nameOf(node.superiorPersonId),
        ),
        isDim: !model.isAsked(node.personId),
        mayDraw: may.draw,
      },
    };
  });

/** Reporting lines and ties as edges of the canvas; ties of the same two people are bent apart. */
export const edgesOf = (
  model: MapModel,
  layout: MapLayout,
  words: MapWords,
  isDrawn: (tie: TieView) => boolean,
): (ReportingEdge | TieEdge)[] => {
  const isDim = (from: string, to: string) => !model.isAsked(from) || !model.isAsked(to);
  const reporting = model.map.nodes.flatMap(({ personId }): ReportingEdge[] => {
    const superior = model.tree.superiorOf(personId);
    if (superior === null) return [];
    const isHanging = layout.hanging.has(personId);
    return [
      {
        id: `below-${personId}`,
        type: "reporting",
        source: superior,
        target: personId,
        sourceHandle: "b",
        targetHandle: isHanging ? "l" : "t",
        selectable: false,
        data: { isHanging, isDim: isDim(superior, personId) },
      },
    ];
  });
  const met = new Map<string, number>();
  const ties = model.map.ties.filter(isDrawn).flatMap((tie): TieEdge[] => {
    const from = layout.places.get(tie.fromPersonId);
    const to = layout.places.get(tie.toPersonId);
    if (!from || !to) return [];
    const pair = [tie.fromPersonId, tie.toPersonId].sort().join();
    const bend = met.get(pair) ?? 0;
    met.set(pair, bend + 1);
    const [fromSide, toSide] = sidesOf(from, to);
    return [
      {
        id: tie.id,
        type: "tie",
        source: tie.fromPersonId,
        target: tie.toPersonId,
        sourceHandle: fromSide[0] ?? "r",
        targetHandle: toSide[0] ?? "l",
        data: {
          tie,
          word: `${words.tieKind(tie.kind)} · ${words.weight(tie.weight)}`,
          fromSide,
          toSide,
          bend,
          isDim: isDim(tie.fromPersonId, tie.toPersonId),
        },
      },
    ];
  });
  return [...reporting, ...ties];
};

import "@xyflow/react/dist/base.css";
import {
  ConnectionMode,
  MiniMap,
  type NodeChange,
  ReactFlow,
  ReactFlowProvider,
  useReactFlow,
  applyNodeChanges,
} from "@xyflow/react";
import { App, Button } from "antd";
import { useCallback, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useIsPhone } from "../../lib/media.ts";
import { useNotice } from "../../lib/notice.tsx";
import { stanceShapes } from "../decision-chain/stance-shape.ts";
import { cardSize, layOutMap } from "./lay-out-map.ts";
import styles from "./map-canvas.module.css";
import { useMapActs } from "./map-acts.ts";
import type { MapDialog } from "./map-dialog.ts";
import { ArrowHeads, ReportingLine, TieLine } from "./map-edges.tsx";
import { cardsOf, edgesOf } from "./map-elements.ts";
import { pressMapKey } from "./map-keys.ts";
import type { MapModel } from "./map-model.ts";
import { everybodyBelow } from "./map-tree.ts";
import { useMapWords } from "./map-words.ts";
import { type PersonNode, PersonNodeCard } from "./person-node.tsx";
import { type LayoutChoice, type LineChoice, placePeople } from "./place-people.ts";
import { useMovingSketch } from "./use-moving-sketch.ts";

const nodeTypes = { person: PersonNodeCard };
const edgeTypes = { reporting: ReportingLine, tie: TieLine };
const fitOptions = { padding: 0.06, maxZoom: 1 };
/** Below this zoom words on lines cannot be read and are not drawn. */
const readableZoom = 0.55;
/** Mounting and unmounting while it moves costs more than keeping this many cards. */
const mountedUpTo = 300;
const minimapColour = (card: PersonNode) =>
  `var(${stanceShapes[card.data.node.stance?.stance ?? "unknown"].colour})`;

interface Props {
  readonly model: MapModel;
  readonly layout: LayoutChoice;
  readonly lines: LineChoice;
  readonly focused: string | null;
  readonly onFocus: (personId: string | null) => void;
  readonly onLayout: (layout: LayoutChoice) => void;
  readonly onDialog: (dialog: MapDialog) => void;
  readonly onFind: () => void;
  readonly onList: () => void;
}

const Canvas = ({
  model,
  layout,
  lines,
  focused,
  onFocus,
  onLayout,
  onDialog,
  onFind,
  onList,
}: Props) => {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const notice = useNotice();
  const isPhone = useIsPhone();
  const words = useMapWords();
  const acts = useMapActs(model);
  const flow = useReactFlow<PersonNode>();
  const frame = useRef<HTMLDivElement>(null);
  const { places, can } = model.map;
  const mayEdit = can.edit && !model.isPast;
  const placed = useMemo(
    () => placePeople(layOutMap(model.tree), layout === "automatic" ? [] : places[layout]),
    [model.tree, layout, places],
  );
  const base = useMemo(
    () => cardsOf(model, placed, words, { draw: mayEdit }),
    [model, placed, words, mayEdit],
  );
  const linesOf = lines === "focused" ? focused : null;
  const edges = useMemo(
    () =>
      edgesOf(
        model,
        placed,
        words,
        ({ fromPersonId, toPersonId }) =>
          lines === "all" || (linesOf !== null && [fromPersonId, toPersonId].includes(linesOf)),
      ),
    [model, placed, words, lines, linesOf],
  );
  // What is being dragged stays where it was dragged to until the map is built anew.
  const [moved, setMoved] = useState({ base, cards: base });
  const cards = moved.base === base ? moved.cards : base;
  const setCards = useCallback(
    (change: (before: PersonNode[]) => PersonNode[]) =>
      setMoved((before) => ({ base, cards: change(before.base === base ? before.cards : base) })),
    [base],
  );
  const shown = useMemo(
    () => cards.map((card) => (card.id === focused ? { ...card, selected: true } : card)),
    [cards, focused],
  );
  const onChange = useCallback(
    (changes: NodeChange<PersonNode>[]) =>
      setCards((before) =>
        applyNodeChanges(
          changes.filter(({ type }) => type === "position"),
          before,
        ),
      ),
    [setCards],
  );
  const keepPlace = (personId: string, x: number, y: number) => {
    const owner = layout === "shared" && can.arrangeShared ? "shared" : "mine";
    if (layout !== owner) onLayout(owner);
    acts.movePlaces(owner, [{ personId, x, y }]);
  };
  const focus = (personId: string | null) => {
    onFocus(personId);
    const card = cards.find(({ id }) => id === personId);
    if (!card) return;
    const { x, y, zoom } = flow.getViewport();
    const box = frame.current?.getBoundingClientRect();
    const left = card.position.x * zoom + x;
    const top = card.position.y * zoom + y;
    const isSeen =
      box &&
      left > 0 &&
      top > 0 &&
      left + cardSize.width * zoom < box.width &&
      top + cardSize.height * zoom < box.height;
    if (isSeen && zoom >= 0.4) return;
    void flow.setCenter(
      card.position.x + cardSize.width / 2,
      card.position.y + cardSize.height / 2,
      { zoom: Math.max(zoom, 0.7) },
    );
  };
  /** Whom a dragged card lies on, by its middle. */
  const under = (dragged: PersonNode): string | null => {
    const x = dragged.position.x + cardSize.width / 2;
    const y = dragged.position.y + cardSize.height / 2;
    const hit = cards.find(
      ({ id, position }) =>
        id !== dragged.id &&
        x > position.x &&
        x < position.x + cardSize.width &&
        y > position.y &&
        y < position.y + cardSize.height,
    );
    return hit?.id ?? null;
  };
  const markTarget = (personId: string | null) => {
    for (const element of frame.current?.querySelectorAll("[data-drop-target]") ?? [])
      element.removeAttribute("data-drop-target");
    if (personId !== null)
      frame.current
        ?.querySelector(`.react-flow__node[data-id="${personId}"]`)
        ?.setAttribute("data-drop-target", "");
  };
  const drop = (dragged: PersonNode) => {
    markTarget(null);
    const superior = mayEdit ? under(dragged) : null;
    if (superior === null) {
      const was = placed.places.get(dragged.id);
      if (was && (was.x !== dragged.position.x || was.y !== dragged.position.y))
        keepPlace(dragged.id, dragged.position.x, dragged.position.y);
      return;
    }
    setCards(() => base);
    if (superior === model.tree.superiorOf(dragged.id)) return;
    const names = { name: model.nameOf(dragged.id), superior: model.nameOf(superior) };
    if (everybodyBelow(model.tree, dragged.id).has(superior)) {
      notice.done(t("map.superior.circle", { name: names.superior }));
      return;
    }
    modal.confirm({
      title: t("map.superior.confirm", names),
      okText: t("map.superior.confirmOk"),
      cancelText: t("app.cancel"),
      onOk: () => acts.setSuperior(dragged.id, superior),
    });
  };
  const pullLine = (event: MouseEvent | TouchEvent, fromPersonId: string | undefined) => {
    const point = "changedTouches" in event ? event.changedTouches[0] : event;
    if (!point || fromPersonId === undefined) return;
    const hit = document
      .elementsFromPoint(point.clientX, point.clientY)
      .map((element) => element.closest(".react-flow__node")?.getAttribute("data-id"))
      .find((id) => id);
    if (hit && hit !== fromPersonId) onDialog({ kind: "tie", fromPersonId, toPersonId: hit });
  };
  const sketch = useMovingSketch(frame, shown, edges);
  const markZoom = (zoom: number) => {
    const zoomWord = zoom < readableZoom ? "far" : "near";
    if (frame.current && frame.current.dataset["zoom"] !== zoomWord)
      frame.current.dataset["zoom"] = zoomWord;
  };
  const keyActs = {
    focus,
    nudge: (personId: string, dx: number, dy: number) => {
      const card = cards.find(({ id }) => id === personId);
      if (!card) return;
      const position = { x: card.position.x + dx, y: card.position.y + dy };
      setCards((all) => all.map((one) => (one.id === personId ? { ...one, position } : one)));
      keepPlace(personId, position.x, position.y);
    },
    open: (personId: string) => onDialog({ kind: "card", personId }),
    move: (personId: string) => mayEdit && onDialog({ kind: "superior", personId }),
    tie: (personId: string) =>
      mayEdit && onDialog({ kind: "tie", fromPersonId: personId, toPersonId: null }),
    name: (personId: string) =>
      mayEdit && model.personOf(personId)?.isPlaceholder && onDialog({ kind: "name", personId }),
    add: (belowPersonId: string | null) => mayEdit && onDialog({ kind: "add", belowPersonId }),
    find: onFind,
    fit: () => void flow.fitView(fitOptions),
    zoom: (direction: 1 | -1) => void (direction > 0 ? flow.zoomIn() : flow.zoomOut()),
    list: onList,
    help: () => onDialog({ kind: "keys" }),
  };
  const focusedNode = focused === null ? undefined : model.personOf(focused);
  return (
    <div
      ref={frame}
      className={styles["frame"]}
      role="application"
      // biome-ignore lint: the canvas itself takes the keys
      tabIndex={0}
      aria-label={t("map.canvasOf", { count: model.map.nodes.length })}
      {...(focused !== null && { "aria-activedescendant": `map-${focused}` })}
      onKeyDown={(event) => {
        if (event.target !== event.currentTarget) return;
        if (pressMapKey(event, model.tree, focused, keyActs)) event.preventDefault();
      }}
    >
      <ArrowHeads />
      <ReactFlow
        nodes={shown}
        edges={edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        onNodesChange={onChange}
        onNodeClick={(_, card) => {
          onFocus(card.id);
          onDialog({ kind: "card", personId: card.id });
          frame.current?.focus({ preventScroll: true });
        }}
        onNodeDragStart={(_, card) => onFocus(card.id)}
        onNodeDrag={(_, card) => mayEdit && markTarget(under(card))}
        onNodeDragStop={(_, card) => drop(card)}
        onConnectEnd={(event, { fromNode }) => pullLine(event, fromNode?.id)}
        onEdgeClick={(_, edge) => {
          if (edge.type === "tie") onDialog({ kind: "card", personId: edge.source });
        }}
        onPaneClick={() => frame.current?.focus({ preventScroll: true })}
        onInit={() => markZoom(flow.getZoom())}
        onMove={(by, viewport) => {
          // A move without an event is the map's own: it comes to rest at once.
          if (by) sketch.move(viewport);
          else markZoom(viewport.zoom);
        }}
        onMoveEnd={(_, { zoom }) => {
          markZoom(zoom);
          sketch.rest();
        }}
        connectionMode={ConnectionMode.Loose}
        nodesConnectable={mayEdit}
        nodesDraggable={!model.isPast}
        nodesFocusable={false}
        edgesFocusable={false}
        elementsSelectable={false}
        nodeDragThreshold={4}
        disableKeyboardA11y
        onlyRenderVisibleElements={cards.length > mountedUpTo}
        fitView
        fitViewOptions={fitOptions}
        minZoom={0.06}
        maxZoom={2.5}
        deleteKeyCode={null}
        proOptions={{ hideAttribution: true }}
      >
        <canvas ref={sketch.canvas} className={styles["sketch"]} aria-hidden="true" />
        {!isPhone && model.map.nodes.length > 12 && (
          <MiniMap<PersonNode>
            pannable
            zoomable
            ariaLabel={t("map.layout.overview")}
            nodeColor={minimapColour}
            nodeStrokeWidth={0}
            className={styles["minimap"] ?? ""}
          />
        )}
      </ReactFlow>
      <div className={styles["zoom"]} role="group" aria-label={t("map.view.label")}>
        <Button size="small" onClick={() => keyActs.zoom(1)} aria-label={t("map.layout.zoomIn")}>
          +
        </Button>
        <Button size="small" onClick={() => keyActs.zoom(-1)} aria-label={t("map.layout.zoomOut")}>
          −
        </Button>
        <Button size="small" onClick={keyActs.fit}>
          {t("map.layout.fit")}
        </Button>
      </div>
      <div aria-live="polite" className="visually-hidden">
        {focusedNode &&
          words.sentence(
            focusedNode,
            focusedNode.superiorPersonId === null
              ? null
              : model.nameOf(focusedNode.superiorPersonId),
          )}
      </div>
    </div>
  );
};

/** The map as a picture one can work on: by mouse, by touch, by keyboard. */
export const MapCanvas = (props: Props) => (
  <ReactFlowProvider>
    <Canvas {...props} />
  </ReactFlowProvider>
);

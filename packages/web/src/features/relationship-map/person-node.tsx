import type { MapNode } from "@mainstay/contract/relationship-map";
import { Handle, type Node, type NodeProps, Position } from "@xyflow/react";
import { memo } from "react";
import { stanceShapes } from "../decision-chain/stance-shape.ts";
import { lockPath, lookOfCard } from "./card-look.ts";
import styles from "./person-node.module.css";

/** What a card on the canvas shows; made once a map, so that moving about renders nothing anew. */
export interface PersonNodeData extends Record<string, unknown> {
  readonly node: MapNode;
  readonly job: string;
  readonly badge: string | null;
  /** The word beside a dashed, locked or stale look. */
  readonly note: string | null;
  readonly sentence: string;
  readonly isDim: boolean;
  readonly mayDraw: boolean;
}
export type PersonNode = Node<PersonNodeData, "person">;

/** The disc: shape and colour say the stance, its size the influence, the ring around it the coverage. */
export const CardGlyph = ({ node }: { node: MapNode }) => {
  const look = lookOfCard(node);
  const shape = stanceShapes[look.stance];
  const scale = look.isLocked ? 1.1 : (look.radius * 1.35) / 16;
  return (
    <svg width={58} height={58} viewBox="-29 -29 58 58" aria-hidden="true">
      {look.ring !== null && (
        <>
          <circle r={look.radius + 3.5} className={styles["track"]} />
          <circle
            r={look.radius + 3.5}
            className={styles["ring"]}
            pathLength={1}
            strokeDasharray={`${look.ring} 1`}
            transform="rotate(-90)"
          />
        </>
      )}
      <circle
        r={look.radius}
        className={styles["disc"]}
        {...(look.isDashed && { strokeDasharray: "3 3" })}
      />
      <g transform={`scale(${scale}) translate(-8 -8)`} style={{ color: `var(${look.colour})` }}>
        <path
          d={look.isLocked ? lockPath : shape.path}
          fill={look.isLocked || shape.fill === 0 ? "none" : "currentColor"}
          fillOpacity={look.isGrey ? shape.fill * 0.4 : shape.fill}
          stroke="currentColor"
          strokeWidth={1.5}
          strokeLinejoin="round"
          strokeLinecap="round"
          {...(shape.isDashed && !look.isLocked && { strokeDasharray: "2.4 2.4" })}
        />
      </g>
    </svg>
  );
};

/** One person on the canvas. Keyboard focus lives on the canvas; the card only shows it. */
export const PersonNodeCard = memo(({ data, selected }: NodeProps<PersonNode>) => {
  const { node, job, badge, note, sentence, isDim, mayDraw } = data;
  return (
    <div
      id={`map-${node.personId}`}
      role="img"
      aria-label={sentence}
      className={styles["card"]}
      data-focus={selected || undefined}
      data-dim={isDim || undefined}
      data-placeholder={node.isPlaceholder || undefined}
      data-stale={node.stance?.isStale || undefined}
    >
      <Handle id="t" type="source" position={Position.Top} isConnectable={false} />
      <Handle id="l" type="source" position={Position.Left} isConnectable={false} />
      <CardGlyph node={node} />
      <div className={styles["words"]}>
        <span className={styles["name"]}>{node.name}</span>
        <span className={styles["job"]}>{note ?? job}</span>
        {badge !== null && <span className={styles["badge"]}>{badge}</span>}
      </div>
      <Handle id="b" type="source" position={Position.Bottom} isConnectable={false} />
      <Handle
        id="r"
        type="source"
        position={Position.Right}
        isConnectable={mayDraw}
        className={mayDraw ? styles["draw"] : undefined}
      />
    </div>
  );
});
PersonNodeCard.displayName = "PersonNodeCard";

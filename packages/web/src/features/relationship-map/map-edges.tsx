import type { TieView } from "@mainstay/contract/tie";
import type { Edge, EdgeProps } from "@xyflow/react";
import { memo } from "react";
import { lookOfTie, reportingPath, type Side, tieCurve, widthOfTie } from "./map-line.ts";
import styles from "./map-edges.module.css";

export type ReportingEdge = Edge<{ isHanging: boolean; isDim: boolean }, "reporting">;
export type TieEdge = Edge<
  { tie: TieView; word: string; fromSide: Side; toSide: Side; bend: number; isDim: boolean },
  "tie"
>;

/** Who reports to whom. */
export const ReportingLine = memo(
  ({ sourceX, sourceY, targetX, targetY, data }: EdgeProps<ReportingEdge>) => (
    <path
      d={reportingPath(
        { x: sourceX, y: sourceY },
        { x: targetX, y: targetY },
        data?.isHanging ?? false,
      )}
      className={styles["reporting"]}
      data-dim={data?.isDim || undefined}
    />
  ),
);
ReportingLine.displayName = "ReportingLine";

/** A tie: its kind by dash, arrow and word, its weight by width. */
export const TieLine = memo(
  ({ sourceX, sourceY, targetX, targetY, data, selected }: EdgeProps<TieEdge>) => {
    if (!data) return null;
    const { tie, word, fromSide, toSide, bend, isDim } = data;
    const { colour, dash, hasArrow } = lookOfTie(tie.kind);
    const { path, middle } = tieCurve(
      { x: sourceX, y: sourceY },
      fromSide,
      { x: targetX, y: targetY },
      toSide,
      bend,
    );
    return (
      <g
        className={styles["tie"]}
        data-dim={isDim || undefined}
        data-selected={selected || undefined}
      >
        <path d={path} className={styles["reach"]} />
        <path
          d={path}
          fill="none"
          stroke={`var(${colour})`}
          strokeWidth={widthOfTie(tie.weight)}
          strokeDasharray={dash}
          strokeLinecap="round"
          {...(hasArrow && { markerEnd: `url(#map-arrow-${tie.kind})` })}
        />
        <text x={middle.x} y={middle.y} className={styles["word"]}>
          {word}
        </text>
      </g>
    );
  },
);
TieLine.displayName = "TieLine";

/** The arrow heads, once for the whole canvas. */
export const ArrowHeads = () => (
  <svg width={0} height={0} aria-hidden="true" style={{ position: "absolute" }}>
    <defs>
      {(["influence", "matrix_line"] as const).map((kind) => (
        <marker
          key={kind}
          id={`map-arrow-${kind}`}
          viewBox="0 0 10 10"
          refX={9}
          refY={5}
          markerWidth={9}
          markerHeight={9}
          markerUnits="userSpaceOnUse"
          orient="auto"
        >
          <path
            d="M1 1l8 4-8 4"
            fill={kind === "influence" ? `var(${lookOfTie(kind).colour})` : "none"}
            stroke={`var(${lookOfTie(kind).colour})`}
            strokeWidth={1.4}
          />
        </marker>
      ))}
    </defs>
  </svg>
);
